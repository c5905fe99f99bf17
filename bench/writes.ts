import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openLog } from '#engine/health/open-log.ts'
import { makeToken } from '#engine/sign-in/tokens.ts'
import { sql } from '#engine/store/sql.ts'
import { openPlace, readSettings } from '../app/open.ts'
import type { Figures } from './figures.ts'
import { drive, type Ask, type Load } from './load.ts'
import { startProduct, stop, type Stage } from './stage.ts'

const unique = (() => {
  let n = Math.floor(Date.now() / 1000) % 1_000_000
  return () => (n += 1)
})()
/** A mobile number nobody has: the seeded ones begin with 13, and each run begins at a place of its own. */
const mobile = (() => {
  let n = Math.floor(Math.random() * 1e9)
  return () => `19${String((n += 1) % 1e9).padStart(9, '0')}`
})()

const create = (token: string): Ask => ({
  method: 'POST',
  path: '/api/v1/records/customer',
  headers: { authorization: `Bearer ${token}` },
  body: JSON.stringify({
    name: `测量新客户${unique()}`,
    kind: 'enterprise',
    tier: 'B',
    industry: '软件服务',
    region: '杭州',
    contactName: '测量',
    contactMobile: mobile(),
  }),
})

const rows = (n: number, withContacts: boolean) =>
  JSON.stringify({
    items: Array.from({ length: n }, () => ({
      name: `批量客户${unique()}`,
      kind: 'enterprise',
      tier: 'B',
      region: '杭州',
      externalCode: `B${unique()}`,
      ...(withContacts ? { contactName: '某', contactMobile: mobile() } : {}),
    })),
  })

async function batches(port: number, token: string, times: number, withContacts: boolean): Promise<{ perSecond: number; failed: number }> {
  const bodies = Array.from({ length: times + 1 }, () => rows(1000, withContacts))
  let failed = 0
  const send = async (body: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/records/customer/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
    })
    await answer.text()
    if (!answer.ok) failed += 1
  }
  await send(bodies.pop()!)
  const begin = performance.now()
  // Two at a time, as an importer with a queue of its own would.
  await Promise.all(
    [0, 1].map(async () => {
      for (let body = bodies.pop(); body; body = bodies.pop()) await send(body)
    }),
  )
  return { perSecond: (times * 1000) / ((performance.now() - begin) / 1000), failed }
}

/** Changes of single records, each with the version it last saw. */
async function updates(stage: Stage, seconds: number): Promise<Load> {
  const { token } = stage.actors.director
  const found = await stage.database.rows<{ id: string; version: number }>(
    sql`select id, version from customer where deleted_at is null order by id desc limit 2000`,
  )
  let turn = 0
  return drive(
    stage.port,
    () => {
      const one = found[turn++ % found.length]!
      const version = one.version++
      return {
        method: 'PATCH',
        path: `/api/v1/records/customer/${one.id}`,
        headers: { authorization: `Bearer ${token}`, 'if-match': `"${version}"` },
        body: JSON.stringify({ region: `地区${turn % 97}`, tier: ['A', 'B', 'C'][turn % 3] }),
      }
    },
    { seconds },
  )
}

/** Watches how long the oldest event has waited for its seal while something goes on, and how long the rest takes afterwards. */
async function watchSeals<T>(stage: Stage, work: () => Promise<T>): Promise<{ result: T; worst: number; after: number }> {
  let worst = 0
  const lag = async () =>
    (await stage.database.row<{ lag: number }>(
      sql`select coalesce(extract(epoch from now() - min(e.at)), 0)::float8 as lag from (select event_id from event_pending order by event_id limit 1) p join event e on e.id = p.event_id`,
    ))!.lag
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      worst = Math.max(worst, await lag())
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  })()
  const result = await work()
  const begin = performance.now()
  while ((await lag()) > 0) await new Promise((resolve) => setTimeout(resolve, 50))
  const after = (performance.now() - begin) / 1000
  isOver = true
  await watching
  return { result, worst, after }
}

/** Batches of a thousand: customers alone, one row each, and customers with the contact they begin with, two rows each. */
async function measureBatches(figures: Figures, port: number, token: string, times: number, where: string, wanted: number): Promise<void> {
  for (const withContacts of [false, true]) {
    const { perSecond, failed } = await batches(port, token, times, withContacts)
    const records = perSecond * (withContacts ? 2 : 1)
    figures.plain(
      `batches of 1,000 customers${withContacts ? ' with a contact each' : ''}, ${where}`,
      `${records.toFixed(0)} rows/s${withContacts ? ` (${perSecond.toFixed(0)} customers/s)` : ''}${failed ? ` FAILED ${failed}` : ''}`,
      `≥ ${wanted} rows/s`,
      records >= wanted && failed === 0,
    )
  }
}

export async function measureWrites(stage: Stage, figures: Figures, seconds: number): Promise<void> {
  const { token } = stage.actors.director
  const creating = await watchSeals(stage, () => drive(stage.port, () => create(token), { seconds }))
  figures.rate('create a customer with its contact, checks and events', creating.result, { atLeast: 130 })
  figures.rate('update a customer', await updates(stage, seconds), { atLeast: 200 })
  const batch = await watchSeals(stage, () => measureBatches(figures, stage.port, token, 8, 'into this base', 3000))
  const worst = Math.max(creating.worst, batch.worst)
  figures.plain(
    'sealing behind these writes: oldest event waits at most',
    `${worst.toFixed(1)} s, all sealed ${Math.max(creating.after, batch.after).toFixed(1)} s after the last write`,
    '≤ 5 s',
    worst <= 5,
  )
}

/** A token of the first administrator of a data folder. */
export async function tokenOn(folder: string): Promise<string> {
  const place = await openPlace(readSettings({ ZHIKE_DATA_DIR: folder }), openLog(), undefined, 2)
  const user = await place.database.row<{ id: string }>(sql`select u.id from "user" u where not u.is_demo limit 1`)
  const token = await makeToken(place.database, user!.id, 'bench')
  await place.database.close()
  return token
}

/** Starts from nothing, into a base without customers; and what an idle product takes. */
export async function measureStarts(figures: Figures, folder: string, seconds: number): Promise<void> {
  const fresh = fs.mkdtempSync(path.join(os.tmpdir(), 'zhike-bench-'))
  const first = await startProduct(path.join(fresh, 'demo'), { ZHIKE_DEMO: '1' })
  figures.plain('first start with demo data, until ready', `${(first.readyMs / 1000).toFixed(1)} s`, '≤ 25 s', first.readyMs <= 25_000)
  await new Promise((resolve) => setTimeout(resolve, 8000))
  const rss = Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${first.child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  figures.plain('memory of the idle product (without the database)', `${rss.toFixed(0)} MB`, '≤ 350 MB', rss <= 350)
  await stop(first.child)

  const again = await startProduct(folder)
  figures.plain('ready on the existing folder', `${(again.readyMs / 1000).toFixed(2)} s`, '≤ 3 s', again.readyMs <= 3000)
  await stop(again.child)

  const empty = path.join(fresh, 'empty')
  const product = await startProduct(empty)
  await measureBatches(figures, product.port, await tokenOn(empty), 16, 'into an empty base', 5000)
  await stop(product.child)

  // What sealing costs the writers: the same load with nobody sealing, alternately.
  const rates: Record<'sealed' | 'unsealed', number[]> = { sealed: [], unsealed: [] }
  for (const round of [0, 1])
    for (const how of round ? (['unsealed', 'sealed'] as const) : (['sealed', 'unsealed'] as const)) {
      const one = await startProduct(empty, how === 'sealed' ? {} : { ZHIKE_ROLE: 'web' })
      const token = await tokenOn(empty)
      rates[how].push((await drive(one.port, () => create(token), { seconds })).rate)
      await stop(one.child)
    }
  const mean = (list: number[]) => list.reduce((sum, rate) => sum + rate, 0) / list.length
  const cost = 1 - mean(rates.sealed) / mean(rates.unsealed)
  figures.plain(
    'what sealing costs single creates',
    `${mean(rates.sealed).toFixed(0)}/s against ${mean(rates.unsealed).toFixed(0)}/s without: ${(cost * 100).toFixed(0)} %`,
    '≤ 15 %',
    cost <= 0.15,
  )
  fs.rmSync(fresh, { recursive: true, force: true })
}

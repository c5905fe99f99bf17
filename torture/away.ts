import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort, freshFolder, launch, readiness, ready, signIn, sweep, until, type Product } from '../e2e/product.ts'
import { send, type Told } from './balancer.ts'
import type { Report } from './figures.ts'
import { listenAnywhere } from './listeners.ts'
import { clockJumps } from './clock.ts'
import { embedded } from './postgres.ts'

const n = (value: number) => value.toLocaleString('en')
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The database is gone for a minute, in the midst of an import, with pages open. */
async function databaseAway(report: Report): Promise<void> {
  const folder = freshFolder()
  const postgres = await embedded(path.join(folder, 'database'))
  const product = launch(folder, await freePort(), { DATABASE_URL: postgres.url, ZHIKE_DEMO: 'none' })
  try {
    await ready(product, 120_000)
    const me = await signIn(product)
    const { cookie } = me
    const watched = await me.ask<{ id: string }>('POST', 'records/customer', { body: { name: '断线' } })
    const pages = listenAnywhere(() => product, cookie, `customer:${watched.body.id}`, 20)
    await until('the pages listen', 20_000, () => pages.open() === 20 || undefined)
    const form = new FormData()
    form.set('record', 'customer')
    form.set(
      'file',
      new Blob([['名称,联系人,联系人手机', ...Array.from({ length: 6000 }, (_, i) => `断-${i},人 ${i},${15_200_000_000 + i}`)].join('\n')]),
      '客户.csv',
    )
    const opened = await me.ask<{ id: string }>('POST', 'imports', { body: form })
    await me.ask('PATCH', `imports/${opened.body.id}`, { body: { duplicates: 'create', similar: 'create' } })
    await me.ask('POST', `imports/${opened.body.id}/run`, { body: {} })
    const progress = async () => (await me.ask<{ state: string; progress: { read: number } }>('GET', `imports/${opened.body.id}`)).body
    await until('the import has begun', 30_000, async () => (await progress()).progress.read > 0 || undefined)
    const acknowledged = new Map<string, string>()
    let isOver = false
    const refused: Told[] = []
    const odd: string[] = []
    let slowest = 0
    const people = Array.from({ length: 4 }, async (_, person) => {
      for (let i = 0; !isOver; i++) {
        const name = `gone-${person}-${i}`
        const began = performance.now()
        const answer = await send(product, { method: 'POST', path: 'records/customer', cookie, key: name, body: { name } }).catch(
          (error: Error) => {
            odd.push(error.message)
            return undefined
          },
        )
        slowest = Math.max(slowest, performance.now() - began)
        if (answer?.status === 201) acknowledged.set(name, answer.body.id as string)
        else if (answer?.status === 503) {
          refused.push(answer)
          await pause(100)
        } else if (answer) odd.push(`${answer.status} ${JSON.stringify(answer.body)}`)
      }
    })
    await pause(500)
    await postgres.kill()
    await until('it says that it is not ready', 20_000, async () => (await readiness(product)) === 503 || undefined)
    const alive = await fetch(`${product.url}/healthz`)
    await pause(58_000)
    const began = performance.now()
    await postgres.start()
    await ready(product, 30_000)
    const back = (performance.now() - began) / 1000
    await pause(2000)
    isOver = true
    await Promise.all(people)
    const done = await until('the import is done', 120_000, async () => {
      const job = await progress().catch(() => undefined)
      return job?.state && job.state !== 'running' ? job : undefined
    })
    const client = await postgres.client()
    const found = new Set(
      ((await client.query(`select id from customer where name like 'gone-%'`)).rows as { id: string }[]).map(({ id }) => id),
    )
    const [rows] = (
      await client.query(`select count(*)::int as n, count(distinct name)::int as names from customer where name like '断-%'`)
    ).rows as { n: number; names: number }[]
    await client.end()
    const missing = [...acknowledged.values()].filter((id) => !found.has(id)).length
    const isSaid = refused.every(({ headers, body }) => headers['retry-after'] && body?.code && body?.title)
    report.add(
      'Database gone for a minute: writes answered 503 with words and Retry-After; anything else',
      `${n(refused.length)}, ${odd.length}; the slowest answer after ${(slowest / 1000).toFixed(1)} s`,
      isSaid && odd.length === 0 && refused.length > 0,
    )
    report.add(
      'Back: ready again after; acknowledged writes lost',
      `${back.toFixed(1)} s; ${missing} of ${n(acknowledged.size)}`,
      missing === 0 && alive.status === 200,
    )
    report.add(
      'An import of 6,000 rows that was under way',
      `${done.state}: ${n(rows!.n)} rows, ${n(rows!.names)} names`,
      done.state === 'done' && rows!.n === 6000 && rows!.names === 6000,
    )
    const version = (await me.ask<{ version: number }>('GET', `records/customer/${watched.body.id}`)).body.version
    await until('the pages listen again', 30_000, () => pages.open() === 20 || undefined).catch(() => {})
    pages.forget()
    await me.ask('PATCH', `records/customer/${watched.body.id}`, { body: { employees: 3 }, version })
    await until('they hear', 20_000, () => pages.heard('event: changed') === 20 || undefined).catch(() => {})
    report.add('20 pages that listened: hear the next edit', String(pages.heard('event: changed')), pages.heard('event: changed') === 20)
    if (odd.length > 0) console.log(odd.slice(0, 5))
    pages.stop()
  } finally {
    await sweep(folder, product)
  }
}

const canMount = process.platform === 'linux' && process.getuid?.() === 0

/** A disk of a given size, in memory. */
function smallDisk(megabytes: number): { folder: string; fill(): void; free(): void; remove(): void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zhike-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0777`, 'tmpfs', folder])
  const filler = path.join(folder, 'filler')
  return {
    folder,
    fill() {
      const handle = fs.openSync(filler, 'a')
      for (const size of [1_048_576, 4096])
        try {
          for (;;) if (fs.writeSync(handle, Buffer.alloc(size)) < size) break
        } catch {
          // Full.
        }
      fs.closeSync(handle)
    },
    free: () => fs.rmSync(filler, { force: true }),
    remove() {
      execFileSync('umount', ['-l', folder])
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The disk of data and backups runs full while people write, and gets room again. */
async function diskFull(report: Report): Promise<void> {
  if (!canMount) return report.add('Disk full', 'not run: needs Linux and the right to mount a small disk', true)
  const disk = smallDisk(420)
  const folder = path.join(disk.folder, 'data')
  fs.mkdirSync(folder, { mode: 0o755 })
  const backups = smallDisk(1)
  let product: Product | undefined
  try {
    product = launch(folder, await freePort(), { ZHIKE_DEMO: 'none', ZHIKE_BACKUP_DIR: backups.folder })
    await ready(product, 120_000)
    const me = await signIn(product)
    const acknowledged = new Map<string, string>()
    const statuses: Record<string, number> = {}
    const odd: string[] = []
    let i = 0
    const writeOnce = async () => {
      const name = `full-${i++}`
      const answer = await me
        .ask<{ id: string; code: string }>('POST', 'records/customer/batch', {
          key: name,
          body: { items: Array.from({ length: 50 }, (_, k) => ({ name: `${name}-${k}`, note: 'x'.repeat(2000) })) },
        })
        .catch(() => undefined)
      const what = answer ? `${answer.status} ${answer.body?.code ?? ''}`.trim() : 'connection closed'
      statuses[what] = (statuses[what] ?? 0) + 1
      if (answer && answer.status < 300) acknowledged.set(name, name)
      else if (answer && answer.status !== 503 && answer.status !== 507) odd.push(`${answer.status} ${JSON.stringify(answer.body)}`)
      return answer?.status
    }
    for (let k = 0; k < 5; k++) await writeOnce()
    disk.fill()
    let refusals = 0
    for (let k = 0; k < 400 && refusals < 12; k++) if ((await writeOnce()) !== 201 && ++refusals) await pause(300)
    const file = new FormData()
    file.set('record', 'customer')
    file.set('file', new Blob([Buffer.alloc(3_000_000)]), 'large.csv')
    const upload = await me.ask<{ code: string }>('POST', 'imports', { body: file }).catch(() => undefined)
    const said = await fetch(`${product.url}/readyz`).then(
      (answer) => answer.status,
      () => 0,
    )
    disk.free()
    const began = performance.now()
    await ready(product, 60_000)
    await until('a write goes through', 30_000, async () => ((await writeOnce()) ?? 500) < 300 || undefined)
    const seconds = (performance.now() - began) / 1000
    const there = new Map<string, number>()
    for (let at: string | null = ''; at !== null;) {
      const page: { body: { items: { name: string }[]; next: string | null } } = await me.ask(
        'GET',
        `records/customer?limit=500&fields=name${at ? `&cursor=${at}` : ''}`,
      )
      for (const { name } of page.body.items) {
        const key = name.split('-').slice(0, 2).join('-')
        there.set(key, (there.get(key) ?? 0) + 1)
      }
      at = page.body.next
    }
    const missing = [...acknowledged.keys()].filter((name) => there.get(name) !== 50).length
    const half = [...there].filter(([name, rows]) => name.startsWith('full-') && rows !== 50).length
    report.add(
      'Disk full (tmpfs of 420 MB, filled to the last byte): answers to writes',
      Object.entries(statuses)
        .map(([what, times]) => `${what}: ${times}`)
        .join(', '),
      odd.length === 0 && refusals > 0,
    )
    report.add(
      'An upload onto the full disk; readiness meanwhile',
      `${upload ? `${upload.status} ${upload.body?.code}` : 'connection closed'}; ${said}`,
      upload?.status === 507 || upload?.status === 503,
    )
    report.add(
      'Room again: writes go through after; acknowledged batches lost, batches half there',
      `${seconds.toFixed(1)} s; ${missing} of ${acknowledged.size}, ${half}`,
      missing === 0 && half === 0,
    )
    if (odd.length > 0) console.log(odd.slice(0, 3))

    backups.fill()
    await me.ask('POST', 'backups', { body: {} })
    interface Backups {
      items: { state: string; error: string | null }[]
    }
    const failed = await until('the backup says why', 60_000, async () =>
      (await me.ask<Backups>('GET', 'backups')).body.items.find(({ error }) => error !== null),
    )
    const left = fs.readdirSync(backups.folder).filter((name) => name.includes('.zkb'))
    backups.free()
    report.add(
      'Disk of the backups full: what the page of backups says; files left behind',
      `"${failed.error!.split('\n').at(-1)}"; ${left.length}`,
      left.length === 0,
    )
  } finally {
    if (product) await sweep(folder, product)
    disk.remove()
    backups.remove()
  }
}

/** What a node has to do without for a while, or is told wrongly. */
export async function away(report: Report): Promise<void> {
  await clockJumps(report)
  await diskFull(report)
  await databaseAway(report)
}

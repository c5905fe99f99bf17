import fs from 'node:fs'
import path from 'node:path'
import { freePort, freshFolder, launch, ready, signIn, sweep, until } from '../e2e/product.ts'
import type { Report } from './figures.ts'
import { embedded } from './postgres.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1'

/** The clock of the whole machine, as the product sees it, jumps by hours. */
export async function clockJumps(report: Report): Promise<void> {
  if (!fs.existsSync(library)) return report.add('Clock jumping', 'not run: libfaketime is not installed', true)
  const folder = freshFolder()
  const postgres = await embedded(path.join(folder, 'database'))
  const clock = path.join(folder, 'clock')
  const set = (offset: string) => fs.writeFileSync(clock, `${offset}\n`)
  set('+0')
  const product = launch(folder, await freePort(), {
    DATABASE_URL: postgres.url,
    ZHIKE_DEMO: 'none',
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: clock,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  })
  try {
    await ready(product, 120_000)
    const me = await signIn(product)
    const faults: string[] = []
    const ids: string[] = []
    for (const [offset, words] of [
      ['+3h', 'three hours on'],
      ['-3h', 'three hours back'],
      ['+26h', 'more than a day on'],
      ['-26h', 'more than a day back'],
      ['+0', 'as it was'],
    ] as const) {
      set(offset)
      await pause(1200)
      for (let i = 0; i < 10; i++) {
        const made = await me.ask<{ id: string; version: number }>('POST', 'records/customer', { body: { name: `钟 ${offset} ${i}` } })
        if (made.status !== 201) {
          faults.push(`${words}: ${made.status} ${JSON.stringify(made.body)}`)
          continue
        }
        ids.push(made.body.id)
        const edited = await me.ask('PATCH', `records/customer/${made.body.id}`, { body: { employees: i }, version: made.body.version })
        if (edited.status !== 200) faults.push(`${words}: ${edited.status} ${JSON.stringify(edited.body)}`)
      }
      if ((await signIn(product)).cookie === '') faults.push(`${words}: nobody comes in`)
      const checked = await me.ask<{ items: { name: string; state: string }[] }>('GET', 'self-check')
      const seen = checked.body.items.find(({ name }) => name === 'clock')!.state
      if ((offset === '+0') !== (seen === 'good')) faults.push(`${words}: the self-check says ${seen}`)
    }
    const client = await postgres.client()
    await until('everything is sealed', 20_000, async () =>
      (await client.query('select 1 from event_pending limit 1')).rowCount === 0 ? true : undefined,
    )
    const [found] = (
      await client.query(
        `select (select count(*) from event) = (select count(*) from seal) as whole, (select count(distinct id)::int from customer) as customers`,
      )
    ).rows as { whole: boolean; customers: number }[]
    await client.end()
    report.add(
      'The clock of a node jumps by 3 and 26 hours, both ways (libfaketime): writes, edits, sign-ins, sessions that failed',
      faults.length === 0 ? 'none' : faults.slice(0, 3).join('; '),
      faults.length === 0,
    )
    report.add(
      'Ids made meanwhile, of them distinct; all events sealed; noticed by the self-check',
      `${ids.length}, ${new Set(ids).size}; ${found!.whole ? 'yes' : 'no'}; ${faults.some((fault) => fault.includes('self-check')) ? 'no' : 'yes'}`,
      new Set(ids).size === ids.length && found!.whole,
    )
  } finally {
    await sweep(folder, product)
  }
}

import { performance } from 'node:perf_hooks'
import { perform } from '#engine/action/perform.ts'
import { systemActor } from '#engine/access/actor.ts'
import { newId } from '#engine/store/id.ts'
import { sql } from '#engine/store/sql.ts'
import { addDays } from '#engine/time/days.ts'
import { dayAt } from '#engine/time/zone.ts'
import { openLog } from '#engine/health/open-log.ts'
import { openPlace, openRuntime, readSettings } from '../app/open.ts'
import type { Figures } from './figures.ts'

/** So many customers return in the measured night. */
const falls = 10_000

/**
 * The night of a pool that watches every customer, and people who claim at once. It is measured within the process: what the network adds is
 * measured elsewhere.
 */
export async function measurePools(figures: Figures, folder: string): Promise<void> {
  const place = await openPlace(readSettings({ ZHIKE_DATA_DIR: folder }), openLog(), undefined, 12)
  const opened = await openRuntime(place.database, { folder, role: 'web', host: '127.0.0.1' }, openLog())
  const { runtime } = opened
  const { database, house } = runtime
  try {
    const owners = (await database.rows<{ id: string }>(sql`select distinct owner_id as id from customer where owner_id is not null`)).map(
      ({ id }) => id,
    )
    const create = runtime.actionNamed('pool.create')!
    const rules = [{ kind: 'noFollowUp', tier: null, days: 30 }]
    const input = {
      name: `测量公海 ${newId()}`,
      members: owners.slice(0, 200),
      rules,
      claimsPerDay: null,
      previousOwnerDays: 0,
      freezeDays: 0,
    }
    const pool = (await perform(runtime, systemActor, create, [{ input }])).items[0]!.id!
    await database.run(sql`update pool set members_ids = ${owners}::uuid[], state = 'on', seen_falls = 100000000 where id = ${pool}`)
    const today = dayAt(runtime.clock())
    const client = await database.connect()
    await client.query('set statement_timeout = 0')
    await client.query('update customer set owned_since = now()')
    await client.query('vacuum analyze customer')
    await client.end()
    await database.run(
      sql`update customer set owned_since = ${`${addDays(today, -60)}T04:00:00Z`}::timestamptz where id in (select id from customer where owner_id is not null limit ${falls})`,
    )
    const begin = performance.now()
    await house.jobs.get('keep-pool')!.run(runtime, { pool }, { id: newId(), attempt: 0, signal: new AbortController().signal })
    const seconds = (performance.now() - begin) / 1000
    figures.plain(
      `a night of a pool that watches everybody, ${falls.toLocaleString('en')} return`,
      `${seconds.toFixed(1)} s`,
      '≤ 60 s',
      seconds <= 60,
    )

    const ids = (await database.rows<{ id: string }>(sql`select id from customer where pool_id = ${pool} order by id limit 4000`)).map(
      ({ id }) => id,
    )
    const people = await Promise.all(owners.slice(0, 20).map((owner) => runtime.actorOf(owner, 'user')))
    const claim = runtime.actionNamed('customers.claimFromPool')!
    const started = performance.now()
    let won = 0
    await Promise.all(
      people.map(async (actor, i) => {
        for (let at = i * 10; at < ids.length; at += people.length * 10) {
          const { items } = await perform(
            runtime,
            actor!,
            claim,
            ids.slice(at, at + 10).map((id) => ({ id, input: {} })),
            { partial: true },
          )
          won += items.filter(({ refusal }) => !refusal).length
        }
      }),
    )
    const rate = won / ((performance.now() - started) / 1000)
    figures.plain('claims by twenty people at once', `${Math.round(rate)}/s`, '≥ 100/s', rate >= 100)
  } finally {
    await opened.stop()
    await database.close()
  }
}

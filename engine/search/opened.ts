import type { Actor } from '#engine/access/actor.ts'
import { titlesOf } from '#engine/access/titles.ts'
import { notFound } from '#engine/action/refusal.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'

/**
 * What a user has opened lately. Kept on the server, so that it follows him from one machine to another; ids alone, so that what he may no
 * longer see is not named when he looks again.
 */

/** So many are offered again; what was opened within these days is kept beyond that, for supervisors ask what was looked at without a reason. */
const most = 50
const keptDays = 31

/** Notes that somebody looks at a record. Throws not-found where he may not. */
export async function noteOpened(runtime: Runtime, actor: Actor, shape: Shape, id: string): Promise<void> {
  const { database, clock } = runtime
  if (!(await titlesOf(runtime, actor, shape, [id])).has(id)) throw notFound()
  await database.run(
    sql`insert into opened (user_id, record, record_id, at) values (${actor.id}, ${shape.name}, ${id}, ${new Date(clock()).toISOString()})
      on conflict (user_id, record, record_id) do update set at = excluded.at`,
    'prepare',
  )
  await database.run(
    sql`delete from opened where user_id = ${actor.id}::uuid and at < (select at from opened where user_id = ${actor.id}::uuid order by at desc offset ${most} limit 1) and at < ${new Date(clock() - keptDays * 86_400_000).toISOString()}`,
    'prepare',
  )
}

export interface OpenedRecord {
  record: string
  id: string
}

/** What a user has opened, the latest first. Not yet held against his rights. */
export const readOpened = async (runtime: Runtime, actor: Actor): Promise<OpenedRecord[]> =>
  (
    await runtime.database.rows<{ record: string; record_id: string }>(
      sql`select record, record_id from opened where user_id = ${actor.id}::uuid order by at desc limit ${most}`,
      'prepare',
    )
  ).map((row) => ({ record: row.record, id: row.record_id }))

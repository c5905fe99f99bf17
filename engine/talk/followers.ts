import type { Actor } from '#engine/access/actor.ts'
import { seenBy } from '#engine/access/seen.ts'
import { atLeast } from '#engine/access/rules.ts'
import { titlesOf } from '#engine/access/titles.ts'
import type { House, Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { snake } from '#engine/store/columns.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { columnsOf } from '#engine/store/table.ts'

/**
 * Who follows a record hears of what happens to it. Its owner does without a row, until he says that he does not want to; so do those who
 * comment. Whoever is mentioned follows even if he had stopped. Following is a wish, not a right: whoever loses sight hears nothing more.
 */

/** Follows, or stops: the user's own word, which holds against everything but a mention. */
export const keepFollowing = (
  queries: Queries,
  record: string,
  id: string,
  user: string,
  isFollowing: boolean,
  at: string,
): Promise<number> =>
  queries.run(
    sql`insert into follower (record, record_id, user_id, at, is_following) values (${record}, ${id}, ${user}, ${at}, ${isFollowing})
      on conflict (record_id, user_id) do update set is_following = excluded.is_following, at = excluded.at where follower.is_following <> excluded.is_following`,
  )

/** Follows because of what he did, unless he has said before that he does not want to. */
export const followUnlessDeclined = (queries: Queries, record: string, id: string, user: string, at: string): Promise<number> =>
  queries.run(
    sql`insert into follower (record, record_id, user_id, at, is_following) values (${record}, ${id}, ${user}, ${at}, true) on conflict do nothing`,
  )

/** A record somebody may follow. */
export interface Followed {
  record: string
  id: string
}

/** Those who follow each of these records, by its id: owners who have not declined among them. */
export async function watchersOf(queries: Queries, house: House, records: readonly Followed[]): Promise<Map<string, Set<string>>> {
  const watchers = new Map<string, Set<string>>()
  const note = (id: string, user: string) => watchers.set(id, (watchers.get(id) ?? new Set()).add(user))
  if (records.length === 0) return watchers
  const rows = await queries.rows<{ record_id: string; user_id: string; is_following: boolean }>(
    sql`select record_id, user_id, is_following from follower where record_id = any(${records.map((entry) => entry.id)}::uuid[])`,
    'prepare',
  )
  for (const [record, group] of Map.groupBy(records, (entry) => entry.record)) {
    const shape = house.shapes.get(record)
    const owner = shape?.record.access?.owner && shape.fields.get(shape.record.access.owner)
    if (!shape || !owner) continue
    const owned = await queries.arrays(
      sql`select t.id, t.${sql.id(columnsOf(owner).main)} from ${sql.id(snake(shape.name))} t where t.id = any(${group.map((entry) => entry.id)}::uuid[])`,
      'prepare',
    )
    for (const [id, user] of owned as [string, string | null][]) if (user) note(id, user)
  }
  for (const row of rows)
    if (row.is_following) note(row.record_id, row.user_id)
    else watchers.get(row.record_id)?.delete(row.user_id)
  return watchers
}

const shown = 50

/** Of these users, those who see a record at least so far, by the rights of this moment. */
export async function seeing(
  runtime: Runtime,
  shape: Shape,
  id: string,
  users: Iterable<string>,
  level: 'card' | 'full' = 'full',
): Promise<Set<string>> {
  const seers = new Set<string>()
  for (const user of users) {
    const actor = await runtime.actorOf(user, 'user')
    if (actor && atLeast((await seenBy(runtime, actor, shape, [id])).get(id)?.level ?? 'none', level)) seers.add(user)
  }
  return seers
}

/** Who follows a record, as its page shows it; those who have lost sight of it are left out. */
export async function followersOf(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  id: string,
): Promise<{ following: boolean; count: number; items: { id: string; title: string }[] }> {
  const watchers = (await watchersOf(runtime.database, runtime.house, [{ record: shape.name, id }])).get(id) ?? new Set<string>()
  const some = [...watchers].slice(0, shown)
  const seers = await seeing(runtime, shape, id, some)
  const names = await titlesOf(runtime, actor, runtime.house.shapes.get('user')!, seers)
  return {
    following: watchers.has(actor.id),
    count: watchers.size - (some.length - seers.size),
    items: [...seers].flatMap((user) => (names.has(user) ? [{ id: user, title: names.get(user)! }] : [])),
  }
}

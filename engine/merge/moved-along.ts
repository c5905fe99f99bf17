import type { Actor } from '#engine/access/actor.ts'
import type { Shape } from '#engine/record/house.ts'
import { snake } from '#engine/store/columns.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql, type Sql } from '#engine/store/sql.ts'

/** What hangs on a record beside other records: files, comments, followers, colleagues let in. Moved with a merge, and back with its undo. */

/** Measured moments that the record which stays took over: what they were, and what they became. No event tells of them. */
export type Moments = Readonly<Record<string, readonly [before: string | null, after: string]>>

interface Moved {
  files: string[]
  comments: string[]
  followers: string[]
  collaborators: string[]
  moments: Moments
}

interface Merging {
  queries: Queries
  actor: Actor
  operation: string
  now: string
}

const idsOf = async (queries: Queries, statement: Sql): Promise<string[]> => (await queries.arrays(statement)).map(([id]) => id as string)

/** Moves all that to the record that stays, and writes down what was moved: that is what the old id leads by, and what an undo reads. */
export async function moveAlong(
  { queries, actor, operation, now }: Merging,
  shape: Shape,
  from: string,
  to: string,
  moments: Moments,
): Promise<void> {
  const files = await idsOf(queries, sql`update file set record_id = ${to} where record_id = ${from} returning id`)
  const comments = await idsOf(queries, sql`update comment set record_id = ${to} where record_id = ${from} returning id`)
  const followers = await idsOf(
    queries,
    sql`insert into follower (record, record_id, user_id, at, is_following)
      select record, ${to}, user_id, at, is_following from follower where record_id = ${from} on conflict do nothing returning user_id`,
  )
  const collaborators = await idsOf(
    queries,
    sql`insert into collaborator (principal_id, record, record_id, level, until, record_created_at, created_at, created_by_id)
      select c.principal_id, c.record, ${to}, c.level, c.until, t.record_created_at, c.created_at, c.created_by_id
      from collaborator c cross join (select created_at as record_created_at from ${sql.id(snake(shape.name))} where id = ${to}) t
      where c.record_id = ${from} on conflict do nothing returning principal_id`,
  )
  await queries.run(
    sql`insert into merge (operation_id, record, stays_id, goes_id, actor_id, at, moved)
      values (${operation}, ${shape.name}, ${to}, ${from}, ${actor.id}, ${now}, ${JSON.stringify({ files, comments, followers, collaborators, moments } satisfies Moved)})`,
  )
}

/**
 * Moves back what an operation's merges had moved. What was added since stays where it is.
 * @returns the measured moments that the records which stayed shall have again, where nothing newer was measured since
 */
export async function moveBack(
  queries: Queries,
  operation: string,
  now: string,
): Promise<{ record: string; id: string; moments: Moments }[]> {
  const merges = await queries.rows<{
    stays_id: string
    goes_id: string
    record: string
    moved: Moved
  }>(
    sql`update merge set undone_at = ${now} where operation_id = ${operation} and undone_at is null returning record, stays_id, goes_id, moved`,
  )
  for (const { stays_id: stays, goes_id: goes, moved } of merges) {
    await queries.run(sql`update file set record_id = ${goes} where id = any(${moved.files}::uuid[])`)
    await queries.run(sql`update comment set record_id = ${goes} where id = any(${moved.comments}::uuid[])`)
    await queries.run(sql`delete from follower where record_id = ${stays} and user_id = any(${moved.followers}::uuid[])`)
    await queries.run(sql`delete from collaborator where record_id = ${stays} and principal_id = any(${moved.collaborators}::uuid[])`)
  }
  return merges.map(({ record, stays_id: id, moved }) => ({ record, id, moments: moved.moments }))
}

/** Whether an operation was a merge. */
export const isMerge = async (queries: Queries, operation: string): Promise<boolean> =>
  (await queries.row(sql`select 1 from merge where operation_id = ${operation} limit 1`)) !== undefined

/** Where a record that was merged has gone to in the end; undefined where it was not. */
export async function whereTo(queries: Queries, record: string, id: string): Promise<string | undefined> {
  const rows = await queries.rows<{ id: string }>(
    sql`with recursive way (id, depth) as (
        select stays_id, 1 from merge where record = ${record} and goes_id = ${id} and undone_at is null
        union all select m.stays_id, way.depth + 1 from merge m join way on m.goes_id = way.id where m.record = ${record} and m.undone_at is null and way.depth < 50)
      select id from way order by depth desc limit 1`,
  )
  return rows[0]?.id
}

/** The records that were merged into one, however long the way. */
export const mergedInto = (queries: Queries, record: string, id: string): Promise<string[]> =>
  idsOf(
    queries,
    sql`with recursive part (id, depth) as (
        select goes_id, 1 from merge where record = ${record} and stays_id = ${id} and undone_at is null
        union all select m.goes_id, part.depth + 1 from merge m join part on m.stays_id = part.id where m.record = ${record} and m.undone_at is null and part.depth < 50)
      select distinct id from part`,
  )

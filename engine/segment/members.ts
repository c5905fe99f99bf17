import type { Actor } from '#engine/access/actor.ts'
import { compileSql } from '#engine/access/condition-sql.ts'
import { readFilter } from '#engine/access/filter.ts'
import { both, type Condition } from '#engine/access/rules.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import { notFound } from '#engine/action/refusal.ts'
import type { House, Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { snake } from '#engine/store/columns.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { segmentsIn } from './segments.ts'

/** The members of a segment as one actor finds them: records of this type that meet the condition. */
export interface Membership {
  shape: Shape
  /** His rights are in it: rows that he may see, by fields that he may read. */
  condition: Condition
}

/**
 * What a segment means for whoever asks: the one way from a segment to its members, for lists, campaigns, surveys and rules of service
 * alike. The condition is worked out anew at every call, since days move and rights change.
 * Refuses what the actor may not see (`not-found`) or may not ask (the refusals of a filter).
 */
export async function segmentCondition(
  { house, database, clock }: Pick<Runtime, 'house' | 'database' | 'clock'>,
  actor: Actor,
  segment: string,
  queries: Queries = database,
): Promise<Membership> {
  const filter = { segment }
  const segments = await segmentsIn(queries, house, actor, filter)
  const meaning = segments.get(segment)
  const shape = meaning && house.shapes.get(meaning.of)
  if (!shape) throw notFound()
  const { condition, visible } = readFilter(house, actor, shape, filter, clock(), segments)
  return { shape, condition: both(accessTo(house, actor, shape).card.condition, visible, condition) }
}

const where = (house: House, { shape, condition }: Membership) => sql`t.deleted_at is null and ${compileSql(house, shape, condition, 't')}`

/** Whether a record is in a segment at this moment, in the eyes of the actor. Refuses as `segmentCondition` does. */
export async function isMember(runtime: Runtime, actor: Actor, segment: string, id: string): Promise<boolean> {
  const membership = await segmentCondition(runtime, actor, segment)
  const found = await runtime.database.row(
    sql`select 1 from ${sql.id(snake(membership.shape.name))} t where t.id = ${id} and ${where(runtime.house, membership)}`,
  )
  return found !== undefined
}

/**
 * The ids of a segment's members in the eyes of the actor, in the order of their ids, so many at a time: however many there are, never more
 * than one page is in memory. Whoever joins or leaves meanwhile may be met or missed. Refuses as `segmentCondition` does.
 */
export async function* membersOf(runtime: Runtime, actor: Actor, segment: string, pageSize = 1000): AsyncGenerator<string[]> {
  const membership = await segmentCondition(runtime, actor, segment)
  const rows = sql`select t.id from ${sql.id(snake(membership.shape.name))} t where ${where(runtime.house, membership)}`
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const page = await runtime.database.rows<{ id: string }>(sql`${rows} and t.id > ${after}::uuid order by t.id limit ${pageSize}`)
    if (page.length > 0) yield page.map(({ id }) => id)
    if (page.length < pageSize) return
    after = page.at(-1)!.id
  }
}

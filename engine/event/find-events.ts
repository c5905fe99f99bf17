import type { Queries } from '#engine/store/database.ts'
import { firstIdAt } from '#engine/store/id.ts'
import { sql, type Sql } from '#engine/store/sql.ts'
import { eventsWithin } from './events.ts'
import type { StoredEvent } from './define-event.ts'

/** What is looked for among all events. Everything that is named must be so. */
export interface EventSearch {
  /** The record types whose events the reader may look through. */
  records: readonly string[]
  actorId?: string | undefined
  operationId?: string | undefined
  /** One of these records, with what hangs on them where they are roots. */
  recordIds?: readonly string[] | undefined
  /** Last words of the types: "revealed", "edited". */
  kinds?: readonly string[] | undefined
  field?: string | undefined
  /** Instants in milliseconds: from this one on, and before that. */
  from?: number | undefined
  until?: number | undefined
  /** Only older than this event. */
  before?: string | undefined
}

/** So many events are looked at for one answer, whatever is looked for. */
const reach = 4000

/**
 * Events newest first, by whichever index leads to the fewest; what no index knows is looked for among the newest few thousand, and the
 * answer says where to go on. One look costs the same at a thousand events and at a hundred million.
 * @returns `next`: where to go on, null at the end. It may be given with few events or none: the look has not come to the end yet.
 */
export async function findEvents(
  queries: Queries,
  search: EventSearch,
  limit: number,
): Promise<{ events: StoredEvent[]; next: string | null }> {
  const { actorId, operationId, recordIds, kinds, field, from, until, before } = search
  const within = sql.and([
    before ? sql`e.id < ${before}::uuid` : sql.raw('true'),
    from === undefined ? sql.raw('true') : sql`e.id >= ${firstIdAt(from)}::uuid`,
    until === undefined ? sql.raw('true') : sql`e.id < ${firstIdAt(until)}::uuid`,
  ])
  const types = kinds?.flatMap((kind) => search.records.map((record) => `${record}.${kind}`))
  const rest = sql.and([
    sql`e.record = any(${search.records}::text[])`,
    types ? sql`e.type = any(${types}::text[])` : sql.raw('true'),
    field ? sql`e.changes ? ${field}` : sql.raw('true'),
    actorId ? sql`e.actor_id = ${actorId}` : sql.raw('true'),
  ])
  const newest = (where: Sql) => sql`(select e.* from event e where ${sql.and([where, within])} order by e.id desc limit ${reach})`
  const looked = operationId
    ? newest(sql`e.operation_id = ${operationId}`)
    : recordIds
      ? sql`(select distinct on (id) * from (${sql.join(
          recordIds.flatMap((id) => [newest(sql`e.record_id = ${id}`), newest(sql`e.root_id = ${id}`)]),
          ' union all ',
        )}) e order by id desc limit ${reach})`
      : actorId
        ? newest(sql`e.actor_id = ${actorId}`)
        : types
          ? sql`(select e.* from unnest(${types}::text[]) t(type) cross join lateral ${newest(sql`e.type = t.type`)} e order by e.id desc limit ${reach})`
          : newest(sql.raw('true'))
  const { events, count, floor } = await eventsWithin(queries, looked, rest, limit)
  return { events, next: events.length === limit ? events.at(-1)!.id : count === reach ? floor : null }
}

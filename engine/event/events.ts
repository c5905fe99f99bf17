import { randomBytes } from 'node:crypto'
import { copyText } from '#engine/store/copy.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql, type Sql } from '#engine/store/sql.ts'
import type { StoredEvent } from './define-event.ts'

const eventColumns = sql.raw(
  'e.id, e.at, e.type, e.v, e.actor_id, e.actor_kind, e.operation_id, e.cause_id, e.record, e.record_id, e.root_record, e.root_id, e.version, e.changes',
)

const eventOf = (cells: readonly unknown[]): StoredEvent => ({
  id: cells[0] as string,
  at: cells[1] as string,
  type: cells[2] as string,
  v: cells[3] as number,
  actorId: cells[4] as string,
  actorKind: cells[5] as string,
  operationId: cells[6] as string,
  causeId: cells[7] as string | null,
  record: cells[8] as string,
  recordId: cells[9] as string,
  rootRecord: cells[10] as string,
  rootId: cells[11] as string,
  version: cells[12] as number,
  changes: cells[13] as StoredEvent['changes'],
})

interface Salted {
  event: StoredEvent
  salt: Buffer
}

const columns: { column: string; type: string; of(row: Salted): unknown }[] = [
  { column: 'id', type: 'uuid', of: ({ event }) => event.id },
  { column: 'at', type: 'timestamptz', of: ({ event }) => event.at },
  { column: 'type', type: 'text', of: ({ event }) => event.type },
  { column: 'v', type: 'smallint', of: ({ event }) => event.v },
  { column: 'actor_id', type: 'uuid', of: ({ event }) => event.actorId },
  { column: 'actor_kind', type: 'text', of: ({ event }) => event.actorKind },
  { column: 'operation_id', type: 'uuid', of: ({ event }) => event.operationId },
  { column: 'cause_id', type: 'uuid', of: ({ event }) => event.causeId },
  { column: 'record', type: 'text', of: ({ event }) => event.record },
  { column: 'record_id', type: 'uuid', of: ({ event }) => event.recordId },
  { column: 'root_record', type: 'text', of: ({ event }) => event.rootRecord },
  { column: 'root_id', type: 'uuid', of: ({ event }) => event.rootId },
  { column: 'version', type: 'integer', of: ({ event }) => event.version },
  { column: 'changes', type: 'jsonb', of: ({ event }) => event.changes },
  { column: 'salt', type: 'bytea', of: ({ salt }) => salt },
]

/** Writes events and tells the sealer of them, in the writer's transaction. Writers never wait for one another here. */
export async function insertEvents(queries: Queries, events: readonly StoredEvent[]): Promise<void> {
  if (events.length === 0) return
  const salts = randomBytes(16 * events.length)
  if (events.length === 1) {
    const event = events[0]!
    await queries.run(
      sql`with e as (insert into event (id, at, type, v, actor_id, actor_kind, operation_id, cause_id, record, record_id, root_record, root_id, version, changes, salt)
        values (${event.id}, ${event.at}, ${event.type}, ${event.v}, ${event.actorId}, ${event.actorKind}, ${event.operationId}, ${event.causeId}, ${event.record}, ${event.recordId}, ${event.rootRecord}, ${event.rootId}, ${event.version}, ${JSON.stringify(event.changes)}, ${salts}))
        insert into event_pending (event_id) values (${event.id})`,
      'prepare',
    )
    return
  }
  const salted = events.map((event, i) => ({ event, salt: salts.subarray(i * 16, i * 16 + 16) }))
  await queries.copy(sql`copy event (${sql.join(columns.map(({ column }) => sql.id(column)))}) from stdin`, copyText(columns, salted))
  await queries.copy(
    sql`copy event_pending (event_id) from stdin`,
    copyText([{ type: 'uuid', of: (event: StoredEvent) => event.id }], events),
  )
}

/** Events that meet a piece of SQL about `e`, in the order given. */
export async function readEvents(queries: Queries, where: Sql, order: Sql, limit: number): Promise<StoredEvent[]> {
  return (await queries.arrays(sql`select ${eventColumns} from event e where ${where} order by ${order} limit ${limit}`)).map(eventOf)
}

/** The history of one record after a version, oldest first: what a stale save is compared with. */
export async function eventsSince(queries: Queries, recordId: string, version: number): Promise<StoredEvent[]> {
  return (
    await queries.arrays(
      sql`select ${eventColumns} from event e where e.record_id = ${recordId} and e.version > ${version} order by e.version`,
      'prepare',
    )
  ).map(eventOf)
}

/** Sealed events after a position, in order, with their positions. */
export async function eventsAfter(queries: Queries, position: number, limit: number): Promise<{ position: number; event: StoredEvent }[]> {
  const cells = await queries.arrays(
    sql`select ${eventColumns}, s.position from seal s join event e on e.id = s.event_id where s.position > ${position} order by s.position limit ${limit}`,
    'prepare',
  )
  return cells.map((row) => ({ event: eventOf(row), position: row[14] as number }))
}

/** Of some events those that meet a condition, newest first; how many were looked at, and the oldest of them. */
export async function eventsWithin(
  queries: Queries,
  looked: Sql,
  where: Sql,
  limit: number,
): Promise<{ events: StoredEvent[]; count: number; floor: string | null }> {
  const cells = await queries.arrays(
    sql`with looked as materialized ${looked},
        span as (select (select count(*) from looked) as n, (select id from looked order by id limit 1) as floor)
      select ${eventColumns}, s.n, s.floor from span s left join lateral (select * from looked e where ${where} order by e.id desc limit ${limit}) e on true
      order by e.id desc`,
  )
  const [first] = cells
  return {
    events: cells.filter((row) => row[0] !== null).map(eventOf),
    count: (first?.[14] as number | undefined) ?? 0,
    floor: (first?.[15] as string | null | undefined) ?? null,
  }
}

import type { StoredEvent } from '#engine/event/define-event.ts'
import type { House } from '#engine/record/house.ts'
import { snake } from '#engine/store/columns.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { columnsOf } from '#engine/store/table.ts'
import type { Words } from '#engine/text/words.ts'
import type { NoticeType } from './define-notice.ts'

/** Whom a notice names for one event. */
export interface Named {
  kind: NoticeType
  did: Words
  users: readonly string[]
}

/** Those whom the declared notices name for each of these events, by its id: whoever stands in the field, by its present value unless the event set it. */
export async function namedIn(queries: Queries, house: House, events: readonly StoredEvent[]): Promise<Map<string, Named>> {
  const named = new Map<string, Named>()
  for (const kind of house.notices.values())
    for (const [type, { to, did }] of Object.entries(kind.tells ?? {})) {
      const some = events.filter((event) => event.type === type)
      const present = await presentIn(
        queries,
        house,
        to,
        some.filter(({ changes }) => !changes?.[to]),
      )
      for (const event of some) named.set(event.id, { kind, did, users: usersOf(event.changes?.[to]?.[1] ?? present.get(event.recordId)) })
    }
  return named
}

const usersOf = (value: unknown): string[] => [value].flat().filter((user): user is string => typeof user === 'string')

async function presentIn(queries: Queries, house: House, field: string, events: readonly StoredEvent[]): Promise<Map<string, unknown>> {
  const shape = events[0] && house.shapes.get(events[0].record)
  const held = shape?.fields.get(field)
  if (!shape || !held) return new Map()
  const rows = await queries.arrays(
    sql`select t.id, t.${sql.id(columnsOf(held).main)} from ${sql.id(snake(shape.name))} t where t.id = any(${events.map((event) => event.recordId)}::uuid[])`,
    'prepare',
  )
  return new Map(rows as [string, unknown][])
}

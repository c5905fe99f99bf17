import { narrowed } from '#engine/store/list.ts'
import { always } from '#engine/access/rules.ts'
import type { Runtime } from '#engine/runtime.ts'
import { readRows } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { dayAt } from '#engine/time/zone.ts'
import { segmentCondition } from './members.ts'

interface Change {
  size: number
  entered: number
  departed: number
}

/**
 * Writes down who has come into a segment and who has left it since the last time, as its owner sees it. One statement, whatever the number
 * of members; two that come at once do it one after the other. Nothing is written where the segment is not kept, or its owner is gone.
 */
export async function reckonStays(runtime: Runtime, segment: string): Promise<Change | undefined> {
  const { house, database } = runtime
  const source = house.segments!
  return database.transaction(async (tx) => {
    // The first time, a million rows may come at once; nobody waits for them.
    await tx.run(sql`set local statement_timeout = '15min'`)
    await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${segment}, 12))`)
    const [row] = await readRows(tx, house.shapes.get(source.record)!, [segment])
    const meaning = row && !row.deletedAt ? source.meaningOf(row) : undefined
    const owner = meaning?.isActive && meaning.owner ? await runtime.actorOf(meaning.owner, 'job') : undefined
    if (!owner) return undefined
    const { shape, condition } = await segmentCondition(runtime, owner, segment, tx)
    const now = new Date(runtime.clock()).toISOString()
    const day = dayAt(runtime.clock())
    const members = narrowed(house, shape, { visible: always, filter: condition }, sql.raw('t.id'))
    const isFirst = !(await tx.row(sql`select 1 from segment_size where segment_id = ${segment} limit 1`))
    const change = await tx.row<Change>(sql`
      with present as materialized (${members}),
      departed as (
        update segment_stay s set left_at = ${now}::timestamptz where s.segment_id = ${segment} and s.left_at is null
          and not exists (select 1 from present p where p.id = s.record_id) returning 1),
      entered as (
        insert into segment_stay (segment_id, record_id, entered_at, is_first)
          select ${segment}::uuid, p.id, ${now}::timestamptz, ${isFirst} from present p
          where not exists (select 1 from segment_stay s where s.segment_id = ${segment} and s.record_id = p.id and s.left_at is null)
          returning 1)
      select (select count(*) from present)::int as size, (select count(*) from entered)::int as entered,
        (select count(*) from departed)::int as departed`)
    await tx.run(sql`
      insert into segment_size (segment_id, day, size, entered, departed, at)
        values (${segment}, ${day}, ${change!.size}, ${isFirst ? 0 : change!.entered}, ${change!.departed}, ${now})
        on conflict (segment_id, day) do update set size = excluded.size, at = excluded.at,
          entered = segment_size.entered + excluded.entered, departed = segment_size.departed + excluded.departed`)
    return change
  })
}

/** How large a segment was on the last days that were reckoned, oldest first. */
export interface DaySize {
  day: string
  size: number
  entered: number
  departed: number
}

export const sizesOf = async ({ database }: Runtime, segment: string, days: number): Promise<{ sizes: DaySize[]; at: string | null }> => {
  const rows = await database.rows<DaySize & { at: string }>(
    sql`select day::text, size, entered, departed, at from segment_size where segment_id = ${segment} order by day desc limit ${days}`,
  )
  return { sizes: rows.map(({ at: _, ...size }) => size).reverse(), at: rows[0]?.at ?? null }
}

import type { Shape } from '#engine/record/house.ts'
import { snake } from './columns.ts'
import type { Queries } from './database.ts'
import { firstIdAt } from './id.ts'
import { sql } from './sql.ts'
import { defaultSort, orderColumn, scopeColumns } from './table.ts'

/** So many of somebody's records are looked at, the first of his list; beyond that nobody knows them all anyway. */
const looked = 2000

/**
 * The records of somebody that were last changed, or what hangs on them, newest first, each with its newest event. One walk along an index
 * for the records, one look into another for each of them; only the youngest parts of the events are touched.
 */
export async function recentlyChanged(
  queries: Queries,
  shape: Shape,
  ownerId: string,
  since: number,
  limit: number,
): Promise<{ id: string; event: string }[]> {
  const owner = scopeColumns(shape).owner!
  const { field, descending } = defaultSort(shape)
  const order = sql`${sql.id('t', orderColumn(field))} ${sql.raw(descending ? 'desc' : 'asc')}, t.id ${sql.raw(descending ? 'desc' : 'asc')}`
  return queries.rows<{ id: string; event: string }>(
    sql`select o.id, e.id as event from (select t.id from ${sql.id(snake(shape.name))} t where t.${sql.id(owner)} = ${ownerId} and t.deleted_at is null order by ${order} limit ${looked}) o
      cross join lateral (select e.id from event e where e.root_id = o.id and e.id >= ${firstIdAt(since)}::uuid order by e.id desc limit 1) e
      order by e.id desc limit ${limit}`,
  )
}

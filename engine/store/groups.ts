import { compileSql, valueSql } from '#engine/access/condition-sql.ts'
import type { Condition } from '#engine/access/rules.ts'
import type { House, KnownField, Shape } from '#engine/record/house.ts'
import type { Queries } from './database.ts'
import { narrowed } from './list.ts'
import type { ListQuestion } from './walk.ts'
import { sql } from './sql.ts'

/** A field that is added up, over those rows whose value the reader may see. */
export interface Total {
  field: KnownField
  readable: Condition
}

export interface GroupRow {
  /** The shared value; null for the rows without one. */
  value: string | boolean | null
  count: number
  totals: { sum: string | null; of: number }[]
}

/**
 * Rows of a list by their values of one field, with totals. Looks at no more than `cap` rows: null where there are more, so that a group of a
 * million rows is never added up while somebody waits.
 */
export async function readGroups(
  queries: Queries,
  house: House,
  shape: Shape,
  question: Omit<ListQuestion, 'sorts' | 'limit' | 'after'>,
  by: KnownField,
  totals: readonly Total[],
  cap: number,
): Promise<GroupRow[] | null> {
  const columns = [
    sql`${valueSql(by, 't')} as g`,
    ...totals.flatMap(({ field, readable }, i) => [
      sql`case when ${compileSql(house, shape, readable, 't')} then ${valueSql(field, 't')} end as ${sql.id(`s${i}`)}`,
    ]),
  ]
  const rows = narrowed(house, shape, question, sql.join(columns), cap)
  const sums = totals.map((_, i) => sql`, sum(${sql.id('r', `s${i}`)})::text, count(${sql.id('r', `s${i}`)})`)
  const found = await queries.arrays(sql`select r.g, count(*)${sql.join(sums, '')} from (${rows}) r group by r.g`)
  const groups = found.map(([value, count, ...rest]): GroupRow => ({
    value: value as GroupRow['value'],
    count: Number(count),
    totals: totals.map((_, i) => ({ sum: rest[i * 2] as string | null, of: Number(rest[i * 2 + 1]) })),
  }))
  return groups.reduce((sum, group) => sum + group.count, 0) > cap ? null : groups
}

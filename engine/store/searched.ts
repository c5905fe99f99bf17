import { both, isAlways, type Condition } from '#engine/access/rules.ts'
import { sql, type Sql } from './sql.ts'
import { branch, branchesOf, keysOf, orderBy, orderByKeys, whereOf, type Parts } from './walk.ts'

/**
 * Ids of rows that are searched for. The planner knows how often single search words occur, but not how they go together; where it bets on
 * an order's index it may walk through a million rows to find none. So it is given no order to bet on (`offset 0` fences the inner part),
 * or no more rows than a window holds.
 */

export interface Way {
  visible: Condition
  where(alias: string): Sql
}

/** Every branch of what is visible by every arm of the search. */
export const waysOf = ({ question }: Parts): Way[] =>
  question.search!.arms.flatMap((arm) =>
    branchesOf(both(question.visible, arm.visible)).map((visible): Way => ({ visible, where: arm.where })),
  )

/** The rows of one way as `t`, in no order; so many of them, where more are of no use. */
export function allOf(parts: Parts, { visible, where }: Way, way: 'index' | 'scan', most?: number): Sql {
  const bound = most === undefined ? sql.empty : sql` limit ${most}`
  const rows = (more: Sql) => sql`(select t.* from ${parts.table} t where ${whereOf(parts, visible, 't')}${more} offset 0${bound}) t`
  return way === 'scan' ? sql`${rows(sql.empty)} where ${where('t')}` : rows(sql` and ${where('t')}`)
}

/** The first rows of one way among as many as the window holds, as `t`. */
export function windowOf(parts: Parts, way: Way, window: number): Sql {
  const { table, question } = parts
  const { sorts, limit } = question
  if (isAlways(way.visible))
    return sql`(select t.* from (select t.* from ${table} t where ${whereOf(parts, way.visible, 't')} order by ${orderBy(sorts, 't')} limit ${window}) t where ${way.where('t')} order by ${orderBy(sorts, 't')} limit ${limit}) t`
  const walked = branch({ ...parts, question: { ...question, limit: window } }, way.visible)
  return sql`(select t.* from (${walked}) k cross join lateral (select t.* from ${table} t where t.id = k.id and ${way.where('t')} offset 0) t order by ${orderByKeys(sorts, 'k')} limit ${limit}) t`
}

/**
 * The rows of one way among so many that were made before each of some moments, as `t`. All moments are one question: to plan a question
 * of many parts takes longer than to answer it.
 */
export const momentsOf = (parts: Parts, way: Way, moments: readonly string[], rows: number): Sql =>
  sql`(select t.* from unnest(${moments}::timestamptz[]) moment cross join lateral (select t.* from ${parts.table} t where ${whereOf(parts, way.visible, 't')} and t.created_at < moment order by ${orderBy(parts.question.sorts, 't')} limit ${rows}) t where ${way.where('t')}) t`

function firstOf(parts: Parts, way: Way): Sql {
  const { sorts, limit, search } = parts.question
  const how = search!.way
  const rows = typeof how === 'string' ? allOf(parts, way, how) : windowOf(parts, way, how.window)
  return sql`select ${keysOf(sorts, 't')} from ${rows} order by ${orderBy(sorts, 't')} limit ${limit}`
}

/** The ids and order keys of the first rows found. */
export function searchedIds(parts: Parts): Sql {
  const { sorts, limit } = parts.question
  const ways = waysOf(parts)
  if (ways.length === 0) return sql`select ${keysOf(sorts, 't')} from ${parts.table} t where false`
  if (ways.length === 1) return firstOf(parts, ways[0]!)
  const all = sql.join(
    ways.map((way) => sql`(${firstOf(parts, way)})`),
    ' union all ',
  )
  return sql`select u.* from (${all}) u group by ${sql.join([sql.id('u', 'id'), ...sorts.map((_, i) => sql.id('u', `o${i}`))])} order by ${orderByKeys(sorts, 'u')} limit ${limit}`
}

/** The ids of all rows found, counted no further than a bound. */
export function searchedCount(parts: Parts, bound: Sql): Sql {
  const ways = waysOf(parts)
  if (ways.length === 0) return sql`select t.id from ${parts.table} t where false`
  const how = parts.question.search!.way === 'scan' ? 'scan' : 'index'
  const all = ways.map((way) => sql`select t.id from ${allOf(parts, way, how)}`)
  return ways.length === 1
    ? sql`${all[0]}${bound}`
    : sql`select u.id from (${sql.join(
        all.map((part) => sql`(${part}${bound})`),
        ' union ',
      )}) u${bound}`
}

import type { Collaboration } from '#engine/access/condition-js.ts'
import { asksLinked, asWhole } from '#engine/access/linked.ts'
import { both, isAlways, isNever, type Condition, type Level } from '#engine/access/rules.ts'
import type { House, Shape } from '#engine/record/house.ts'
import { within } from './asker.ts'
import type { Database } from './database.ts'
import { rowReader, type StoredRow } from './rows.ts'
import { searchedCount, searchedIds } from './searched.ts'
import { sql, type Sql } from './sql.ts'
import { defaultSort, rootColumn } from './table.ts'
import { branch, branchesOf, gathered, orderBy, orderByKeys, orderSql, partsOf, whereOf, type ListQuestion, type Searched } from './walk.ts'

export interface ListPage {
  rows: StoredRow[]
  /** Where the next page begins; null at the end. */
  next: unknown[] | null
}

/** One page of a list: the statement, and how its rows are read. */
export function listStatement(
  house: House,
  shape: Shape,
  question: ListQuestion,
  /** How the ids of each branch are found. */
  way: typeof branch = branch,
): { statement: Sql; read: (cells: readonly unknown[]) => { row: StoredRow; keys: unknown[] }; stable: boolean } {
  const parts = partsOf(house, shape, question)
  const { sorts, limit } = question
  const reader = rowReader(shape, 't', question.only)
  const { lettingIn, search } = question
  const read = (cells: readonly unknown[]) => {
    const row = reader.read(cells.slice(sorts.length))
    if (lettingIn) row.collaborators = collaborationsOf(cells.at(-1) as [string, Level, string | null][] | null)
    return { row, keys: cells.slice(0, sorts.length) }
  }
  const select = lettingIn ? sql`${reader.select}, ${lettingInSql(shape, lettingIn)}` : reader.select
  const keys = sql.join(sorts.map((sort) => orderSql(sort, 't')))
  const branches = search ? [] : branchesOf(question.visible)
  if (branches.length === 1 && isAlways(branches[0]!) && parts.isPlain) {
    const statement = sql`select ${keys}, ${select} from ${parts.table} t where ${whereOf(parts, branches[0]!, 't')} order by ${orderBy(sorts, 't')} limit ${limit}`
    return { statement, read, stable: true }
  }
  const ids = search
    ? searchedIds(parts)
    : branches.length === 1
      ? way(parts, branches[0]!)
      : sql`select u.* from (${sql.join(
          branches.map((part) => sql`(${way(parts, part)})`),
          ' union all ',
        )}) u group by ${sql.join([sql.id('u', 'id'), ...sorts.map((_, i) => sql.id('u', `o${i}`))])} order by ${orderByKeys(sorts, 'u')} limit ${limit}`
  const statement = sql`select ${sql.join(sorts.map((_, i) => sql.id('k', `o${i}`)))}, ${select} from (${ids}) k join ${parts.table} t on t.id = k.id order by ${orderByKeys(sorts, 'k')}`
  // Where nothing but the actor's own keys varies, the plan is the same whatever the values: it may stay prepared.
  return { statement, read, stable: parts.isPlain && parts.isDefaultOrder && !search }
}

const lettingInSql = (shape: Shape, principals: readonly string[]): Sql =>
  sql`(select json_agg(json_build_array(c.principal_id, c.level, c.until)) from collaborator c where c.record_id = ${sql.id('t', rootColumn(shape))} and c.principal_id = any(${principals}::uuid[]))`

const collaborationsOf = (found: [string, Level, string | null][] | null): Collaboration[] =>
  (found ?? []).map(([principal, level, until]) => ({ principal, level, until: until === null ? null : new Date(until).toISOString() }))

/** Milliseconds for which a list is walked along its order in search of rows on which something hangs, before all such rows are gathered. */
const patience = 250

export async function readList(queries: Database, house: House, shape: Shape, question: ListQuestion): Promise<ListPage> {
  if (isNever(question.visible)) return { rows: [], next: null }
  const byAll = () => listStatement(house, shape, { ...question, filter: asWhole(question.filter), limit: question.limit + 1 }, gathered)
  const ask = async (search: Searched | undefined) => {
    const { statement, read, stable } = listStatement(house, shape, { ...question, search, limit: question.limit + 1 })
    const isByIndex = typeof search?.way === 'string'
    if (!search && asksLinked(question.filter)) {
      const walked = await within(patience, () => queries.search(statement))
      return (walked ?? (await queries.whole(byAll().statement))).map(read)
    }
    return (await (isByIndex ? queries.byIndex(statement) : queries.arrays(statement, stable ? 'prepare' : undefined))).map(read)
  }
  let found = await ask(question.search)
  // The window held too few: what is searched for is not so common after all, and the index finds it.
  if (question.search && typeof question.search.way !== 'string' && found.length <= question.limit)
    found = await ask({ ...question.search, way: 'index' })
  const page = found.slice(0, question.limit)
  const last = page.at(-1)
  return { rows: page.map((entry) => entry.row), next: found.length > question.limit && last ? [...last.keys, last.row.id] : null }
}

/** Columns of the rows of a list in no order, no more of them than `cap` and one: for counting and adding up. */
export function narrowed(
  house: House,
  shape: Shape,
  question: Omit<ListQuestion, 'sorts' | 'limit' | 'after'>,
  columns: Sql,
  cap?: number,
): Sql {
  const parts = partsOf(house, shape, { ...question, filter: asWhole(question.filter), sorts: [defaultSort(shape)], limit: 0 })
  const bound = cap === undefined ? sql.empty : sql` limit ${cap + 1}`
  if (question.search) return sql`select ${columns} from ${parts.table} t where t.id in (${searchedCount(parts, bound)})`
  const branches = branchesOf(question.visible)
  // Each branch leaves out what the ones before it have counted: nothing is compared, and counting stops at the cap. The widest goes first.
  const width = (branch: Condition) => ('op' in branch ? (branch.op === 'in' ? 0 : branch.op === 'sharedWith' ? 2 : 1) : 1)
  const ordered = [...branches].sort((a, b) => width(a) - width(b))
  const rows = sql.join(
    ordered.map((branch, i) => {
      const alone = i === 0 ? branch : both(branch, { not: { or: ordered.slice(0, i) } })
      return sql`select ${columns} from ${parts.table} t where ${whereOf(parts, alone, 't')}`
    }),
    ' union all ',
  )
  return sql`${rows}${bound}`
}

/** The statement that counts no further than `cap`. */
export const countStatement = (house: House, shape: Shape, question: Omit<ListQuestion, 'sorts' | 'limit' | 'after'>, cap?: number): Sql =>
  sql`select count(*) as n from (${narrowed(house, shape, question, sql.raw('t.id'), cap)}) c`

/** How many rows there are, counted no further than `cap` (exactly, where there is none). */
export async function countList(
  queries: Database,
  house: House,
  shape: Shape,
  question: Omit<ListQuestion, 'sorts' | 'limit' | 'after'>,
  cap?: number,
): Promise<{ value: number; exact: boolean }> {
  if (isNever(question.visible)) return { value: 0, exact: true }
  const isStable = isAlways(question.filter)
  const statement = countStatement(house, shape, question, cap)
  const [row] = await (question.search
    ? queries.byIndex(statement)
    : asksLinked(question.filter)
      ? queries.whole(statement)
      : queries.arrays(statement, isStable ? 'prepare' : undefined))
  const n = Number(row?.[0] ?? 0)
  return cap !== undefined && n > cap ? { value: cap, exact: false } : { value: n, exact: true }
}

import { compileSql } from '#engine/access/condition-sql.ts'
import type { Sort } from '#engine/access/filter.ts'
import type { Collaboration } from '#engine/access/condition-js.ts'
import { both, isAlways, isNever, type Condition, type Level, type SharedWith } from '#engine/access/rules.ts'
import type { House, Shape } from '#engine/record/house.ts'
import { columnKindOf, snake } from './columns.ts'
import { customOrder, customType } from './custom.ts'
import type { Queries } from './database.ts'
import { rowReader, type StoredRow } from './rows.ts'
import { searchCondition } from './search.ts'
import { sql, type Sql } from './sql.ts'
import { defaultSort, orderColumn, rootColumn, scopeColumns } from './table.ts'

export interface ListQuestion {
  /** Rows the actor may see, given what the filter and the order read. */
  visible: Condition
  filter: Condition
  search?: string | undefined
  sorts: readonly Sort[]
  /** Values of the orders and the id of the row after which to go on. */
  after?: readonly unknown[] | undefined
  limit: number
  recycled?: boolean
  /** Fields to read; all where absent. */
  only?: ReadonlySet<string> | undefined
  /** Read along with each row how these principals were let in to its root: saves a second question where rights depend on it. */
  lettingIn?: readonly string[] | undefined
}

export interface ListPage {
  rows: StoredRow[]
  /** Where the next page begins; null at the end. */
  next: unknown[] | null
}

const orderType = ({ field }: Sort) => {
  if (field.storage === 'custom') return customType(field)
  const kind = columnKindOf(field.field)
  return (kind.sort?.type ?? kind.type).replace(/ collate .*/, '')
}

const orderSql = ({ field }: Sort, alias: string): Sql =>
  field.storage === 'custom' ? customOrder(field, sql.id(alias, 'custom')) : sql.id(alias, orderColumn(field))

const direction = (descending: boolean) => sql.raw(descending ? 'desc' : 'asc')

/** Rows after a place: one comparison of whole rows where all orders run the same way, so that the index is entered at the place. */
function afterPlace(sorts: readonly Sort[], after: readonly unknown[], alias: string): Sql {
  const values = sorts.map((sort, i) => sql`${after[i]}::${sql.raw(orderType(sort))}`)
  const id = sql`${after[sorts.length]}::uuid`
  const way = sorts[0]!.descending
  const keys = sorts.map((sort) => orderSql(sort, alias))
  if (sorts.every((sort) => sort.descending === way))
    return sql`(${sql.join([...keys, sql.id(alias, 'id')])}) ${sql.raw(way ? '<' : '>')} (${sql.join([...values, id])})`
  const steps = sorts.map((sort, i) =>
    sql.and([
      ...keys.slice(0, i).map((key, k) => sql`${key} = ${values[k]}`),
      sql`${keys[i]} ${sql.raw(sort.descending ? '<' : '>')} ${values[i]}`,
    ]),
  )
  const last = sql.and([...keys.map((key, k) => sql`${key} = ${values[k]}`), sql`${sql.id(alias, 'id')} ${sql.raw(way ? '<' : '>')} ${id}`])
  return sql`(${keys[0]} ${sql.raw(way ? '<=' : '>=')} ${values[0]} and ${sql.or([...steps, last])})`
}

interface Parts {
  house: House
  shape: Shape
  question: ListQuestion
  table: Sql
  isPlain: boolean
  isDefaultOrder: boolean
}

function whereOf({ house, shape, question }: Parts, visible: Condition, alias: string): Sql {
  const { filter, search, after, sorts, recycled } = question
  const parts = [sql`${sql.id(alias, 'deleted_at')} ${sql.raw(recycled ? 'is not null' : 'is null')}`]
  if (!isAlways(visible)) parts.push(compileSql(house, shape, visible, alias))
  if (!isAlways(filter)) parts.push(compileSql(house, shape, filter, alias))
  if (search) parts.push(searchCondition(search, alias) ?? sql.raw('false'))
  if (after) parts.push(afterPlace(sorts, after, alias))
  return sql.and(parts)
}

const keysOf = (sorts: readonly Sort[], alias: string) =>
  sql.join([sql.id(alias, 'id'), ...sorts.map((sort, i) => sql`${orderSql(sort, alias)} as ${sql.id(`o${i}`)}`)])
const orderBy = (sorts: readonly Sort[], alias: string) =>
  sql.join([
    ...sorts.map((sort) => sql`${orderSql(sort, alias)} ${direction(sort.descending)}`),
    sql`${sql.id(alias, 'id')} ${direction(sorts[0]!.descending)}`,
  ])
const orderByKeys = (sorts: readonly Sort[], alias: string) =>
  sql.join([
    ...sorts.map((sort, i) => sql`${sql.id(alias, `o${i}`)} ${direction(sort.descending)}`),
    sql`${sql.id(alias, 'id')} ${direction(sorts[0]!.descending)}`,
  ])

/**
 * The ids of the first rows of one branch of what is visible, in order. A branch that names owners or departments walks their index once
 * for each of them; one of shared records starts from what was shared. Everything else is left to the planner, which knows the numbers.
 */
function branch(parts: Parts, visible: Condition): Sql {
  const { shape, question, table, isPlain, isDefaultOrder } = parts
  const { sorts, limit } = question
  const ordered = (where: Sql) =>
    sql`select ${keysOf(sorts, 't')} from ${table} t where ${where} order by ${orderBy(sorts, 't')} limit ${limit}`
  if (isDefaultOrder && isPlain && 'field' in visible && visible.op === 'in') {
    const column = scopeColumnOf(shape, visible.field)
    const keys = visible.value as string[]
    if (column && keys.length > 1 && keys.length <= 40) {
      const inner = sql`select ${keysOf(sorts, 't')} from ${table} t where ${whereOf(parts, { and: [] }, 't')} and t.${sql.id(column)} = d.key order by ${orderBy(sorts, 't')} limit ${limit}`
      return sql`select k.* from unnest(${keys}::uuid[]) as d(key) cross join lateral (${inner}) k order by ${orderByKeys(sorts, 'k')} limit ${limit}`
    }
  }
  if (
    'op' in visible &&
    visible.op === 'sharedWith' &&
    shape.chain.length === 0 &&
    isDefaultOrder &&
    sorts[0]!.field.name === 'createdAt'
  ) {
    // Walks "what was shared with me, newest first" along its own index and looks at the records one by one.
    const { value } = visible as SharedWith
    const place = question.after
      ? sql` and (c.record_created_at, c.record_id) ${sql.raw(sorts[0]!.descending ? '<' : '>')} (${question.after[0]}::timestamptz, ${question.after[1]}::uuid)`
      : sql.empty
    const way = direction(sorts[0]!.descending)
    const inner = sql`select ${keysOf(sorts, 't')} from collaborator c join ${table} t on t.id = c.record_id
      where c.principal_id = p.id and c.record = ${shape.name} and c.level = any(${value.levels}::text[]) and (c.until is null or c.until > ${value.at || new Date().toISOString()}::timestamptz)${place}
      and ${whereOf(parts, { and: [] }, 't')} order by c.record_created_at ${way}, c.record_id ${way} limit ${limit}`
    return sql`select k.* from unnest(${value.principals}::uuid[]) as p(id) cross join lateral (${inner}) k order by ${orderByKeys(sorts, 'k')} limit ${limit}`
  }
  return ordered(whereOf(parts, visible, 't'))
}

const scopeColumnOf = (shape: Shape, field: string): string | undefined => {
  const scope = scopeColumns(shape)
  const own = shape.record.access
  if (field === own?.owner) return scope.owner
  if (field === own?.department) return scope.department
  return field === '^owner' ? scope.rootOwner : field === '^department' ? scope.rootDepartment : undefined
}

/** What is visible, taken apart where it is an "or" that indexes can serve one by one. */
function branchesOf(visible: Condition): Condition[] {
  if ('or' in visible) return visible.or.flatMap(branchesOf)
  if ('and' in visible) {
    const alternatives = visible.and.filter((part) => 'or' in part)
    if (alternatives.length === 1) {
      const rest = visible.and.filter((part) => part !== alternatives[0])
      return branchesOf(alternatives[0]!).map((part) => both(part, ...rest))
    }
  }
  return [visible]
}

function partsOf(house: House, shape: Shape, question: ListQuestion): Parts {
  const usual = defaultSort(shape)
  return {
    house,
    shape,
    question,
    table: sql.id(snake(shape.name)),
    isPlain: isAlways(question.filter) && !question.search && !question.recycled,
    isDefaultOrder: question.sorts.length === 1 && question.sorts[0]!.field === usual.field && !question.recycled,
  }
}

/** One page of a list: the statement, and how its rows are read. */
export function listStatement(
  house: House,
  shape: Shape,
  question: ListQuestion,
): { statement: Sql; read: (cells: readonly unknown[]) => { row: StoredRow; keys: unknown[] }; stable: boolean } {
  const parts = partsOf(house, shape, question)
  const { sorts, limit } = question
  const reader = rowReader(shape, 't', question.only)
  const branches = branchesOf(question.visible)
  const { lettingIn } = question
  const read = (cells: readonly unknown[]) => {
    const row = reader.read(cells.slice(sorts.length))
    if (lettingIn) row.collaborators = collaborationsOf(cells.at(-1) as [string, Level, string | null][] | null)
    return { row, keys: cells.slice(0, sorts.length) }
  }
  const select = lettingIn ? sql`${reader.select}, ${lettingInSql(shape, lettingIn)}` : reader.select
  const keys = sql.join(sorts.map((sort) => orderSql(sort, 't')))
  if (branches.length === 1 && isAlways(branches[0]!) && parts.isPlain) {
    const statement = sql`select ${keys}, ${select} from ${parts.table} t where ${whereOf(parts, branches[0]!, 't')} order by ${orderBy(sorts, 't')} limit ${limit}`
    return { statement, read, stable: true }
  }
  const ids =
    branches.length === 1
      ? branch(parts, branches[0]!)
      : sql`select u.* from (${sql.join(
          branches.map((part) => sql`(${branch(parts, part)})`),
          ' union all ',
        )}) u group by ${sql.join([sql.id('u', 'id'), ...sorts.map((_, i) => sql.id('u', `o${i}`))])} order by ${orderByKeys(sorts, 'u')} limit ${limit}`
  const statement = sql`select ${sql.join(sorts.map((_, i) => sql.id('k', `o${i}`)))}, ${select} from (${ids}) k join ${parts.table} t on t.id = k.id order by ${orderByKeys(sorts, 'k')}`
  // Where nothing but the actor's own keys varies, the plan is the same whatever the values: it may stay prepared.
  return { statement, read, stable: parts.isPlain && parts.isDefaultOrder }
}

const lettingInSql = (shape: Shape, principals: readonly string[]): Sql =>
  sql`(select json_agg(json_build_array(c.principal_id, c.level, c.until)) from collaborator c where c.record_id = ${sql.id('t', rootColumn(shape))} and c.principal_id = any(${principals}::uuid[]))`

const collaborationsOf = (found: [string, Level, string | null][] | null): Collaboration[] =>
  (found ?? []).map(([principal, level, until]) => ({ principal, level, until: until === null ? null : new Date(until).toISOString() }))

export async function readList(queries: Queries, house: House, shape: Shape, question: ListQuestion): Promise<ListPage> {
  if (isNever(question.visible)) return { rows: [], next: null }
  const { statement, read, stable } = listStatement(house, shape, { ...question, limit: question.limit + 1 })
  const found = (await queries.arrays(statement, stable ? 'prepare' : undefined)).map(read)
  const page = found.slice(0, question.limit)
  const last = page.at(-1)
  return { rows: page.map((entry) => entry.row), next: found.length > question.limit && last ? [...last.keys, last.row.id] : null }
}

/** The statement that counts no further than `cap`. */
export function countStatement(house: House, shape: Shape, question: Omit<ListQuestion, 'sorts' | 'limit' | 'after'>, cap?: number): Sql {
  const parts = partsOf(house, shape, { ...question, sorts: [defaultSort(shape)], limit: 0 })
  const branches = branchesOf(question.visible)
  const bound = cap === undefined ? sql.empty : sql` limit ${cap + 1}`
  // Each branch leaves out what the ones before it have counted: nothing is compared, and counting stops at the cap. The widest goes first.
  const width = (branch: Condition) => ('op' in branch ? (branch.op === 'in' ? 0 : branch.op === 'sharedWith' ? 2 : 1) : 1)
  const ordered = [...branches].sort((a, b) => width(a) - width(b))
  const ids = sql`${sql.join(
    ordered.map((branch, i) => {
      const alone = i === 0 ? branch : both(branch, { not: { or: ordered.slice(0, i) } })
      return sql`select t.id from ${parts.table} t where ${whereOf(parts, alone, 't')}`
    }),
    ' union all ',
  )}${bound}`
  return sql`select count(*) as n from (${ids}) c`
}

/** How many rows there are, counted no further than `cap` (exactly, where there is none). */
export async function countList(
  queries: Queries,
  house: House,
  shape: Shape,
  question: Omit<ListQuestion, 'sorts' | 'limit' | 'after'>,
  cap?: number,
): Promise<{ value: number; exact: boolean }> {
  if (isNever(question.visible)) return { value: 0, exact: true }
  const isStable = isAlways(question.filter) && !question.search
  const row = await queries.row<{ n: number }>(countStatement(house, shape, question, cap), isStable ? 'prepare' : undefined)
  const n = Number(row?.n ?? 0)
  return cap !== undefined && n > cap ? { value: cap, exact: false } : { value: n, exact: true }
}

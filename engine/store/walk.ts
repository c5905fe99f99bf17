import { compileSql } from '#engine/access/condition-sql.ts'
import type { Sort } from '#engine/access/filter.ts'
import { both, isAlways, type Condition, type SharedWith } from '#engine/access/rules.ts'
import type { House, Shape } from '#engine/record/house.ts'
import { columnKindOf, snake } from './columns.ts'
import { customOrder, customType } from './custom.ts'
import { sql, type Sql } from './sql.ts'
import { defaultSort, orderColumn, scopeColumns } from './table.ts'

/** How the ids of a list are found: along the indexes, branch by branch of what is visible. */

export interface ListQuestion {
  /** Rows the actor may see, given what the filter and the order read. */
  visible: Condition
  filter: Condition
  search?: Searched | undefined
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

/** What is searched for: rows are found by any of the arms, each on the rows where it may be asked. */
export interface Searched {
  arms: readonly { visible: Condition; where(alias: string): Sql }[]
  /**
   * How: by the index of search words; by looking at every visible row, where these are few; by looking at so many rows in the list's
   * order, where what is searched for is common.
   */
  way: 'index' | 'scan' | { window: number }
}

const orderType = ({ field }: Sort) => {
  if (field.storage === 'custom') return customType(field)
  const kind = columnKindOf(field.field)
  return (kind.sort?.type ?? kind.type).replace(/ collate .*/, '')
}

export const orderSql = ({ field }: Sort, alias: string): Sql =>
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

export interface Parts {
  house: House
  shape: Shape
  question: ListQuestion
  table: Sql
  isPlain: boolean
  isDefaultOrder: boolean
}

/** The rows of one branch of what is visible that the filter lets through; what is searched for stands apart. */
export function whereOf({ house, shape, question }: Parts, visible: Condition, alias: string): Sql {
  const { filter, after, sorts, recycled } = question
  const parts = [sql`${sql.id(alias, 'deleted_at')} ${sql.raw(recycled ? 'is not null' : 'is null')}`]
  if (!isAlways(visible)) parts.push(compileSql(house, shape, visible, alias))
  if (!isAlways(filter)) parts.push(compileSql(house, shape, filter, alias))
  if (after) parts.push(afterPlace(sorts, after, alias))
  return sql.and(parts)
}

export const keysOf = (sorts: readonly Sort[], alias: string) =>
  sql.join([sql.id(alias, 'id'), ...sorts.map((sort, i) => sql`${orderSql(sort, alias)} as ${sql.id(`o${i}`)}`)])
export const orderBy = (sorts: readonly Sort[], alias: string) =>
  sql.join([
    ...sorts.map((sort) => sql`${orderSql(sort, alias)} ${direction(sort.descending)}`),
    sql`${sql.id(alias, 'id')} ${direction(sorts[0]!.descending)}`,
  ])
export const orderByKeys = (sorts: readonly Sort[], alias: string) =>
  sql.join([
    ...sorts.map((sort, i) => sql`${sql.id(alias, `o${i}`)} ${direction(sort.descending)}`),
    sql`${sql.id(alias, 'id')} ${direction(sorts[0]!.descending)}`,
  ])

/**
 * The ids of the first rows of one branch of what is visible, in order. A branch that names owners or departments walks their index once
 * for each of them; one of shared records starts from what was shared. Everything else is left to the planner, which knows the numbers.
 */
export function branch(parts: Parts, visible: Condition): Sql {
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

/**
 * The same by way of all rows: they are gathered in no order and sorted then. For filters that let through so few that whoever walks along
 * the order looks for them in vain.
 */
export function gathered(parts: Parts, visible: Condition): Sql {
  const { sorts, limit } = parts.question
  const all = sql`select ${keysOf(sorts, 't')} from ${parts.table} t where ${whereOf(parts, visible, 't')} offset 0`
  return sql`select u.* from (${all}) u order by ${orderByKeys(sorts, 'u')} limit ${limit}`
}

const scopeColumnOf = (shape: Shape, field: string): string | undefined => {
  const scope = scopeColumns(shape)
  const own = shape.record.access
  if (field === own?.owner) return scope.owner
  if (field === own?.department) return scope.department
  return field === '^owner' ? scope.rootOwner : field === '^department' ? scope.rootDepartment : undefined
}

/** What is visible, taken apart where it is an "or" that indexes can serve one by one. */
export function branchesOf(visible: Condition): Condition[] {
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

export function partsOf(house: House, shape: Shape, question: ListQuestion): Parts {
  const usual = defaultSort(shape)
  return {
    house,
    shape,
    question,
    table: sql.id(snake(shape.name)),
    isPlain: isAlways(question.filter) && !question.recycled,
    isDefaultOrder: question.sorts.length === 1 && question.sorts[0]!.field === usual.field && !question.recycled,
  }
}

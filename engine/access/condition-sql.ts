import type { RecordRef } from '#engine/record/fields/link-any/index.ts'
import { linkTarget, type House, type KnownField, type Shape } from '#engine/record/house.ts'
import { tagOf } from '#engine/search/fields.ts'
import { containsText } from '#engine/search/vector.ts'
import { columnKindOf, snake } from '#engine/store/columns.ts'
import { sql, type Sql } from '#engine/store/sql.ts'
import { columnsOf, rootColumn } from '#engine/store/table.ts'
import { fieldAt } from './condition-js.ts'
import { customLeaf, customValue, escapeLike } from './custom-sql.ts'
import { boundsOf, linkBy } from './linked.ts'
import type { Condition, Linked, SharedWith } from './rules.ts'

/** An expression for the value of a field of the row that `alias` stands for. */
export const valueSql = (field: KnownField, alias: string): Sql =>
  field.storage === 'custom' ? customValue(field, alias) : sql.id(alias, columnsOf(field).main)

const castOf = (field: KnownField): Sql => sql.raw(columnKindOf(field.field).type.replace(/ collate .*/, ''))

const elementOf = (type: Sql) => sql.raw(type.parts[0]!.replace('[]', ''))

/** Operators that a missing value meets. */
const metByNothing = new Set(['ne', 'notIn', 'empty'])

function leaf(field: KnownField, alias: string, op: string, value: unknown): Sql {
  if (field.storage === 'custom') return customLeaf(field, alias, op, value)
  const target = valueSql(field, alias)
  const type = castOf(field)
  const multiple = field.field.kind === 'choices' || field.field.kind === 'links'
  const order = (sign: string) => {
    // A sortable field is compared by its order column, so that one index serves both; there nothing stands as the lowest value.
    const { sort } = columnsOf(field)
    if (!sort || columnKindOf(field.field).sort) return sql`${target} ${sql.raw(sign)} ${value}::${type}`
    const test = sql`${sql.id(alias, sort)} ${sql.raw(sign)} ${value}::${type}`
    return sign.startsWith('<') ? sql`(${test} and ${sql.id(alias, sort)} > ${columnKindOf(field.field).lowest}::${type})` : test
  }
  switch (op) {
    case 'eq':
      // Ids are unique whatever the type of the record, so that the id alone tells which one is meant.
      if (field.field.kind === 'linkAny') return sql`${target} = ${(value as RecordRef).id}::uuid`
      return sql`${target} = ${value}::${type}`
    case 'ne':
      return sql`${target} is distinct from ${value}::${type}`
    case 'in':
      return sql`${target} = any(${value}::${type}[])`
    case 'notIn':
      return sql`(${target} = any(${value}::${type}[])) is not true`
    case 'lt':
      return order('<')
    case 'lte':
      return order('<=')
    case 'gt':
      return order('>')
    case 'gte':
      return order('>=')
    case 'between': {
      const [from, to] = value as [unknown, unknown]
      return sql`(${leaf(field, alias, 'gte', from)} and ${leaf(field, alias, 'lte', to)})`
    }
    case 'startsWith':
      return sql`${target} like ${`${escapeLike(String(value))}%`}`
    case 'has':
      return sql`${target} @> array[${value}::${elementOf(type)}]`
    case 'hasAny':
      return sql`${target} && ${value}::${elementOf(type)}[]`
    case 'empty':
      return multiple ? sql`${target} = '{}'` : field.field.kind === 'rows' ? sql`${target} = '[]'` : sql`${target} is null`
    case 'notEmpty':
      return multiple ? sql`${target} <> '{}'` : field.field.kind === 'rows' ? sql`${target} <> '[]'` : sql`${target} is not null`
    default:
      throw new Error(`no operator "${op}"`)
  }
}

/** A text anywhere in a value: the search words lead to the rows, and each is looked at. */
function contains(shape: Shape, field: KnownField, alias: string, text: string): Sql {
  const words = containsText(text, tagOf(shape, field.name))
  if (words === undefined) return sql.raw('false')
  return sql`(${sql.id(alias, 'search')} @@ ${words}::tsquery and ${valueSql(field, alias)} ilike ${`%${escapeLike(text)}%`})`
}

/** The rows of collaborators that let these principals in. */
export const sharedRoots = (condition: SharedWith): Sql =>
  sql`select record_id from collaborator where principal_id = any(${condition.value.principals}::uuid[]) and level = any(${condition.value.levels}::text[]) and (until is null or until > ${condition.value.at || new Date().toISOString()}::timestamptz)`

/** The condition as SQL about the row that `alias` stands for. */
export function compileSql(house: House, shape: Shape, condition: Condition, alias: string): Sql {
  if ('and' in condition) return sql.and(condition.and.map((part) => compileSql(house, shape, part, alias)))
  if ('or' in condition) return sql.or(condition.or.map((part) => compileSql(house, shape, part, alias)))
  if ('not' in condition) return sql`(${compileSql(house, shape, condition.not, alias)}) is not true`
  if ('behind' in condition) {
    const field = shape.fields.get(condition.behind)!
    return behind(
      house,
      house.shapes.get(condition.record ?? linkTarget(field.field))!,
      valueSql(field, alias),
      condition.where,
      `${alias}_${condition.behind}`,
      false,
    )
  }
  if ('linked' in condition) return linked(house, shape, condition, alias)
  if (condition.op === 'sharedWith') return sql`${sql.id(alias, rootColumn(shape))} = any(array(${sharedRoots(condition)}))`
  const { field: path, op, value } = condition as { field: string; op: string; value?: unknown }
  if (path === 'id') return op === 'in' ? sql`${sql.id(alias, 'id')} = any(${value}::uuid[])` : sql`${sql.id(alias, 'id')} = ${value}::uuid`

  if (path === '^owner' || path === '^department') {
    const key = path.slice(1) as 'owner' | 'department'
    if (shape.chain.length === 0) return compileSql(house, shape, { field: shape.record.access![key]!, op: op as 'eq', value }, alias)
    const copy = { ...fieldAt(house, shape, path)!, name: `root${key === 'owner' ? 'Owner' : 'Department'}`, storage: 'system' as const }
    return leaf(copy, alias, op, value)
  }
  if (path.startsWith('^')) {
    const root = house.shapes.get(shape.root.name)!
    if (shape.chain.length === 0) return compileSql(house, shape, { field: path.slice(1), op: op as 'eq', value }, alias)
    return behind(house, root, sql.id(alias, rootColumn(shape)), leafOf(path.slice(1), op, value), `${alias}r`)
  }
  const [first = '', ...rest] = path.split('.')
  const field = shape.fields.get(first)
  if (!field) throw new Error(`${shape.name} has no field "${path}"`)
  if (rest.length === 0) return op === 'contains' ? contains(shape, field, alias, String(value)) : leaf(field, alias, op, value)
  return behind(
    house,
    house.shapes.get(linkTarget(field.field))!,
    valueSql(field, alias),
    leafOf(rest.join('.'), op, value),
    `${alias}_${first}`,
  )
}

const leafOf = (field: string, op: string, value: unknown) =>
  ({ field, op, value }) as Exclude<Condition, { and: unknown } | { or: unknown } | { not: unknown } | { behind: unknown } | Linked>

/** A condition on the record behind a link, which must exist; as the end of a path (`isPath`), every value of a missing record is missing. */
function behind(house: House, shape: Shape, id: Sql, condition: Condition, other: string, isPath = true): Sql {
  const inner = compileSql(house, shape, condition, other)
  const from = sql`from ${sql.id(snake(shape.name))} ${sql.id(other)} where ${sql.id(other, 'id')} = ${id}`
  const metByMissing = isPath && 'op' in condition && metByNothing.has(condition.op)
  return metByMissing ? sql`coalesce((select ${inner} ${from}), true)` : sql`exists (select 1 ${from} and ${inner})`
}

/** How many records link here and meet a condition. */
function linked(house: House, shape: Shape, condition: Linked, alias: string): Sql {
  const { shape: other, field } = linkBy(house, shape, condition.linked)!
  const { least, most } = boundsOf(condition)
  // Short, so that even deep ones differ within the sixty-three signs of a name.
  const name = `${alias}n`
  const link = valueSql(field, name)
  const rows = sql`from ${sql.id(snake(other.name))} ${sql.id(name)} where ${sql.id(name, 'deleted_at')} is null and ${compileSql(house, other, condition.where, name)}`
  const mine = sql`${rows} and ${link} = ${sql.id(alias, 'id')}`
  const some = (n: number): Sql => {
    if (n === 1) return sql`exists (select 1 ${mine})`
    if (condition.isWhole)
      return sql`${sql.id(alias, 'id')} in (select ${link} ${rows} and ${link} is not null group by ${link} having count(*) >= ${n})`
    // The first half is there for the planner, which may begin with the linked records where few of them fit.
    return sql`(exists (select 1 ${mine}) and exists (select 1 ${mine} offset ${n - 1}))`
  }
  return sql.and([...(least > 0 ? [some(least)] : []), ...(most === undefined ? [] : [sql`not ${some(most + 1)}`])])
}

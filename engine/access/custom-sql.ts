import type { KnownField } from '#engine/record/house.ts'
import { columnKindOf } from '#engine/store/columns.ts'
import { customFilter, customLowest, customType } from '#engine/store/custom.ts'
import { sql, type Sql } from '#engine/store/sql.ts'

/** Comparisons of custom fields: by the index of the field where there is one, else by the one index on all custom values together. */

/** The value of a custom field, null where there is none. */
export function customValue(field: KnownField, alias: string): Sql {
  const text = sql`${sql.id(alias, 'custom')} ->> ${sql.raw(`'${field.name}'`)}`
  const cast = columnKindOf(field.field).customCast
  // Rows written before the field was made say nothing of it; for a yes-or-no that is no.
  if (cast === 'boolean') return customFilter(field, sql.id(alias, 'custom'))
  return cast ? sql`((${text})::${sql.raw(cast)})` : sql`(${text} collate "C")`
}

/** The JSON holds this value. One written while the field was of another kind is meant as well. */
function holds(field: KnownField, alias: string, value: unknown): Sql {
  const one = (wanted: unknown) => sql`${sql.id(alias, 'custom')} @> ${JSON.stringify({ [field.name]: wanted })}::jsonb`
  if (field.field.kind === 'choices') return sql.or([one([value]), one(value)])
  if (field.field.kind === 'links') return one([value])
  if (field.field.kind === 'decimal' && Number.isSafeInteger(Number(value))) return sql.or([one(value), one(Number(value))])
  return one(value)
}

export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** A comparison of a custom field as SQL. */
export function customLeaf(field: KnownField, alias: string, op: string, value: unknown): Sql {
  const isIndexed = field.field.options.filterable === true
  const target = customFilter(field, sql.id(alias, 'custom'))
  const lowest = customLowest(field)
  const type = sql.raw(customType(field))
  const list = Array.isArray(value) ? value : []
  const compare = (sign: string, other: unknown) => sql`${target} ${sql.raw(sign)} ${other}::${type}`
  const isThere = customType(field) === 'boolean' ? target : sql`${target} > ${lowest}`
  switch (op) {
    case 'eq':
      if (field.field.kind === 'yesNo') return value === true ? (isIndexed ? target : holds(field, alias, true)) : sql`not ${target}`
      return isIndexed ? compare('=', value) : holds(field, alias, value)
    // Two ranges rather than "not this one": an index can be entered by them.
    case 'ne':
      return sql.or([compare('<', value), compare('>', value)])
    case 'in':
      return isIndexed ? sql`${target} = any(${list}::${type}[])` : sql.or(list.map((one) => holds(field, alias, one)))
    case 'notIn':
      return sql`${target} <> all(${list}::${type}[])`
    case 'lt':
    case 'lte':
      return sql`(${compare(op === 'lt' ? '<' : '<=', value)} and ${isThere})`
    case 'gt':
    case 'gte':
      return compare(op === 'gt' ? '>' : '>=', value)
    case 'between':
      return sql`(${compare('>=', list[0])} and ${compare('<=', list[1])})`
    case 'startsWith':
      return sql`${target} like ${`${escapeLike(String(value))}%`}`
    case 'has':
      return holds(field, alias, value)
    case 'hasAny':
      return sql.or(list.map((one) => holds(field, alias, one)))
    case 'empty':
      return customType(field) === 'boolean' ? sql`not ${target}` : sql`${target} = ${lowest}`
    case 'notEmpty':
      return isThere
    default:
      throw new Error(`no operator "${op}"`)
  }
}

import type { KnownField } from '#engine/record/house.ts'
import { columnKindOf } from './columns.ts'
import { sql, type Sql } from './sql.ts'

/**
 * Custom fields in SQL. Their values stand in one JSON column; an index on one of them is an index on an expression, and serves a question
 * only where the question holds the very same expression. So both are written here, and nowhere else.
 */

/** Under which name the key to order by stands beside a value. No field can be called so. */
export const orderKey = (name: string): string => `${name}~`

const figures = new Set(['integer', 'decimal', 'percent', 'money'])
const several = new Set(['choices', 'links'])

/** The type by which values of a custom field are compared. */
export const customType = ({ field }: KnownField): 'numeric' | 'boolean' | 'text' =>
  figures.has(field.kind) ? 'numeric' : field.kind === 'yesNo' || several.has(field.kind) ? 'boolean' : 'text'

/** What stands for nothing, below every value there is. */
export const customLowest = (field: KnownField): Sql =>
  sql.raw({ numeric: `'-Infinity'::numeric`, boolean: 'false', text: `''` }[customType(field)])

const textOf = (column: Sql, name: string) => sql`(${column} ->> ${sql.raw(`'${name}'`)})`

/**
 * What filters compare, never null: the value, or what stands for nothing. Of several values only whether there are any; a custom field of
 * days or moments keeps them as text that orders as they do.
 * @param column the JSON column: of a table by its alias, or bare in an index.
 */
export function customFilter(field: KnownField, column: Sql): Sql {
  const text = textOf(column, field.name)
  if (several.has(field.field.kind)) return sql`(coalesce(${column} -> ${sql.raw(`'${field.name}'`)}, '[]'::jsonb) <> '[]'::jsonb)`
  if (field.field.kind === 'yesNo') return sql`coalesce(${text}::boolean, false)`
  if (customType(field) === 'numeric') return sql`coalesce(${text}::numeric, ${customLowest(field)})`
  return sql`(coalesce(${text}, '') collate "C")`
}

/** What lists are ordered by, never null. Text goes by its key; a row that somebody wrote without one goes by the text itself. */
export function customOrder(field: KnownField, column: Sql): Sql {
  if (!columnKindOf(field.field).sort) return customFilter(field, column)
  return sql`(coalesce(${textOf(column, orderKey(field.name))}, ${textOf(column, field.name)}, '') collate "C")`
}

import type { Actor } from '#engine/access/actor.ts'
import { compileSql } from '#engine/access/condition-sql.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import type { House, Shape } from '#engine/record/house.ts'
import { columnKindOf, snake } from '#engine/store/columns.ts'
import type { Queries } from '#engine/store/database.ts'
import { isId } from '#engine/record/id.ts'
import { sql, type Sql } from '#engine/store/sql.ts'
import { columnsOf, orderColumn } from '#engine/store/table.ts'
import { plain } from '#engine/text/normal.ts'

/** Values found in the base: each with the ids of the live records, visible to the actor, that bear it. */
export type Found = Map<string, string[]>

/**
 * Looks up many values of one field at once, always along an index: the order key of a title, a filterable column, or the identities.
 * @returns nothing where the field has no such index.
 */
export async function lookUp(
  queries: Queries,
  house: House,
  actor: Actor,
  shape: Shape,
  name: string,
  values: readonly string[],
): Promise<Found> {
  const field = shape.fields.get(name)!
  const found: Found = new Map()
  if (values.length === 0 || field.storage === 'custom') return found
  const visible = compileSql(house, shape, accessTo(house, actor, shape).card.condition, 't')
  const column = sql.id('t', columnsOf(field).main)
  const from = sql`${sql.id(snake(shape.name))} t`
  const { identity, sortable, filterable } = field.field.options
  const keyOf = columnKindOf(field.field).sort
  let rows: unknown[][] = []
  const among = (where: Sql) =>
    queries.arrays(
      sql`select ${column}, t.id from ${from} where ${where} and ${column} = any(${values}::text[]) and t.deleted_at is null and ${visible} limit 20000`,
    )
  if (identity?.name) {
    const normal = new Map(values.map((value) => [field.kind.normalise?.(value as never) ?? value, value]))
    const claims = await queries.arrays(
      sql`select c.value, t.id from claim c join ${from} on t.id = c.record_id where c.identity = ${identity.name} and c.record = ${shape.name} and c.value = any(${[...normal.keys()]}::text[]) and t.deleted_at is null and ${visible} limit 20000`,
    )
    rows = claims.map(([value, id]) => [normal.get(value as string), id])
  } else if (sortable && keyOf)
    rows = await among(sql`${sql.id('t', orderColumn(field))} = any(${values.map((value) => keyOf.of(value))}::text[])`)
  else if (filterable) rows = await among(sql.raw('true'))
  for (const [value, id] of rows as [string, string][]) found.set(value, [...(found.get(value) ?? []), id])
  return found
}

/** The fields by which a record may be named in a link column: its title, its number, whatever identifies it. */
const namingFields = (shape: Shape): string[] => [
  ...new Set([
    shape.record.title,
    ...[...shape.fields.values()]
      .filter(
        ({ field, storage }) =>
          storage === 'column' && (field.kind === 'sequence' || (field.options.identity?.name && field.kind !== 'phone')),
      )
      .map((field) => field.name),
  ]),
]

/** Which records bear these titles, numbers or identities. Titles that nobody bears are absent. */
export async function resolveTitles(
  queries: Queries,
  house: House,
  actor: Actor,
  shape: Shape,
  titles: ReadonlySet<string>,
): Promise<Found> {
  const known: Found = new Map([...titles].filter(isId).map((id) => [id, [id]]))
  for (const name of namingFields(shape)) {
    // As it is written first, then with full-width signs and letters made plain.
    for (const spelling of [(title: string) => title, plain]) {
      const open = new Map([...titles].filter((title) => !known.has(title)).map((title) => [spelling(title), title]))
      for (const [found, ids] of await lookUp(queries, house, actor, shape, name, [...open.keys()])) known.set(open.get(found)!, ids)
    }
  }
  return known
}

/** The titles of those of these records that live and that the actor may see. */
export async function titlesOf(
  queries: Queries,
  house: House,
  actor: Actor,
  shape: Shape,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { field, kind } = shape.fields.get(shape.record.title)!
  const column = sql.id('t', columnsOf(shape.fields.get(shape.record.title)!).main)
  const rows = await queries.arrays(
    sql`select t.id, ${column} from ${sql.id(snake(shape.name))} t where t.id = any(${ids}::uuid[]) and t.deleted_at is null and ${compileSql(house, shape, accessTo(house, actor, shape).card.condition, 't')}`,
  )
  return new Map(rows.map(([id, title]) => [id as string, title === null ? '' : kind.show(title as never, field.options, actor.locale)]))
}

import type { Shape } from '#engine/record/house.ts'
import { snake } from './columns.ts'
import type { Queries } from './database.ts'
import { sql, type Sql } from './sql.ts'
import { columnsOf, rootColumn } from './table.ts'

/** Kinds whose values may hold what somebody wrote. */
const written = new Set(['text', 'note', 'words', 'phone', 'email', 'url', 'rows', 'condition', 'choices'])

/** How many rows are looked through by one statement: each ends long before it would be cut off. */
const stretch = 20_000

/** The fields of a record type that hold text. */
export const writtenFields = (shape: Shape): string[] =>
  [...shape.fields.values()].filter(({ field, storage }) => storage !== 'system' && written.has(field.kind)).map(({ name }) => name)

/** Whether any text of a row fits an expression, in either case of letters. */
export function textFits(shape: Shape, alias: string, pattern: string): Sql {
  const columns = writtenFields(shape).flatMap((name) => {
    const known = shape.fields.get(name)!
    return known.storage === 'custom' ? [] : [columnsOf(known).main]
  })
  const texts = [...new Set([...columns, 'custom'])].map((column) => sql`${sql.id(alias, column)}::text ~* ${pattern}`)
  return sql`(${sql.join(texts, ' or ')})`
}

export interface TextSearch {
  /** Found anywhere. */
  marks: string | null
  /** Found on these roots and what hangs on them. */
  names: string | null
  roots: readonly string[]
}

const fits = (shape: Shape, { marks, names, roots }: TextSearch): Sql => {
  const parts = [
    ...(marks === null ? [] : [textFits(shape, 't', marks)]),
    ...(names === null || roots.length === 0
      ? []
      : [sql`(t.${sql.id(rootColumn(shape))} = any(${roots}::uuid[]) and ${textFits(shape, 't', names)})`]),
  ]
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, ' or ')})`
}

/** Walks through a whole table in the order of its ids, a stretch at a time: the bounds of each, the lower one left out. */
export async function* stretches(queries: Queries, table: string): AsyncGenerator<Sql> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const last = await queries.row<{ id: string }>(
      sql`select id from (select id from ${sql.id(table)} where id > ${after}::uuid order by id limit ${stretch}) s order by id desc limit 1`,
    )
    if (!last) return
    yield sql`t.id > ${after}::uuid and t.id <= ${last.id}::uuid`
    after = last.id
  }
}

/** The ids of all rows of a record type, recycled ones too, that hold what is looked for. */
export async function rowsHolding(queries: Queries, shape: Shape, search: TextSearch): Promise<string[]> {
  const table = snake(shape.name)
  const found: string[] = []
  if (search.marks === null) {
    const rows = await queries.arrays(sql`select t.id from ${sql.id(table)} t where ${fits(shape, search)}`)
    return rows.map(([id]) => id as string)
  }
  for await (const bounds of stretches(queries, table)) {
    const rows = await queries.arrays(sql`select t.id from ${sql.id(table)} t where ${bounds} and ${fits(shape, search)}`)
    found.push(...rows.map(([id]) => id as string))
  }
  return found
}

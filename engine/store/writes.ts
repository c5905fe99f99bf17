import type { Shape } from '#engine/record/house.ts'
import { searchFields } from '#engine/search/fields.ts'
import { noteSounds } from '#engine/search/sounds.ts'
import { snake } from './columns.ts'
import { copyText } from './copy.ts'
import type { Queries } from './database.ts'
import { newRowWriters, writersOf, type StoredRow, type Writer } from './rows.ts'
import { sql, type Sql } from './sql.ts'

/** Set-wise writing of rows. One row goes by parameters in a prepared statement, many new ones by COPY, many changes as one JSON document. */

const parameter = (writer: Writer, row: StoredRow): Sql => sql`${writer.of(row)}::${sql.raw(writer.type)}`

/** Many rows as one parameter, unpacked by the database. */
function documentOf(rows: readonly StoredRow[], writers: readonly Writer[]): Sql {
  const document = rows.map((row) => {
    const cells: Record<string, unknown> = {}
    for (const writer of writers) {
      const value = writer.of(row)
      // JSON columns come as text for the single-row path; inside a document they are part of it.
      if (value !== null) cells[writer.column] = writer.type === 'jsonb' && typeof value === 'string' ? JSON.parse(value) : value
    }
    return cells
  })
  const columns = writers.map((writer) => `"${writer.column}" ${writer.type}`).join(', ')
  return sql`json_to_recordset(${JSON.stringify(document)}::json) as v(${sql.raw(columns)})`
}

export async function insertRows(queries: Queries, shape: Shape, rows: readonly StoredRow[]): Promise<void> {
  if (rows.length === 0) return
  await noteSounds(queries, shape, rows)
  const writers = newRowWriters(shape)
  const table = sql.id(snake(shape.name))
  const columns = sql.join(writers.map((writer) => sql.id(writer.column)))
  if (rows.length === 1) {
    await queries.run(
      sql`insert into ${table} (${columns}) values (${sql.join(writers.map((writer) => parameter(writer, rows[0]!)))})`,
      'prepare',
    )
    return
  }
  await queries.copy(sql`copy ${table} (${columns}) from stdin`, copyText(writers, rows))
}

export interface RowChange {
  row: StoredRow
  /** Fields to write. */
  names: readonly string[]
  /** The engine's own columns to write beside. */
  more?: readonly Writer[]
}

const set = (writer: Writer, value: Sql): Sql =>
  writer.column === 'custom' ? sql`custom = jsonb_strip_nulls(t.custom || ${value})` : sql`${sql.id(writer.column)} = ${value}`

/** Writes changed fields of rows that this transaction holds locked. Rows that change the same fields go in one statement. */
export async function updateRows(queries: Queries, shape: Shape, changes: readonly RowChange[]): Promise<void> {
  const table = sql.id(snake(shape.name))
  const searched = new Set(searchFields(shape).map((field) => field.name))
  const spoken = changes.filter((change) => change.names.some((name) => searched.has(name)))
  if (spoken.length > 0)
    await noteSounds(
      queries,
      shape,
      spoken.map((change) => change.row),
    )
  const key = ({ names, more = [] }: RowChange) => `${names.join()};${more.map((writer) => writer.column).join()}`
  for (const group of Map.groupBy(changes, key).values()) {
    const { names, more = [] } = group[0]!
    const writers = [...writersOf(shape, names), ...more]
    if (writers.length === 0) continue
    if (group.length === 1) {
      const { row } = group[0]!
      await queries.run(
        sql`update ${table} t set ${sql.join(writers.map((writer) => set(writer, parameter(writer, row))))} where t.id = ${row.id}::uuid`,
        'prepare',
      )
      continue
    }
    const id: Writer = { column: 'row_id', type: 'uuid', of: (row) => row.id }
    await queries.run(
      sql`update ${table} t set ${sql.join(writers.map((writer) => set(writer, sql.id('v', writer.column))))} from ${documentOf(
        group.map((change) => change.row),
        [id, ...writers],
      )} where t.id = v.row_id`,
    )
  }
}

import type { Shape } from '#engine/record/house.ts'
import { snake } from './columns.ts'
import type { Queries } from './database.ts'
import { cellsOf, type Cell, type StoredRow } from './rows.ts'
import { sql, type Sql } from './sql.ts'
import { scopeColumns } from './table.ts'

/** Set-wise writing of rows. One row goes by parameters in a prepared statement; many go as one JSON document, which is flat in memory and fast. */

const asText = (cell: Cell): Sql =>
  cell.type === 'tsvector' ? sql`array_to_tsvector(${cell.value}::text[])` : sql`${cell.value}::${sql.raw(cell.type)}`

const recordType = (type: string) => (type === 'tsvector' ? 'text[]' : type)
const fromRecord = (alias: string, cell: Cell): Sql =>
  cell.type === 'tsvector' ? sql`array_to_tsvector(${sql.id(alias, cell.column)})` : sql.id(alias, cell.column)

const jsonCell = (cell: Cell): unknown => (cell.type === 'jsonb' && typeof cell.value === 'string' ? JSON.parse(cell.value) : cell.value)

function recordset(rows: readonly Cell[][], key: readonly Cell[]): Sql {
  const document = rows.map((cells) => Object.fromEntries(cells.map((cell) => [cell.column, jsonCell(cell)])))
  const columns = key.map((cell) => `"${cell.column}" ${recordType(cell.type)}`).join(', ')
  return sql`json_to_recordset(${JSON.stringify(document)}::json) as v(${sql.raw(columns)})`
}

/** The cells of a whole new row. */
function newCells(shape: Shape, row: StoredRow): Cell[] {
  const scope = scopeColumns(shape)
  const names = [...shape.fields.values()].filter((field) => field.storage !== 'system').map((field) => field.name)
  const system: Cell[] = [
    { column: 'id', type: 'uuid', value: row.id },
    { column: 'version', type: 'integer', value: row.version },
    { column: 'created_at', type: 'timestamptz', value: row.createdAt },
    { column: 'created_by_id', type: 'uuid', value: row.createdBy },
    { column: 'updated_at', type: 'timestamptz', value: row.updatedAt },
    { column: 'updated_by_id', type: 'uuid', value: row.updatedBy },
  ]
  if (shape.chain.length > 0) {
    if (shape.chain.length > 1) system.push({ column: 'root_id', type: 'uuid', value: row.rootId })
    if (scope.rootOwner) system.push({ column: scope.rootOwner, type: 'uuid', value: row['^owner'] ?? null })
    if (scope.rootDepartment) system.push({ column: scope.rootDepartment, type: 'uuid', value: row['^department'] ?? null })
  }
  const cells = cellsOf(shape, row, names)
  const custom = cells.find((cell) => cell.column === 'custom')
  if (custom)
    custom.value = JSON.stringify(
      Object.fromEntries(Object.entries(JSON.parse(custom.value as string)).filter(([, value]) => value !== null)),
    )
  return [...system, ...cells]
}

export async function insertRows(queries: Queries, shape: Shape, rows: readonly StoredRow[]): Promise<void> {
  if (rows.length === 0) return
  const cells = rows.map((row) => newCells(shape, row))
  const first = cells[0]!
  const table = sql.id(snake(shape.name))
  const columns = sql.join(first.map((cell) => sql.id(cell.column)))
  if (rows.length === 1) {
    await queries.run(sql`insert into ${table} (${columns}) values (${sql.join(first.map(asText))})`, 'prepare')
    return
  }
  await queries.run(
    sql`insert into ${table} (${columns}) select ${sql.join(first.map((cell) => fromRecord('v', cell)))} from ${recordset(cells, first)}`,
  )
}

export interface RowChange {
  row: StoredRow
  /** Fields to write. */
  names: readonly string[]
  /** Columns of the engine's own to write beside. */
  more?: Cell[]
}

const setCell = (cell: Cell, value: Sql): Sql =>
  cell.column === 'custom' ? sql`custom = jsonb_strip_nulls(t.custom || ${value})` : sql`${sql.id(cell.column)} = ${value}`

/** Writes changed fields of rows that this transaction holds locked. Rows that change the same fields go in one statement. */
export async function updateRows(queries: Queries, shape: Shape, changes: readonly RowChange[]): Promise<void> {
  const groups = new Map<string, { cells: Cell[]; id: string }[]>()
  for (const { row, names, more = [] } of changes) {
    const cells = [...cellsOf(shape, row, names), ...more]
    if (cells.length === 0) continue
    const key = cells.map((cell) => cell.column).join()
    groups.set(key, [...(groups.get(key) ?? []), { cells, id: row.id }])
  }
  const table = sql.id(snake(shape.name))
  for (const group of groups.values()) {
    const first = group[0]!
    if (group.length === 1) {
      await queries.run(
        sql`update ${table} t set ${sql.join(first.cells.map((cell) => setCell(cell, asText(cell))))} where t.id = ${first.id}::uuid`,
        'prepare',
      )
      continue
    }
    const id: Cell = { column: 'row_id', type: 'uuid', value: null }
    const rows = group.map(({ cells, id: value }) => [{ ...id, value }, ...cells])
    await queries.run(
      sql`update ${table} t set ${sql.join(first.cells.map((cell) => setCell(cell, fromRecord('v', cell))))} from ${recordset(rows, rows[0]!)} where t.id = v.row_id`,
    )
  }
}

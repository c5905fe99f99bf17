import type { ColumnSpec, IndexSpec, TableSpec } from './table.ts'

const quoted = (name: string) => `"${name}"`

const columnSql = (column: ColumnSpec) =>
  `${quoted(column.name)} ${column.type}${column.notNull ? ' not null' : ''}${column.default !== undefined ? ` default ${column.default}` : ''}`

/** The statement that makes an index. */
export const indexStatement = (table: string, index: IndexSpec) =>
  `create ${index.unique ? 'unique ' : ''}index ${quoted(index.name)} on ${quoted(table)}${index.method ? ` using ${index.method}` : ''} (${index.keys})` +
  `${index.include ? ` include (${index.include.map(quoted).join(', ')})` : ''}${index.with ? ` with (${index.with})` : ''}${index.where ? ` where ${index.where}` : ''};`

function createTable(table: TableSpec): string[] {
  const lines = [...table.columns.map(columnSql), `primary key (${table.primaryKey.map(quoted).join(', ')})`]
  return [
    `create ${table.unlogged ? 'unlogged ' : ''}table ${quoted(table.name)} (\n  ${lines.join(',\n  ')}\n)${table.partitionBy ? ` partition by ${table.partitionBy}` : ''};`,
    ...(table.partitionBy ? [`create table ${quoted(`${table.name}_rest`)} partition of ${quoted(table.name)} default;`] : []),
    ...table.indexes.map((index) => indexStatement(table.name, index)),
  ]
}

/**
 * The SQL that leads from one state of the tables to the next. Renames (a column's `was`) come first, then additions, then removals.
 * Never asks. A change of a column's type is refused: it needs a hand-written migration.
 */
export function schemaDiff(before: readonly TableSpec[], after: readonly TableSpec[]): string[] {
  const renames: string[] = []
  const additions: string[] = []
  const removals: string[] = []
  const old = new Map(before.map((table) => [table.name, table]))
  for (const table of after) {
    const previous = old.get(table.name)
    old.delete(table.name)
    if (!previous) {
      additions.push(...createTable(table))
      continue
    }
    const had = new Map(previous.columns.map((column) => [column.name, column]))
    for (const column of table.columns) {
      let was = had.get(column.name)
      if (!was && column.was && had.has(column.was)) {
        was = had.get(column.was)!
        had.delete(column.was)
        renames.push(`alter table ${quoted(table.name)} rename column ${quoted(was.name)} to ${quoted(column.name)};`)
      }
      had.delete(column.name)
      if (column.notNull && column.default === undefined && !was?.notNull)
        throw new Error(
          `${table.name}.${column.name} is required and an order of lists, and rows that are there have no value for it: declare it sortable without required, or write this migration by hand with the value they get`,
        )
      if (!was) {
        additions.push(`alter table ${quoted(table.name)} add column ${columnSql(column)};`)
        continue
      }
      if (was.type !== column.type)
        throw new Error(`${table.name}.${column.name} changes its type from ${was.type} to ${column.type}: write this migration by hand`)
      if (was.default !== column.default)
        additions.push(
          `alter table ${quoted(table.name)} alter column ${quoted(column.name)} ${column.default === undefined ? 'drop default' : `set default ${column.default}`};`,
        )
      if (was.notNull !== column.notNull) {
        if (column.notNull && column.default !== undefined)
          additions.push(
            `update ${quoted(table.name)} set ${quoted(column.name)} = ${column.default} where ${quoted(column.name)} is null;`,
          )
        additions.push(`alter table ${quoted(table.name)} alter column ${quoted(column.name)} ${column.notNull ? 'set' : 'drop'} not null;`)
      }
    }
    for (const column of had.keys()) removals.push(`alter table ${quoted(table.name)} drop column ${quoted(column)};`)
    const indexed = new Map(previous.indexes.map((index) => [index.name, indexStatement(table.name, index)]))
    for (const index of table.indexes) {
      const statement = indexStatement(table.name, index)
      const same = indexed.get(index.name) === statement
      if (indexed.has(index.name) && !same) additions.push(`drop index if exists ${quoted(index.name)};`)
      indexed.delete(index.name)
      if (!same) additions.push(statement)
    }
    for (const index of indexed.keys()) removals.unshift(`drop index if exists ${quoted(index)};`)
  }
  for (const table of old.keys()) removals.push(`drop table ${quoted(table)};`)
  return [...renames, ...additions, ...removals]
}

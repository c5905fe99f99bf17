import { bytes } from './column.ts'
import type { TableSpec } from './table.ts'
import { at, column } from './table-parts.ts'

/** What the product knows of its own state. */
export const healthTables: TableSpec[] = [
  {
    // What took long, by day, statement and purpose, of all nodes together.
    name: 'slow_statement',
    columns: [
      column('day', 'date'),
      column('digest', bytes),
      column('purpose', bytes),
      column('text', 'text'),
      column('times', 'integer'),
      column('failed', 'integer'),
      column('total_ms', 'bigint'),
      column('longest_ms', 'integer'),
      at('last_at'),
    ],
    primaryKey: ['day', 'digest'],
    indexes: [],
  },
  {
    // What the last self-check has found, and since when it has been so. Of what differs from machine to machine, one row to each.
    name: 'self_check',
    columns: [column('name', bytes), column('host', bytes), column('state', bytes), at('since'), at('at')],
    primaryKey: ['name', 'host'],
    indexes: [],
  },
]

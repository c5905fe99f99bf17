import type { TableSpec } from '#engine/store/table.ts'

const number = (name: string, type = 'integer') => ({ name, type, notNull: true as const })

/** What is measured of the quality of data and is no record. */
export const qualityTables: TableSpec[] = [
  {
    // How good the files of one owner and department were on a day; the id of nobody stands for none.
    name: 'quality_day',
    columns: [
      number('day', 'date'),
      number('owner_id', 'uuid'),
      number('department_id', 'uuid'),
      number('customers'),
      number('points', 'bigint'),
      number('missing'),
      number('doubtful'),
      number('stale'),
      number('double'),
    ],
    primaryKey: ['day', 'owner_id', 'department_id'],
    indexes: [],
  },
  {
    // The score of a file at the end of each day on which it changed.
    name: 'quality_step',
    columns: [number('customer_id', 'uuid'), number('day', 'date'), number('score')],
    primaryKey: ['customer_id', 'day'],
    indexes: [],
  },
]

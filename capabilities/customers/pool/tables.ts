import type { TableSpec } from '#engine/store/table.ts'

const column = (name: string, type: string) => ({ name, type, notNull: true as const })

/** What is measured about pools: who has claimed and looked how often, and which customers are about to return. */
export const poolTables: TableSpec[] = [
  {
    // How often somebody has claimed from a pool and opened whole files in it on a day. What is taken back stays counted.
    name: 'pool_use',
    columns: [
      column('user_id', 'uuid'),
      column('pool_id', 'uuid'),
      column('day', 'date'),
      { ...column('claimed', 'integer'), default: '0' },
      { ...column('looked', 'integer'), default: '0' },
    ],
    primaryKey: ['user_id', 'day', 'pool_id'],
    indexes: [],
  },
  {
    // Whoever has a whole file open for the day loses it as soon as somebody claims the customer.
    name: 'pool_look',
    columns: [column('customer_id', 'uuid'), column('user_id', 'uuid'), column('day', 'date')],
    primaryKey: ['customer_id', 'user_id'],
    indexes: [{ name: 'pool_look_of_day', keys: 'day' }],
  },
  {
    // Which customers return to a pool when, unless something is done: found anew every night and whenever the rules change.
    name: 'pool_fall',
    columns: [
      column('pool_id', 'uuid'),
      column('customer_id', 'uuid'),
      column('owner_id', 'uuid'),
      column('kind', 'text collate "C"'),
      column('days', 'integer'),
      column('since', 'date'),
      column('until', 'date'),
      column('run_id', 'uuid'),
      { name: 'warned_on', type: 'date' },
    ],
    primaryKey: ['pool_id', 'customer_id'],
    indexes: [
      { name: 'pool_fall_by_until', keys: 'pool_id, until, customer_id' },
      { name: 'pool_fall_of_owner', keys: 'owner_id, until, customer_id' },
    ],
  },
]

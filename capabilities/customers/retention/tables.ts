import type { TableSpec } from '#engine/store/table.ts'

const column = (name: string, type: string) => ({ name, type, notNull: true as const })

/** What a run of a retention rule has found: what is to be done, and what is spared and why. Measured anew by every run. */
export const retentionTables: TableSpec[] = [
  {
    name: 'retention_hit',
    columns: [
      column('run_id', 'uuid'),
      column('rule_id', 'uuid'),
      column('record', 'text collate "C"'),
      column('record_id', 'uuid'),
      column('since', 'timestamptz(3)'),
      { name: 'spared', type: 'text collate "C"' },
    ],
    primaryKey: ['run_id', 'record_id'],
    indexes: [{ name: 'retention_hit_of_rule', keys: 'rule_id, run_id' }],
  },
]

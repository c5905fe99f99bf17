import type { TableSpec } from '#engine/store/table.ts'

const column = (name: string, type: string) => ({ name, type, notNull: true as const })
const optional = (name: string, type: string) => ({ name, type })

/** What is handed out, and every decision about it with the facts it hung on. None of it is a record: the record is what is handed out. */
export const allocationTables: TableSpec[] = [
  {
    // Something to be handed out; as long as it is open it counts as work in the hands of whoever has it.
    name: 'allocation_request',
    columns: [
      column('id', 'uuid'),
      column('kind', 'text'),
      column('record', 'text'),
      column('record_id', 'uuid'),
      column('at', 'timestamptz(3)'),
      column('needs', 'jsonb'),
      optional('familiar_id', 'uuid'),
      optional('queue_id', 'uuid'),
      optional('user_id', 'uuid'),
      optional('taken_at', 'timestamptz(3)'),
      optional('closed_at', 'timestamptz(3)'),
    ],
    primaryKey: ['id'],
    indexes: [
      { name: 'allocation_request_record', keys: 'record_id', unique: true },
      { name: 'allocation_request_waiting', keys: 'kind, at, id', where: 'user_id is null and closed_at is null' },
      { name: 'allocation_request_load', keys: 'queue_id, user_id', where: 'closed_at is null' },
      { name: 'allocation_request_arrived', keys: 'kind, at' },
    ],
  },
  {
    name: 'allocation_decision',
    columns: [
      column('id', 'uuid'),
      column('request_id', 'uuid'),
      column('record_id', 'uuid'),
      column('at', 'timestamptz(3)'),
      column('day', 'date'),
      optional('queue_id', 'uuid'),
      optional('user_id', 'uuid'),
      column('facts', 'jsonb'),
      column('outcome', 'jsonb'),
    ],
    primaryKey: ['id'],
    indexes: [
      { name: 'allocation_decision_record', keys: 'record_id, id' },
      { name: 'allocation_decision_queue', keys: 'queue_id, id' },
      { name: 'allocation_decision_quota', keys: 'queue_id, day, user_id' },
    ],
  },
  {
    // Where each member of a queue stands in the order of turns.
    name: 'allocation_turn',
    columns: [column('queue_id', 'uuid'), column('user_id', 'uuid'), column('turn', 'bigint'), column('due', 'integer')],
    primaryKey: ['queue_id', 'user_id'],
    indexes: [],
  },
]

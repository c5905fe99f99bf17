import { bytes } from './column.ts'
import type { TableSpec } from './table.ts'
import { at, column, index, optional } from './table-parts.ts'

/** What other systems ask and are sent. The endpoints of webhooks are records. */
export const outsideTables: TableSpec[] = [
  // How many requests a token has been given of the present minute. Lost with a crash of the database: a new minute begins.
  {
    name: 'token_usage',
    unlogged: true,
    columns: [column('token_id', 'uuid'), column('minute', 'bigint'), column('taken', 'integer')],
    primaryKey: ['token_id'],
    indexes: [],
  },
  {
    // By which messages are signed, enciphered; two at once while the receiver changes over.
    name: 'webhook_secret',
    columns: [
      column('id', 'uuid'),
      column('webhook_id', 'uuid'),
      column('sealed', 'text'),
      at('created_at'),
      optional('until', 'timestamptz(3)'),
    ],
    primaryKey: ['id'],
    indexes: [index('webhook_secret_of', 'webhook_id')],
  },
  {
    // One event for one endpoint, from the moment it was read until it is old. Its id is the webhook-id, whenever it is sent.
    name: 'webhook_delivery',
    columns: [
      column('id', 'uuid'),
      column('webhook_id', 'uuid'),
      column('event_id', 'uuid'),
      column('position', 'bigint'),
      column('type', bytes),
      column('state', bytes),
      at('created_at'),
      optional('due_at', 'timestamptz(3)'),
      optional('claimed_until', 'timestamptz(3)'),
      column('attempts', 'jsonb', { default: "'[]'" }),
      column('tries', 'smallint', { default: '0' }),
      optional('finished_at', 'timestamptz(3)'),
    ],
    primaryKey: ['id'],
    indexes: [
      index('webhook_delivery_once', 'webhook_id, event_id', { unique: true }),
      index('webhook_delivery_due', 'webhook_id, due_at, position', { where: "state = 'waiting'" }),
      index('webhook_delivery_log', 'webhook_id, id'),
    ],
  },
]

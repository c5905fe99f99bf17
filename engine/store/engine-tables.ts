import { bytes } from './column.ts'
import type { TableSpec } from './table.ts'
import { at, column, index, optional } from './table-parts.ts'
import { healthTables } from './health-tables.ts'
import { signInTables } from './sign-in-tables.ts'
import { tablesBeside } from './tables-beside.ts'
import { outsideTables } from './outside-tables.ts'

/** The engine's own tables, beside those of the records. */

export const engineTables: TableSpec[] = [
  {
    // One row for every change of meaning. Partitioned by month of the id; rows are never updated, save that changes may be erased on request.
    name: 'event',
    columns: [
      column('id', 'uuid'),
      at('at'),
      column('type', bytes),
      column('v', 'smallint'),
      column('actor_id', 'uuid'),
      column('actor_kind', bytes),
      column('operation_id', 'uuid'),
      optional('cause_id', 'uuid'),
      column('record', bytes),
      column('record_id', 'uuid'),
      column('root_record', bytes),
      column('root_id', 'uuid'),
      column('version', 'integer'),
      optional('changes', 'jsonb'),
      optional('salt', 'bytea'),
    ],
    primaryKey: ['id'],
    partitionBy: 'range (id)',
    indexes: [
      index('event_of_root', 'root_id, id'),
      index('event_of_record', 'record_id, version'),
      index('event_of_operation', 'operation_id'),
      index('event_of_actor', 'actor_id, id'),
      index('event_of_type', 'type, id'),
    ],
  },
  // What the sealer has not seen yet. A row comes and goes with every event; the event itself stays untouched.
  { name: 'event_pending', columns: [column('event_id', 'uuid')], primaryKey: ['event_id'], indexes: [] },
  {
    // The order of events for every reader, and the chain that shows tampering.
    name: 'seal',
    columns: [column('position', 'bigint'), column('event_id', 'uuid'), column('digest', 'bytea'), column('hash', 'bytea')],
    primaryKey: ['position'],
    indexes: [index('seal_of_event', 'event_id')],
  },
  {
    name: 'seal_head',
    columns: [column('position', 'bigint'), at('at'), column('hash', 'bytea'), column('key_id', bytes), column('signature', 'bytea')],
    primaryKey: ['position'],
    indexes: [],
  },
  // How far each named reader of events has come.
  { name: 'event_reader', columns: [column('name', bytes), column('position', 'bigint'), at('at')], primaryKey: ['name'], indexes: [] },
  {
    name: 'operation',
    columns: [
      column('id', 'uuid'),
      column('action', bytes),
      column('actor_id', 'uuid'),
      column('actor_kind', bytes),
      at('at'),
      column('state', bytes),
      optional('record', bytes),
      column('total', 'integer', { default: '0' }),
      column('done', 'integer', { default: '0' }),
      column('refused', 'integer', { default: '0' }),
      optional('selection', 'jsonb'),
      optional('input', 'jsonb'),
      optional('cursor', 'uuid'),
      column('report', 'jsonb', { default: "'[]'" }),
      optional('undoes', 'uuid'),
      optional('undone_by', 'uuid'),
      optional('finished_at', 'timestamptz(3)'),
    ],
    primaryKey: ['id'],
    indexes: [index('operation_of_actor', 'actor_id, id'), index('operation_by_time', 'id')],
  },
  {
    // Which pages show which record just now. Lost with a crash of the database, and filled again within seconds by the pages themselves.
    name: 'presence',
    unlogged: true,
    columns: [
      column('record_id', 'uuid'),
      column('user_id', 'uuid'),
      column('page', 'uuid'),
      column('record', bytes),
      column('doing', bytes),
      column('until', 'timestamptz'),
      column('changed_at', 'timestamptz'),
    ],
    primaryKey: ['record_id', 'user_id', 'page'],
    indexes: [],
  },
  {
    name: 'collaborator',
    columns: [
      column('principal_id', 'uuid'),
      column('record', bytes),
      column('record_id', 'uuid'),
      column('level', bytes),
      optional('until', 'timestamptz(3)'),
      // When the record was made: with it, "what was shared with me, newest first" is one walk along an index.
      at('record_created_at'),
      at('created_at'),
      optional('created_by_id', 'uuid'),
    ],
    primaryKey: ['record_id', 'principal_id'],
    indexes: [
      index('collaborator_of_principal', 'principal_id, record, record_created_at, record_id', { include: ['level', 'until'] }),
      index('collaborator_ending', 'until', { where: 'until is not null' }),
    ],
  },
  {
    // Normalised identities of live records. An exclusive one belongs to a single record.
    name: 'claim',
    columns: [
      column('identity', bytes),
      column('value', bytes),
      column('record', bytes),
      column('record_id', 'uuid'),
      column('field', bytes),
      column('root_record', bytes),
      column('root_id', 'uuid'),
      column('exclusive', 'boolean'),
    ],
    primaryKey: ['record_id', 'field', 'value'],
    indexes: [
      index('claim_exclusive', 'identity, value', { unique: true, where: 'exclusive' }),
      index('claim_value', 'value, identity'),
      index('claim_of_root', 'root_id'),
    ],
  },
  {
    // Which record went into which, by which operation, and what was moved beside the records: the old id leads to the new one.
    name: 'merge',
    columns: [
      column('operation_id', 'uuid'),
      column('record', bytes),
      column('stays_id', 'uuid'),
      column('goes_id', 'uuid'),
      column('actor_id', 'uuid'),
      at('at'),
      column('moved', 'jsonb'),
      optional('undone_at', 'timestamptz(3)'),
    ],
    primaryKey: ['operation_id', 'goes_id'],
    indexes: [
      index('merge_gone', 'goes_id', { unique: true, where: 'undone_at is null' }),
      index('merge_stays', 'stays_id', { where: 'undone_at is null' }),
    ],
  },
  // Under which keys, as 64-bit hashes, records are found that may be the same.
  {
    name: 'match_key',
    columns: [column('record', bytes), column('key', 'bigint'), column('record_id', 'uuid')],
    primaryKey: ['record_id', 'key'],
    indexes: [index('match_key_of', 'record, key', { include: ['record_id'] })],
  },
  {
    name: 'idempotency',
    columns: [
      column('actor_id', 'uuid'),
      column('route', bytes),
      column('key', bytes),
      column('body_hash', 'bytea'),
      column('answer', 'jsonb'),
      at('at'),
    ],
    primaryKey: ['actor_id', 'route', 'key'],
    indexes: [index('idempotency_by_time', 'at')],
  },
  // A running number that may not have gaps.
  {
    name: 'gapless_number',
    columns: [column('name', bytes), column('period', bytes), column('last', 'bigint')],
    primaryKey: ['name', 'period'],
    indexes: [],
  },
  // One row; its number rises with every change of users, roles and departments, and all cached rights are dropped.
  { name: 'access_epoch', columns: [column('id', 'smallint'), column('epoch', 'bigint')], primaryKey: ['id'], indexes: [] },
  ...signInTables,
  // The secret address at which a user's calendar programs read his calendar; one to a user.
  {
    name: 'calendar_feed',
    columns: [column('user_id', 'uuid'), column('secret_hash', 'bytea'), at('created_at'), optional('seen_at', 'timestamptz(3)')],
    primaryKey: ['user_id'],
    indexes: [index('calendar_feed_of_secret', 'secret_hash', { unique: true })],
  },
  {
    name: 'node',
    columns: [
      column('id', 'uuid'),
      column('role', bytes),
      column('version', bytes),
      at('started_at'),
      at('seen_at'),
      column('host', bytes),
    ],
    primaryKey: ['id'],
    indexes: [],
  },
  {
    // Which search words the rows of a record type carry; while they are being renewed, how far that has come (newest rows first).
    name: 'search_words',
    columns: [
      column('record', bytes),
      column('signature', bytes),
      optional('renewing', 'text'),
      optional('cursor', 'uuid'),
      column('done', 'bigint', { default: '0' }),
      at('at'),
    ],
    primaryKey: ['record'],
    indexes: [],
  },
  // How characters and pairs of them that stand in names are spoken: ".yun" 云, "yun,shan" 云杉.
  { name: 'search_sound', columns: [column('sound', bytes), column('word', bytes)], primaryKey: ['sound', 'word'], indexes: [] },
  {
    // What each user has opened lately: offered to him again, and first among equals where he searches.
    name: 'opened',
    columns: [column('user_id', 'uuid'), column('record', bytes), column('record_id', 'uuid'), at('at')],
    primaryKey: ['user_id', 'record', 'record_id'],
    indexes: [index('opened_lately', 'user_id, at')],
  },
  // Facts about this installation itself, by name.
  { name: 'installation', columns: [column('name', bytes), column('value', 'jsonb'), at('at')], primaryKey: ['name'], indexes: [] },
  {
    name: 'import',
    columns: [
      column('id', 'uuid'),
      column('record', bytes),
      column('actor_id', 'uuid'),
      at('created_at'),
      column('state', bytes),
      column('file_name', bytes),
      column('file_key', bytes),
      column('file_size', 'bigint'),
      column('file_hash', bytes),
      column('settings', 'jsonb'),
      column('progress', 'jsonb'),
      optional('operation_id', 'uuid'),
      column('version', 'integer', { default: '1' }),
      // The headings of the file: by them its kind is known again, with the mapping that was chosen for it.
      column('signature', bytes, { default: "''" }),
    ],
    primaryKey: ['id'],
    indexes: [index('import_of_actor', 'actor_id, id')],
  },
  {
    // Rows of an import that were not taken, with the reasons; and warnings of those that were.
    name: 'import_problem',
    columns: [
      column('import_id', 'uuid'),
      column('line', 'integer'),
      column('kind', bytes),
      column('cells', 'jsonb'),
      column('problems', 'jsonb'),
    ],
    primaryKey: ['import_id', 'line', 'kind'],
    indexes: [],
  },
  ...tablesBeside,
  ...outsideTables,
  ...healthTables,
]

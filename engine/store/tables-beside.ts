import { bytes } from './column.ts'
import type { TableSpec } from './table.ts'
import { at, column, index, optional } from './table-parts.ts'

/** What stands beside records: files, what is said on them, who is told of it, and how he wants to be. */
export const tablesBeside: TableSpec[] = [
  {
    name: 'file',
    columns: [
      column('id', 'uuid'),
      column('key', bytes),
      column('name', bytes),
      column('type', bytes),
      column('size', 'bigint'),
      column('hash', bytes),
      column('record', bytes),
      column('record_id', 'uuid'),
      column('created_by_id', 'uuid'),
      at('created_at'),
      optional('deleted_at', 'timestamptz(3)'),
    ],
    primaryKey: ['id'],
    indexes: [index('file_of_record', 'record_id, id')],
  },
  {
    // Exports that need approval: what was asked, who decided, and the file while it lies there.
    name: 'export_request',
    columns: [
      column('id', 'uuid'),
      column('actor_id', 'uuid'),
      column('record', bytes),
      column('query', 'jsonb'),
      column('reason', 'text'),
      column('rows', 'integer'),
      at('at'),
      column('state', bytes),
      at('decide_by'),
      optional('decided_by_id', 'uuid'),
      optional('decided_at', 'timestamptz(3)'),
      optional('note', 'text'),
      optional('file_key', 'text'),
      optional('file_size', 'bigint'),
      optional('written', 'integer'),
      optional('expires_at', 'timestamptz(3)'),
      optional('fetched_at', 'timestamptz(3)'),
      optional('operation_id', 'uuid'),
    ],
    primaryKey: ['id'],
    indexes: [
      index('export_request_of_actor', 'actor_id, id'),
      index('export_request_open', 'state, id', { where: "state in ('waiting', 'ready')" }),
    ],
  },
  {
    // What colleagues say to each other on a record. Its id is the operation that wrote it.
    name: 'comment',
    columns: [
      column('id', 'uuid'),
      column('record', bytes),
      column('record_id', 'uuid'),
      column('author_id', 'uuid'),
      column('body', 'text'),
      at('created_at'),
      optional('edited_at', 'timestamptz(3)'),
      optional('deleted_at', 'timestamptz(3)'),
      optional('deleted_by_id', 'uuid'),
    ],
    primaryKey: ['id'],
    indexes: [index('comment_of_record', 'record_id, id', { where: 'deleted_at is null' })],
  },
  {
    // Who follows a record, or has said that he does not want to: owners follow without a row.
    name: 'follower',
    columns: [column('record', bytes), column('record_id', 'uuid'), column('user_id', 'uuid'), at('at'), column('is_following', 'boolean')],
    primaryKey: ['record_id', 'user_id'],
    indexes: [],
  },
  {
    // What somebody is told. Written with what it tells of and settled behind it: rights, his wishes, mail.
    name: 'notice',
    columns: [
      column('id', 'uuid'),
      column('user_id', 'uuid'),
      at('at'),
      column('kind', bytes),
      optional('actor_id', 'uuid'),
      optional('record', bytes),
      optional('record_id', 'uuid'),
      optional('cause_id', 'uuid'),
      // The teller's name for "this very notice": told once, however often he tells it.
      optional('key', bytes),
      // Notices of one bundle are told as one while it is unread.
      optional('bundle', bytes),
      column('args', 'jsonb', { default: "'{}'" }),
      optional('settled_at', 'timestamptz(3)'),
      column('in_product', 'boolean', { default: 'false' }),
      optional('read_at', 'timestamptz(3)'),
      optional('mail', bytes),
      optional('mail_at', 'timestamptz(3)'),
      optional('mailed_at', 'timestamptz(3)'),
    ],
    primaryKey: ['id'],
    indexes: [
      index('notice_of_user', 'user_id, at, id', { where: 'in_product' }),
      index('notice_unread', 'user_id, at, id', { where: 'in_product and read_at is null' }),
      index('notice_unsettled', 'id', { where: 'settled_at is null' }),
      index('notice_key', 'user_id, key', { unique: true, where: 'key is not null' }),
      index('notice_bundle', 'user_id, bundle', { where: 'bundle is not null and read_at is null' }),
      index('notice_to_mail', 'user_id, mail_at', { where: 'mail_at is not null and mailed_at is null' }),
    ],
  },
  {
    // Who was in a segment from when until when, as its owner sees it. Kept set-wise and without events; a row is a stay, open while it lasts.
    name: 'segment_stay',
    columns: [
      column('segment_id', 'uuid'),
      column('record_id', 'uuid'),
      at('entered_at'),
      optional('left_at', 'timestamptz(3)'),
      // It was in when the history began: since when is not known.
      column('is_first', 'boolean', { default: 'false' }),
    ],
    primaryKey: ['segment_id', 'record_id', 'entered_at'],
    indexes: [
      index('segment_stay_open', 'segment_id, record_id', { unique: true, where: 'left_at is null' }),
      index('segment_stay_entered', 'segment_id, entered_at', { where: 'not is_first' }),
      index('segment_stay_left', 'segment_id, left_at', { where: 'left_at is not null' }),
      index('segment_stay_of_record', 'record_id, segment_id', { where: 'left_at is null' }),
    ],
  },
  {
    // How large a segment was on a day, and how many came and went on it.
    name: 'segment_size',
    columns: [
      column('segment_id', 'uuid'),
      column('day', 'date'),
      column('size', 'integer'),
      column('entered', 'integer'),
      column('departed', 'integer'),
      at('at'),
    ],
    primaryKey: ['segment_id', 'day'],
    indexes: [],
  },
  {
    // Backups that were asked for, and drills: what there is, how large, when it was verified.
    name: 'backup',
    columns: [
      column('id', 'uuid'),
      column('kind', bytes),
      column('state', bytes),
      at('at'),
      // Of a nightly one: the company's day that it is for.
      optional('day', 'date'),
      optional('actor_id', 'uuid'),
      column('file', 'text'),
      optional('size', 'bigint'),
      column('is_encrypted', 'boolean', { default: 'false' }),
      column('progress', 'jsonb', { default: "'{}'" }),
      column('report', 'jsonb', { default: "'{}'" }),
      optional('finished_at', 'timestamptz(3)'),
      optional('verified_at', 'timestamptz(3)'),
      optional('error', 'text'),
    ],
    primaryKey: ['id'],
    indexes: [index('backup_of_day', 'day', { unique: true, where: 'day is not null' })],
  },
  // What somebody has chosen for himself, by name.
  {
    name: 'preference',
    columns: [column('user_id', 'uuid'), column('key', bytes), column('value', 'jsonb'), at('at')],
    primaryKey: ['user_id', 'key'],
    indexes: [],
  },
]

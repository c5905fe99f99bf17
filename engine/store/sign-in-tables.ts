import { bytes } from './column.ts'
import type { TableSpec } from './table.ts'
import { at, column, index, optional } from './table-parts.ts'

/** Who may come in. Nothing here opens anything by itself: secrets are kept hashed, or enciphered under a key outside the database. */
export const signInTables: TableSpec[] = [
  {
    name: 'credential',
    columns: [
      column('user_id', 'uuid'),
      column('kind', bytes),
      column('secret', bytes),
      at('changed_at'),
      // The half minute of the last code taken: none is taken twice.
      optional('used_step', 'bigint'),
    ],
    primaryKey: ['user_id', 'kind'],
    indexes: [],
  },
  {
    name: 'backup_code',
    columns: [column('user_id', 'uuid'), column('code_hash', 'bytea'), optional('used_at', 'timestamptz(3)')],
    primaryKey: ['user_id', 'code_hash'],
    indexes: [],
  },
  {
    // Keys that devices keep for their owners; only the public half is here. Bound to the name under which the product was reached.
    name: 'passkey',
    columns: [
      column('credential_id', bytes),
      column('id', 'uuid'),
      column('user_id', 'uuid'),
      column('host', bytes),
      column('name', bytes),
      column('public_key', 'bytea'),
      column('counter', 'bigint'),
      column('transports', 'text[]'),
      at('created_at'),
      optional('seen_at', 'timestamptz(3)'),
    ],
    primaryKey: ['credential_id'],
    indexes: [index('passkey_of_user', 'user_id')],
  },
  {
    // What authenticators are given to sign, each once.
    name: 'passkey_challenge',
    columns: [column('challenge_hash', 'bytea'), column('kind', bytes), optional('user_id', 'uuid'), at('expires_at')],
    primaryKey: ['challenge_hash'],
    indexes: [index('passkey_challenge_ending', 'expires_at')],
  },
  {
    // Whom a provider of single sign-on means by a subject.
    name: 'provider_account',
    columns: [
      column('provider_id', 'uuid'),
      column('subject', bytes),
      column('user_id', 'uuid'),
      column('email', bytes),
      at('created_at'),
      at('seen_at'),
    ],
    primaryKey: ['provider_id', 'subject'],
    indexes: [index('provider_account_of_user', 'user_id, provider_id', { unique: true })],
  },
  {
    // On the way to a provider and back: what the browser holds leads on once.
    name: 'provider_step',
    columns: [
      column('secret_hash', 'bytea'),
      column('provider_id', 'uuid'),
      // Who shows himself again; nobody where somebody signs in.
      optional('user_id', 'uuid'),
      column('back', bytes),
      at('expires_at'),
    ],
    primaryKey: ['secret_hash'],
    indexes: [index('provider_step_ending', 'expires_at')],
  },
  // The secret by which a provider knows us, enciphered.
  {
    name: 'provider_secret',
    columns: [column('provider_id', 'uuid'), column('secret', bytes), at('changed_at')],
    primaryKey: ['provider_id'],
    indexes: [],
  },
  {
    name: 'session',
    columns: [
      column('token_hash', 'bytea'),
      column('id', 'uuid'),
      column('user_id', 'uuid'),
      at('created_at'),
      at('seen_at'),
      at('expires_at'),
      column('agent', bytes),
      column('address', bytes),
      // When its bearer last showed who he is; without that he does not change how he signs in.
      optional('confirmed_at', 'timestamptz(3)'),
    ],
    primaryKey: ['token_hash'],
    indexes: [index('session_of_user', 'user_id'), index('session_by_id', 'id'), index('session_ending', 'expires_at')],
  },
  {
    // Sessions of administrators that read as somebody else for some minutes.
    name: 'simulation',
    columns: [
      column('session_id', 'uuid'),
      column('administrator_id', 'uuid'),
      column('user_id', 'uuid'),
      column('reason', bytes),
      at('started_at'),
      at('until'),
    ],
    primaryKey: ['session_id'],
    indexes: [],
  },
  {
    // Half-way in: the password was right, and a code or the set-up of a second factor is still to come.
    name: 'sign_in_step',
    columns: [column('secret_hash', 'bytea'), column('user_id', 'uuid'), column('kind', bytes), at('expires_at')],
    primaryKey: ['secret_hash'],
    indexes: [index('sign_in_step_of_user', 'user_id')],
  },
  {
    // Links by which somebody sets a new password, once.
    name: 'recovery',
    columns: [column('secret_hash', 'bytea'), column('user_id', 'uuid'), at('created_at'), at('expires_at')],
    primaryKey: ['secret_hash'],
    indexes: [index('recovery_of_user', 'user_id')],
  },
  {
    name: 'token',
    columns: [
      column('token_hash', 'bytea'),
      column('id', 'uuid'),
      column('user_id', 'uuid'),
      column('name', bytes),
      optional('scopes', 'text[]'),
      at('created_at'),
      optional('expires_at', 'timestamptz(3)'),
      optional('seen_at', 'timestamptz(3)'),
      column('kind', bytes, { default: "'service'" }),
      optional('made_by_id', 'uuid'),
    ],
    primaryKey: ['token_hash'],
    indexes: [index('token_of_user', 'user_id')],
  },
  {
    // Tries that count, for all nodes together: of an account, a user's codes, an address. Keys are digests.
    name: 'sign_in_attempt',
    columns: [column('key', bytes), column('failures', 'integer'), at('since'), optional('blocked_until', 'timestamptz(3)')],
    primaryKey: ['key'],
    indexes: [],
  },
]

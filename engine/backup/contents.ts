import type pg from 'pg'

/** What the data of a backup is made of, beside the frames: written by one version, read by later ones. */

/** A table as it stood, with the columns that data goes by. */
export interface TablePart {
  kind: 'table'
  name: string
  columns: string[]
}

export type PartHead =
  | TablePart
  | { kind: 'jobs' }
  /** A file of the data folder, by its path within. */
  | { kind: 'file'; path: string }

/** The first frame: what must be known before any data comes. */
export interface Opening {
  migrations: { name: string; hash: string }[]
  /** Months of the events that have a table of their own: "event_2026_11". */
  months: string[]
  /** How many parts may be open at the same time. */
  streams: number
  tables: { name: string; rows: number }[]
}

export interface PartEnd {
  head: PartHead
  rows: number
  bytes: number
  sha256: string
  content: string
}

/** The last frame: what there is, counted. */
export interface Manifest {
  createdAt: string
  finishedAt: string
  parts: PartEnd[]
  /** Running numbers, read after the data: never behind what has been given. */
  sequences: { name: string; start: number; last: number; isCalled: boolean }[]
  /** Files that the data names and the folder did not have. */
  missing: string[]
  /** The state of the chain of events when the backup was begun. */
  seal: { position: number; hash: string } | null
}

/**
 * Tables whose rows are not taken along. Who is signed in signs in again: a copy of the company must not let anybody in by a cookie or a
 * link of the original. What lives for seconds (nodes, presence), counts wrong passwords, or tells of backups themselves means nothing elsewhere.
 */
export const leftOut: ReadonlySet<string> = new Set([
  'session',
  'sign_in_step',
  'recovery',
  'presence',
  'node',
  'slow_statement',
  'self_check',
  'sign_in_attempt',
  'passkey_challenge',
  'provider_step',
  'backup',
  'migration',
  'restore_unfinished',
])

/** All tables with data of their own in a schema of ours, largest first; an estimate of rows beside. */
export async function tablesOf(client: pg.ClientBase): Promise<(TablePart & { rows: number })[]> {
  const found = await client.query<{ name: string; columns: string[]; rows: number }>(
    `select c.relname as name, greatest(c.reltuples, 0)::float8 as rows,
        (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
        and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      order by c.relpages desc, c.relname`,
  )
  return found.rows.filter(({ name }) => !leftOut.has(name)).map((row) => ({ kind: 'table', ...row }))
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** What text a value becomes is the same on every server: set on each connection that copies. */
export const steadyText =
  "set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set bytea_output = 'hex'; set extra_float_digits = 1; set client_encoding = 'UTF8'; set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0"

/** Ends a connection that may be in the midst of a copy: a polite end would wait for what nobody reads any more. */
export const dropConnection = (client: pg.Client): void => {
  ;(client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
}

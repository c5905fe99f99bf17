import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { KnownField } from '#engine/record/house.ts'
import { columnKindOf, snake } from './columns.ts'
import { customFilter, customOrder, orderKey } from './custom.ts'
import type { Database } from './database.ts'
import { indexStatement } from './schema-diff.ts'
import { sql, type Sql } from './sql.ts'
import type { IndexSpec } from './table.ts'

/**
 * Indexes on custom fields: asked for by an administrator, built behind the writers while the product runs, and dropped when nobody wants
 * them any more. No migration knows of them; they are told from all others by their names.
 */
const prefix = 'cf_'

/** A custom field of a record type that is to have its indexes. */
export interface Indexed {
  record: string
  field: KnownField
  /** Rows may lack the key to order by: they may have been written while no index was wanted. */
  lacksKeys: boolean
}

/**
 * The indexes of a custom field: one to filter by, and one to order by where that goes by another key. Of the whole table: what the
 * database learns of the values by an index on a part of it, it does not use, and would take half of all customers for a handful.
 */
export function customIndexes({ record, field }: Pick<Indexed, 'record' | 'field'>): IndexSpec[] {
  const table = snake(record)
  const column = sql.id('custom')
  const keys = new Set([customFilter(field, column), customOrder(field, column)].map((expression) => `(${expression.render().text}), id`))
  return [...keys].map((text) => {
    const hash = createHash('sha256').update(`${table} ${text}`).digest('hex').slice(0, 10)
    return { name: `${prefix}${hash}_${table}_${snake(field.name)}`.slice(0, 63), keys: text }
  })
}

/** Tells the connection's server to stop what it is at, and does so when the work is called off. */
function stopWith(database: Database, client: pg.Client, pid: number, signal: AbortSignal): () => void {
  const stop = () => void database.run(sql`select pg_cancel_backend(${pid})`).catch(() => client.end())
  signal.addEventListener('abort', stop)
  return () => signal.removeEventListener('abort', stop)
}

/**
 * Runs work on a connection of its own that nobody else who builds indexes is at. Waits without holding a snapshot: building an index
 * behind the writers waits for everybody who holds an older one.
 */
async function alone<T>(database: Database, signal: AbortSignal, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await database.connect()
  try {
    const pid = (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid
    const release = stopWith(database, client, pid, signal)
    await client.query('set statement_timeout = 0; set lock_timeout = 0; set max_parallel_maintenance_workers = 0')
    while (!(await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(hashtext('zhike.indexes')) as mine`)).rows[0]!.mine)
      await pause(200, undefined, { signal })
    try {
      return await work(client)
    } finally {
      release()
      await client.query(`select pg_advisory_unlock(hashtext('zhike.indexes'))`).catch(() => {})
    }
  } finally {
    await client.end().catch(() => {})
  }
}

interface Standing {
  name: string
  valid: boolean
}

const standing = async (client: pg.Client): Promise<Standing[]> =>
  (
    await client.query<Standing>(
      `select c.relname as name, i.indisvalid as valid from pg_index i join pg_class c on c.oid = i.indexrelid
        where c.relnamespace = current_schema()::regnamespace and c.relname like '${prefix.replace('_', '\\_')}%'`,
    )
  ).rows

const drop = (client: pg.Client, name: string) => client.query(`drop index concurrently if exists "${name}"`)

/** Writes the keys to order by into rows that hold a text without one: they were written before anybody asked for the index. */
async function fillKeys(client: pg.Client, { record, field }: Indexed, signal: AbortSignal): Promise<void> {
  const { sort } = columnKindOf(field.field)
  if (!sort) return
  const run = async (statement: Sql) => {
    const { text, values } = statement.render()
    return (await client.query<{ id: string; value: string }>({ text, values })).rows
  }
  const table = sql.id(snake(record))
  const value = sql.raw(`custom ->> '${field.name}'`)
  for (let after = '00000000-0000-0000-0000-000000000000'; !signal.aborted;) {
    const rows = await run(
      sql`select id, ${value} as value from ${table} where id > ${after}::uuid and ${value} is not null and ${sql.raw(`custom ->> '${orderKey(field.name)}' is null`)} order by id limit 500`,
    )
    if (rows.length === 0) return
    await run(
      sql`update ${table} t set custom = t.custom || jsonb_build_object(${orderKey(field.name)}::text, v.key)
        from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.value)}::text[], ${rows.map((row) => sort.of(row.value))}::text[]) as v(id, value, key)
        where t.id = v.id and t.${value} = v.value`,
    )
    after = rows.at(-1)!.id
  }
}

/**
 * Brings the indexes on custom fields to what is wanted: builds what is missing or was left half-made by a kill, drops what nobody wants.
 * May be done by several workers at once, and again after any stop.
 * @param tell told of each field when its indexes are begun and when they stand, or with the fault where they could not be built.
 */
export async function keepCustomIndexes<I extends Indexed>(
  database: Database,
  wanted: () => Promise<readonly I[]>,
  tell: (indexed: I, state: 'building' | 'ready' | Error) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  if (!database.isHeld) {
    const fault = new Error('behind a pooler, indexes need the address of the database itself: set DATABASE_DIRECT_URL')
    for (const indexed of await wanted()) await tell(indexed, fault)
    return
  }
  await alone(database, signal, async (client) => {
    // Asked anew by each who gets this far: what was wanted when he began to wait may be wanted no more.
    const fields = await wanted()
    const there = new Map((await standing(client)).map((index) => [index.name, index]))
    const kept = new Set<string>()
    for (const indexed of fields) {
      const specs = customIndexes(indexed)
      for (const spec of specs) kept.add(spec.name)
      const missing = specs.filter((spec) => !there.get(spec.name)?.valid)
      const isNews = missing.length > 0 || indexed.lacksKeys
      try {
        signal.throwIfAborted()
        if (missing.length > 0) await tell(indexed, 'building')
        if (isNews) await fillKeys(client, indexed, signal)
        for (const spec of missing) {
          if (there.has(spec.name)) await drop(client, spec.name)
          await client.query(indexStatement(snake(indexed.record), spec).replace('create index', 'create index concurrently'))
        }
        // Rows that were on their way when the keys were filled in are there now: building has waited for them.
        if (isNews) await fillKeys(client, indexed, signal)
        if (missing.length > 0) await client.query(`analyze "${snake(indexed.record)}"`)
        signal.throwIfAborted()
      } catch (error) {
        if (signal.aborted) throw new Error('stopped; goes on later', { cause: error })
        await tell(indexed, error as Error)
        continue
      }
      await tell(indexed, 'ready')
    }
    for (const name of there.keys()) if (!kept.has(name)) await drop(client, name)
  })
}

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { openAsking } from './asker.ts'
import { sql, type Sql } from './sql.ts'
import { watchStatements, type StatementWatch } from './statement-watch.ts'

/** Anything that runs SQL: the pool, or one connection inside a transaction. */
export interface Queries {
  /** Rows as objects. 'prepare' keeps the statement prepared on its connection: only where the best plan does not depend on the values. */
  rows<T = Record<string, unknown>>(statement: Sql, prepare?: 'prepare'): Promise<T[]>
  /** Rows as arrays in column order: what lists use, because the driver is twice as fast with it. */
  arrays(statement: Sql, prepare?: 'prepare'): Promise<unknown[][]>
  /** The first row, or undefined. */
  row<T = Record<string, unknown>>(statement: Sql, prepare?: 'prepare'): Promise<T | undefined>
  /** How many rows were touched. */
  run(statement: Sql, prepare?: 'prepare'): Promise<number>
  /** Sends rows in COPY's text format to `copy … from stdin`, part by part: the database works on one while the next is made. */
  copy(statement: Sql, parts: Iterable<string>): Promise<void>
  /** The same for a database and for all its transactions: what a process remembers of a database is kept by it. */
  readonly home: object
}

export interface Transaction extends Queries {
  /** Runs right before the commit: what many transactions write alike is then held locked no longer than the commit takes. */
  beforeCommit(work: () => Promise<void>): void
  /** Runs after the commit, never after a rollback. Must not throw. */
  afterCommit(work: () => void): void
}

export interface Database extends Queries {
  /**
   * Rows of a statement that goes by what indexes find (bitmaps) and never along a table or an order, whatever the planner makes of it.
   * Called off when whoever asked has gone (`askedBy`).
   */
  byIndex(statement: Sql): Promise<unknown[][]>
  /** Rows of a statement that is planned as it comes, and called off when whoever asked has gone. */
  search(statement: Sql): Promise<unknown[][]>
  /** Rows of a statement that goes through a whole table, with room to keep a million ids in memory; called off like a search. Few run at once. */
  whole(statement: Sql): Promise<unknown[][]>
  transaction<T>(work: (tx: Transaction) => Promise<T>, options?: { readOnly?: boolean }): Promise<T>
  /** A connection of its own, outside the pool and past a pooler: for LISTEN, for long reads and for what is done to the tables themselves. */
  connect(address?: string): Promise<pg.Client>
  /** Whether such a connection keeps what is set on it: behind a pooler only where the database's own address is known. */
  readonly isHeld: boolean
  readonly config: pg.ClientConfig
  /** Behind a pooler that hands out connections per transaction: nobody can be listened to over such a connection. */
  readonly isPooled: boolean
  /** From how many ms on a statement counts as slow. */
  readonly slowFrom: number
  /** What was asked of it by this process, and what took long. */
  readonly watch: StatementWatch
  /** The connections of this process: how many are open, idle, and waited for. */
  pools(): { name: string; open: number; idle: number; waiting: number }[]
  close(): Promise<void>
}

// Instants are kept to the millisecond (timestamptz(3)) and leave the driver as ISO text in UTC.
const isoInstant = (text: string): string => {
  // "2026-11-22 01:30:00.12+00": the usual form is taken apart by place, because lists bring hundreds of them.
  const end = text.length - 3
  if (text.charCodeAt(10) === 32 && text.endsWith('+00')) {
    const fraction = end > 20 ? text.slice(20, Math.min(end, 23)).padEnd(3, '0') : '000'
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`
  }
  return text.includes('infinity') ? text : new Date(text).toISOString()
}

const keepText = (text: string): string => text
const parsers: Record<number, (text: string) => unknown> = { 20: Number, 1700: keepText, 1184: isoInstant, 1082: keepText, 2950: keepText }
const types = {
  getTypeParser: (oid: number, format?: string) => parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
} as unknown as pg.CustomTypesConfig

/** Errors after which the same transaction may simply be tried again: serialization failure, deadlock. */
const again = new Set(['40001', '40P01'])

// Ended by an administrator, by the crash of a neighbour, starting up, no connection free; and what the socket says.
const away = new Set(['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])

/** Whether an error says that the database is not there or has gone while it was asked. What was asked may or may not have been done. */
export const isAway = (error: unknown): boolean => {
  const { code = '', message = '', syscall } = error as { code?: string; message?: string; syscall?: string }
  return (
    code.startsWith('08') ||
    away.has(code) ||
    // A socket that is not there; any other file that is not is a fault of ours.
    (code === 'ENOENT' && syscall === 'connect') ||
    /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable/.test(message)
  )
}

// Statements that are kept prepared, by text. Few in number by design; past the limit statements are simply not prepared.
const preparedNames = new Map<string, string>()

function preparedName(text: string): string | undefined {
  let name = preparedNames.get(text)
  if (!name && preparedNames.size < 1000) {
    name = `zk${preparedNames.size}`
    preparedNames.set(text, name)
  }
  return name
}

function queriesOn(client: Pick<pg.Pool, 'query'>, mayPrepare: boolean, home: object, watch: StatementWatch): Queries {
  const ask = async (statement: Sql, prepare: 'prepare' | undefined, rowMode?: 'array') => {
    const { text, values } = statement.render()
    const name = prepare && mayPrepare ? preparedName(text) : undefined
    const began = performance.now()
    let isFailed = true
    try {
      const result = await client.query({ text, values, ...(name ? { name } : {}), ...(rowMode ? { rowMode } : {}) } as pg.QueryConfig)
      isFailed = false
      return result
    } finally {
      watch.note(text, performance.now() - began, isFailed)
    }
  }
  return {
    rows: async <T>(statement: Sql, prepare?: 'prepare') => (await ask(statement, prepare)).rows as T[],
    arrays: async (statement, prepare) => (await ask(statement, prepare, 'array')).rows as unknown[][],
    row: async <T>(statement: Sql, prepare?: 'prepare') => (await ask(statement, prepare)).rows[0] as T | undefined,
    run: async (statement, prepare) => (await ask(statement, prepare)).rowCount ?? 0,
    copy: (statement, parts) => sendCopy(client as unknown as pg.PoolClient, statement, parts),
    home,
  }
}

const sendCopy = (client: pg.PoolClient, statement: Sql, parts: Iterable<string>): Promise<void> =>
  pipeline(Readable.from(parts, { highWaterMark: 1 }), client.query(copyFrom(statement.render().text)))

/** What a million ids take in memory, once; without it they go to a file and come back, which takes twice as long. */
const room = '64MB'

export interface DatabaseOptions {
  /** A libpq connection string, or the settings of the embedded server. */
  connection: pg.ClientConfig
  /** Connections of this process. */
  max?: number
  /** True behind a pooler that hands out connections per transaction: nothing may then stay on a connection, prepared statements included. */
  isPooled?: boolean
  /** The address of the database itself, where the pool goes through a pooler. */
  direct?: string | undefined
  /** Called with errors of idle connections; they are otherwise silent. */
  onError?: (error: Error) => void
  /** From how many ms on a statement is remembered as slow; 200 unless said. */
  slowFrom?: number
}

/** Opens the pool that everything of this process shares. Connects on first use. */
export function openDatabase(options: DatabaseOptions): Database {
  const prepare = !options.isPooled
  const max = options.max ?? 10
  const config: pg.ClientConfig = { application_name: 'zhike', types, ...options.connection }
  const openPool = (settings: pg.PoolConfig) => {
    const opened = new pg.Pool({
      idleTimeoutMillis: 60_000,
      connectionTimeoutMillis: 10_000,
      statement_timeout: 30_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 60_000,
      ...config,
      ...settings,
    })
    opened.on('error', (error) => options.onError?.(error))
    // A connection that breaks between two statements of a transaction says so by an event; unheard, it would end the process.
    opened.on('connect', (client) => client.on('error', () => {}))
    return opened
  }
  const pool = openPool({ max, ...(prepare ? { options: '-c max_parallel_workers_per_gather=0 -c jit=off' } : {}) })
  // Statements marked 'prepare' are planned once per connection and never again: for a list that takes half the time away.
  const steady = prepare
    ? openPool({
        max: Math.max(2, Math.ceil(max * 0.7)),
        options: '-c plan_cache_mode=force_generic_plan -c max_parallel_workers_per_gather=0 -c jit=off',
      })
    : pool
  const home = {}
  const { slowFrom = 200 } = options
  const watch = watchStatements(slowFrom)
  const planned = queriesOn(steady, prepare, home, watch)
  const free = queriesOn(pool, prepare, home, watch)
  // The planner cannot know how search words go together; it must not bet on a table being full of what is rare, nor on one order of it.
  const guided = prepare
    ? openPool({
        max: Math.max(2, Math.ceil(max * 0.5)),
        options:
          '-c enable_seqscan=off -c enable_indexscan=off -c enable_indexonlyscan=off -c max_parallel_workers_per_gather=0 -c jit=off',
      })
    : undefined

  const roomy = prepare ? openPool({ max: 2, options: `-c work_mem=${room} -c max_parallel_workers_per_gather=0 -c jit=off` }) : undefined

  async function once<T>(work: (tx: Transaction) => Promise<T>, readOnly: boolean): Promise<T> {
    const client = await pool.connect()
    const before: (() => Promise<void>)[] = []
    const after: (() => void)[] = []
    let broken = false
    try {
      await client.query(readOnly ? 'begin isolation level repeatable read read only' : 'begin')
      const result = await work({
        ...queriesOn(client as unknown as pg.Pool, prepare, home, watch),
        beforeCommit: (next) => before.push(next),
        afterCommit: (next) => after.push(next),
      })
      for (const last of before) await last()
      await client.query('commit')
      client.release()
      for (const next of after) next()
      return result
    } catch (error) {
      broken = isAway(error)
      if (!broken) await client.query('rollback').catch(() => (broken = true))
      client.release(broken)
      throw error
    }
  }

  const connect = async (address = options.direct) => {
    const client = new pg.Client(address ? { ...config, connectionString: address } : config)
    // Who keeps it listens for its loss; unheard, that would end the process.
    client.on('error', () => {})
    await client.connect()
    return client
  }
  // Behind a pooler nobody knows on which connection a statement runs.
  const asking = prepare ? openAsking(() => connect()) : undefined
  const searching = queriesOn(asking?.ask(pool) ?? pool, prepare, home, watch)
  const gathering = asking && roomy ? queriesOn(asking.ask(roomy), prepare, home, watch) : undefined
  const seeking = asking && guided ? queriesOn(asking.ask(guided), prepare, home, watch) : undefined

  return {
    rows: (statement, how) => (how ? planned : free).rows(statement, how),
    arrays: (statement, how) => (how ? planned : free).arrays(statement, how),
    row: (statement, how) => (how ? planned : free).row(statement, how),
    run: (statement, how) => (how ? planned : free).run(statement, how),
    async copy(statement, parts) {
      const client = await pool.connect()
      try {
        await sendCopy(client, statement, parts)
        client.release()
      } catch (error) {
        client.release(error as Error)
        throw error
      }
    },
    home,
    search: (statement) => searching.arrays(statement),
    byIndex: (statement) =>
      seeking
        ? seeking.arrays(statement)
        : once(async (tx) => {
            for (const kind of ['seqscan', 'indexscan', 'indexonlyscan']) await tx.run(sql`set local ${sql.raw(`enable_${kind}`)} = off`)
            return tx.arrays(statement)
          }, true),
    whole: (statement) =>
      gathering
        ? gathering.arrays(statement)
        : once(async (tx) => {
            await tx.run(sql`set local work_mem = ${sql.raw(`'${room}'`)}`)
            return tx.arrays(statement)
          }, true),
    config,
    isPooled: options.isPooled ?? false,
    isHeld: !options.isPooled || options.direct !== undefined,
    async transaction(work, { readOnly = false } = {}) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(work, readOnly)
        } catch (error) {
          if (attempt >= 4 || !again.has((error as { code?: string }).code ?? '')) throw error
          await new Promise((resolve) => setTimeout(resolve, attempt * 15 * Math.random()))
        }
      }
    },
    connect,
    slowFrom,
    watch,
    pools: () =>
      Object.entries({
        free: pool,
        ...(steady === pool ? {} : { planned: steady }),
        ...(guided ? { guided } : {}),
        ...(roomy ? { roomy } : {}),
      }).map(([name, { totalCount, idleCount, waitingCount }]) => ({ name, open: totalCount, idle: idleCount, waiting: waitingCount })),
    async close() {
      await asking?.close()
      await pool.end()
      if (steady !== pool) await steady.end()
      await guided?.end()
      await roomy?.end()
    },
  }
}

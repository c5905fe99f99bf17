import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'

const askers = new AsyncLocalStorage<AbortSignal>()

/** Nobody waits for the answer any more. */
export class Abandoned extends Error {
  constructor() {
    super('whoever asked has gone')
  }
}

/** Work on behalf of somebody who may go before the answer is there: searches in it are then called off, or not begun. */
export const askedBy = <T>(asker: AbortSignal, work: () => T): T => askers.run(asker, work)

/**
 * The same for work that is worth so many milliseconds: undefined where it takes longer. Behind a pooler, where nothing can be called off,
 * it comes to its end.
 */
export async function within<T>(milliseconds: number, work: () => Promise<T>): Promise<T | undefined> {
  const asker = askers.getStore()
  const patience = AbortSignal.timeout(milliseconds)
  try {
    return await askers.run(asker ? AbortSignal.any([asker, patience]) : patience, work)
  } catch (error) {
    if (error instanceof Abandoned && patience.aborted && !asker?.aborted) return undefined
    throw error
  }
}

/** Ends a statement that runs on another connection, over one that is kept for this. */
function openCaller(connect: () => Promise<pg.Client>): { callOff(client: pg.PoolClient): Promise<void>; close(): Promise<void> } {
  let line: Promise<pg.Client> | undefined
  const open = () => {
    line ??= connect().then((client) => client.once('end', () => (line = undefined)))
    line.catch(() => (line = undefined))
    return line
  }
  return {
    async callOff(client) {
      const { processID } = client as unknown as { processID: number }
      // Where it cannot be called off it comes to its end, or to that of its time.
      await open()
        .then((own) => own.query('select pg_cancel_backend($1)', [processID]))
        .catch(() => {})
    },
    close: async () => (await line?.catch(() => undefined))?.end(),
  }
}

/**
 * Asks a pool, and calls the statement off as soon as whoever asked has gone. Throws `Abandoned` then. The connection goes back to the pool
 * only when the call has been heard: it must not meet the statement of somebody else.
 */
export function openAsking(connect: () => Promise<pg.Client>): { ask(pool: pg.Pool): Pick<pg.Pool, 'query'>; close(): Promise<void> } {
  const caller = openCaller(connect)
  async function asked(pool: pg.Pool, config: pg.QueryConfig, asker: AbortSignal): Promise<pg.QueryResult> {
    if (asker.aborted) throw new Abandoned()
    const client = await pool.connect()
    let called: Promise<void> | undefined
    const callOff = () => void (called = caller.callOff(client))
    try {
      if (asker.aborted) throw new Abandoned()
      asker.addEventListener('abort', callOff, { once: true })
      return await client.query(config)
    } catch (error) {
      throw asker.aborted ? new Abandoned() : error
    } finally {
      asker.removeEventListener('abort', callOff)
      await called
      client.release()
    }
  }
  return {
    ask: (pool) => ({
      query: ((config: pg.QueryConfig) => {
        const asker = askers.getStore()
        return asker ? asked(pool, config, asker) : pool.query(config)
      }) as pg.Pool['query'],
    }),
    close: () => caller.close(),
  }
}

import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { sealLag } from '#engine/event/seal.ts'
import type { Database } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { bounds } from '#engine/store/statement-watch.ts'

/** The figures of one process, in the form that Prometheus reads. Those of the database are the same on every node; `node` tells them apart. */
export interface Metrics {
  /** A request has been answered. Routes by their pattern: addresses hold ids and search words. */
  answered(method: string, route: string, status: number, seconds: number): void
  /** A job has come to its end. */
  worked(job: string, isDone: boolean, seconds: number): void
  /** A figure that is looked up whenever somebody asks. */
  gauge(name: string, help: string, look: () => number): void
  /** Memory, event loop, collections: of the whole process, so once in it. */
  watchProcess(): void
  read(): Promise<{ type: string; text: string }>
}

const readQueue = (database: Database) =>
  database.rows<{ name: string; state: string; n: number; age: number }>(
    sql`select name, state::text, count(*) as n, coalesce(max(extract(epoch from now() - start_after)), 0)::float8 as age
      from queue.job where state in ('created', 'retry', 'active', 'failed') and name not like '\\_\\_%' group by 1, 2`,
  )

const readReaders = (database: Database) =>
  database.rows<{ name: string; behind: number }>(
    sql`select r.name, greatest(0, coalesce((select max(position) from seal), 0) - r.position) as behind from event_reader r`,
  )

const readWaiting = async (database: Database): Promise<number> =>
  (await database.row<{ n: number }>(sql`select count(*) as n from (select 1 from event_pending limit 100000) p`))!.n

export function openMetrics(database: Database, node: string): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels({ node })
  const registers = [registry]
  const requests = new Histogram({
    name: 'zhike_request_seconds',
    help: 'Answered requests by route, method and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30],
    registers,
  })
  const jobs = new Histogram({
    name: 'zhike_job_seconds',
    help: 'Jobs that this process has run, by name and how they ended',
    labelNames: ['job', 'end'],
    buckets: [0.1, 1, 10, 60, 600, 3600],
    registers,
  })
  const gauge = (name: string, help: string, labelNames: string[] = []) => new Gauge({ name, help, labelNames, registers })
  const connections = gauge('zhike_database_connections', 'Connections of this process, by pool and state', ['pool', 'state'])
  const waiting = gauge('zhike_queue_jobs', 'Jobs in the queue, by name and state', ['job', 'state'])
  const age = gauge('zhike_queue_oldest_seconds', 'How long the oldest job that is due has waited or run, by name and state', [
    'job',
    'state',
  ])
  const sealing = gauge('zhike_sealing_lag_seconds', 'How long the oldest event has waited for its seal')
  const unsealed = gauge('zhike_unsealed_events', 'Events that wait for their seal; counted up to 100,000')
  const readers = gauge('zhike_reader_lag_events', 'Sealed events that a reader has not read yet', ['reader'])
  const reached = gauge('zhike_database_up', '1 where the database answered when these figures were asked for')
  const statements = new Counter({
    name: 'zhike_database_statements_total',
    help: 'Statements of this process by how long they took: up to so many ms',
    labelNames: ['up_to_ms'],
    registers,
  })
  const statementTime = new Counter({
    name: 'zhike_database_statement_seconds_total',
    help: 'Time in which this process waited for the database, over all statements',
    registers,
  })

  function readProcess(): void {
    for (const { name, open, idle, waiting: asking } of database.pools()) {
      connections.set({ pool: name, state: 'busy' }, open - idle)
      connections.set({ pool: name, state: 'idle' }, idle)
      connections.set({ pool: name, state: 'awaited' }, asking)
    }
    const { counts, totalMs } = database.watch
    statements.reset()
    counts.forEach((n, i) => statements.inc({ up_to_ms: String(bounds[i] ?? 'more') }, n))
    statementTime.reset()
    statementTime.inc(totalMs / 1000)
  }

  async function readDatabase(): Promise<void> {
    const [queue, lag, pending, behind] = await Promise.all([
      readQueue(database),
      sealLag(database),
      readWaiting(database),
      readReaders(database),
    ])
    for (const each of [waiting, age, readers]) each.reset()
    for (const row of queue) {
      waiting.set({ job: row.name, state: row.state }, row.n)
      if (row.state !== 'failed') age.set({ job: row.name, state: row.state }, Math.max(0, row.age))
    }
    sealing.set(lag)
    unsealed.set(pending)
    for (const row of behind) readers.set({ reader: row.name }, row.behind)
  }

  return {
    answered: (method, route, status, seconds) => requests.observe({ method, route, status: String(status) }, seconds),
    worked: (job, isDone, seconds) => jobs.observe({ job, end: isDone ? 'done' : 'failed' }, seconds),
    gauge: (name, help, look) =>
      void new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(look())
        },
      }),
    watchProcess: () => collectDefaultMetrics({ register: registry }),
    async read() {
      readProcess()
      // Without the database there is still much to say.
      await readDatabase().then(
        () => reached.set(1),
        () => reached.set(0),
      )
      return { type: registry.contentType, text: await registry.metrics() }
    },
  }
}

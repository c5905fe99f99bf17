import { setTimeout as pause } from 'node:timers/promises'
import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { House } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { onBehalfOf } from '#engine/store/purpose.ts'
import { isAway, type Database, type Queries } from '#engine/store/database.ts'
import { Sql, sql } from '#engine/store/sql.ts'
import { companyZone } from '#engine/time/zone.ts'
import type { JobType } from './define-job.ts'

/** The queue on PostgreSQL: jobs are left within the transaction that wants them, kept until done, retried with growing pauses. */
export interface Queue {
  enqueue: Runtime['enqueue']
  /** Gives a failed job another chance. False where it has not failed. */
  retry(name: string, id: string): Promise<boolean>
  /** Takes up jobs and schedules until stopped. */
  work(runtime: Runtime): Promise<void>
  /** Takes up at once the jobs that a killed process left running. Only where nobody else can be at work. */
  resume(): Promise<void>
  /** Runs the jobs that wait now, and those they leave, in this process: for commands that must not end before the work does. */
  drain(runtime: Runtime): Promise<void>
  /** Lets running jobs finish, then stops. */
  stop(): Promise<void>
}

const heartbeat = 15

const retriesOf = (job: JobType): number => job.retries ?? 5

/** Passes the library's own SQL to the transaction that a job is left in. */
const within = (queries: Queries) => ({
  executeSql: async (text: string, values: unknown[] = []) => {
    const parts = text.split(/\$\d+/)
    const order = [...text.matchAll(/\$(\d+)/g)].map((match) => values[Number(match[1]) - 1])
    return { rows: await queries.rows(new Sql(parts, order)) }
  },
})

export async function openQueue(database: Database, house: House, log: Logger, options: { schedules: boolean }): Promise<Queue> {
  const boss = new PgBoss({
    ...(database.config as object),
    max: 3,
    schema: 'queue',
    useListenNotify: true,
    supervise: options.schedules,
    schedule: options.schedules,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    persistWarnings: false,
  } as ConstructorParameters<typeof PgBoss>[0] & object)
  boss.on('error', (error) => log.warn({ err: error }, 'queue'))
  await boss.start()
  const known = new Set((await boss.getQueues()).map((queue) => queue.name))
  for (const job of house.jobs.values()) {
    const settings = {
      retryLimit: retriesOf(job),
      retryBackoff: true,
      retryDelay: 2,
      retryDelayMax: 600,
      heartbeatSeconds: heartbeat,
      expireInSeconds: 6 * 3600,
      deleteAfterSeconds: 14 * 86_400,
      notify: true,
    }
    // Two nodes may make the same queue at the same instant; the second finds it there.
    if (!known.has(job.name)) await boss.createQueue(job.name, settings).catch((error: Error) => log.debug({ err: error }, 'queue exists'))
    else await boss.updateQueue(job.name, settings)
  }

  const stopping = new AbortController()
  return {
    async enqueue(queries, job, payload, { at, key } = {}) {
      if (!house.jobs.has(job)) throw new Error(`there is no job "${job}"`)
      await boss.send(job, payload as object, {
        db: within(queries),
        ...(at ? { startAfter: new Date(at) } : {}),
        ...(key ? { singletonKey: key } : {}),
      })
    },
    async retry(name, id) {
      const [job] = await boss.findJobs(name, { id })
      if (job?.state !== 'failed' && job?.state !== 'cancelled') return false
      await boss.retry(name, id)
      // Whoever asks for another try means now, not after the pause that the failures have earned.
      await database.run(sql`update queue.job set start_after = now() where name = ${name} and id = ${id}::uuid`)
      return true
    },
    async work(runtime) {
      for (const job of house.jobs.values()) {
        await boss.work(
          job.name,
          {
            batchSize: 1,
            localConcurrency: job.parallel ?? 1,
            pollingIntervalSeconds: 2,
            // New jobs are announced; those that wait for another try are found by looking.
            notifyPollingIntervalSeconds: 10,
            includeMetadata: true,
            heartbeatRefreshSeconds: 5,
          },
          async ([one]) => {
            if (!one) return undefined
            // Ends as well when another worker has taken the job over, as this one had not been heard of for too long.
            const signal = AbortSignal.any([stopping.signal, one.signal])
            for (;;)
              try {
                return await runOne(runtime, job, one.id, one.retryCount, one.data, signal)
              } catch (error) {
                // Without the database not even a failure can be noted: the job goes on as soon as it is back.
                if (!isAway(error) || !(await isBack(database, signal))) throw error
              }
          },
        )
        if (job.schedule && options.schedules) await boss.schedule(job.name, job.schedule, {}, { tz: companyZone })
      }
    },
    async resume() {
      await database.run(
        sql`update queue.job set state = 'retry', heartbeat_on = null where state = 'active' and name = any(${[...house.jobs.keys()]}::text[])`,
      )
    },
    async drain(runtime) {
      for (let ran = 1; ran > 0;) {
        ran = 0
        for (const job of house.jobs.values())
          for (const one of await boss.fetch(job.name, { includeMetadata: true, batchSize: 20 })) {
            ran += 1
            try {
              await boss.complete(
                job.name,
                one.id,
                (await runOne(runtime, job, one.id, one.retryCount, one.data, stopping.signal)) as object,
              )
            } catch (error) {
              await boss.fail(job.name, one.id, error as object)
              throw error
            }
          }
      }
    },
    async stop() {
      stopping.abort()
      await boss.stop({ graceful: true, timeout: 20_000 })
    },
  }
}

/** Waits until the database answers. False where it does not come, or the wait is called off. */
async function isBack(database: Database, signal: AbortSignal): Promise<boolean> {
  for (let attempt = 0; attempt < 120 && !signal.aborted; attempt++) {
    if (
      await database.run(sql`select 1`).then(
        () => true,
        () => false,
      )
    )
      return true
    await pause(500, undefined, { signal }).catch(() => {})
  }
  return false
}

async function runOne(
  runtime: Runtime,
  job: JobType,
  id: string,
  attempt: number,
  payload: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  try {
    const result = await onBehalfOf(`job ${job.name}`, () => job.run(runtime, payload, { id, attempt, signal }))
    runtime.metrics.worked(job.name, true, seconds())
    runtime.log.info({ job: job.name, ms: Math.round(seconds() * 1000) }, 'job done')
    return result
  } catch (error) {
    runtime.metrics.worked(job.name, false, seconds())
    runtime.log.error({ job: job.name, attempt, err: error }, 'job failed')
    if (attempt >= retriesOf(job) && !isAway(error))
      await job.givenUp?.(runtime, payload).catch((fault: unknown) => runtime.log.error({ job: job.name, err: fault }, 'giving up failed'))
    throw error
  }
}

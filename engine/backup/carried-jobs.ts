import { Readable } from 'node:stream'
import type pg from 'pg'
import type { Runtime } from '#engine/runtime.ts'

/**
 * Work that was left to be done goes along as what it is for, and is left anew where the backup is restored: the queue's own tables belong to
 * a library and change with it. What was being done is done again from where it stood, as after a kill; what had failed for good stays behind.
 */
export interface CarriedJob {
  name: string
  data: unknown
  at: string
  key: string | null
}

/** The jobs that wait or run, a line each. None where no queue has been made yet. */
export async function waitingJobs(client: pg.ClientBase): Promise<Readable> {
  const there = await client.query<{ found: string | null }>(`select to_regclass('queue.job') as found`)
  if (!there.rows[0]?.found) return Readable.from([])
  const { rows } = await client.query<CarriedJob>(
    `select name, data, start_after as at, singleton_key as key from queue.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%' order by created_on, id`,
  )
  return Readable.from(rows.map((row) => Buffer.from(`${JSON.stringify(row)}\n`)))
}

export const jobsIn = (text: string): CarriedJob[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as CarriedJob)

/** Leaves the jobs in the queue, at the times they were meant for. Answers the names of those that this version does not know. */
export async function bringJobs(runtime: Runtime, jobs: readonly CarriedJob[]): Promise<string[]> {
  const known = jobs.filter(({ name }) => runtime.house.jobs.has(name))
  for (let at = 0; at < known.length; at += 200)
    await runtime.database.transaction(async (tx) => {
      for (const { name, data, at: time, key } of known.slice(at, at + 200))
        await runtime.enqueue(tx, name, data, { at: time, ...(key ? { key } : {}) })
    })
  return [...new Set(jobs.filter(({ name }) => !runtime.house.jobs.has(name)).map(({ name }) => name))]
}

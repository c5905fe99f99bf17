import type { Runtime } from '#engine/runtime.ts'
import type { Words } from '#engine/text/words.ts'

/** Work that runs apart from any request: on a schedule, or because an action left it. Schedule + loop + action, never logic. */
export interface JobType<Payload = any> {
  /** A readable phrase: "remind-late-payers". */
  name: string
  words: Words
  /** Five-field cron in the company's zone. */
  schedule?: string
  /** Attempts beyond the first, with growing pauses; 5 unless said. */
  retries?: number
  /** Runs that may go on at the same time on one worker; 1 unless said. */
  parallel?: number
  run(runtime: Runtime, payload: Payload, job: { id: string; attempt: number; signal: AbortSignal }): Promise<unknown>
  /** Runs when the last attempt has failed: whoever waits for it is told. An administrator may still have it tried again. */
  givenUp?(runtime: Runtime, payload: Payload): Promise<unknown>
}

export const defineJob = <Payload = unknown>(name: string, declaration: Omit<JobType<Payload>, 'name'>): JobType<Payload> => ({
  name,
  ...declaration,
})

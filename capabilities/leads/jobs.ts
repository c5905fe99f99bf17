import { systemActor } from '#engine/access/actor.ts'
import { perform } from '#engine/action/perform.ts'
import { Refusal } from '#engine/action/refusal.ts'
import { defineJob } from '#engine/job/define-job.ts'
import type { Runtime } from '#engine/runtime.ts'
import { waitingRequests } from '#cap/staff'
import { words } from '#engine/text/words.ts'
import { allocateLead } from './actions/allocate-lead.ts'
import { scoringJobs } from './scoring/jobs.ts'

const batch = 200
/** Where so many of a queue found nobody one after the other, the rest of it waits for the next time. */
const enough = 20

/** Whether a lead was given to somebody. One that cannot be is left to the next time; it never stops the others. */
async function handOut(runtime: Runtime, lead: string): Promise<boolean> {
  try {
    const { events } = await perform(runtime, systemActor, allocateLead, [{ id: lead }])
    return events.some(({ type }) => type === 'lead.allocated')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return false
  }
}

/** Hands out what waits, first come first. @returns how much found somebody. */
export async function handOutLeads(runtime: Runtime, signal?: AbortSignal): Promise<number> {
  const failed = new Map<string | null, number>()
  let given = 0
  for (let after: { at: string; id: string } | null = null; ;) {
    const waiting = await waitingRequests(runtime.database, 'lead', { after, limit: batch })
    if (waiting.length === 0) return given
    for (const { recordId, queue } of waiting) {
      if (signal?.aborted) throw new Error('stopped; goes on later')
      if ((failed.get(queue) ?? 0) >= enough) continue
      const isGiven = await handOut(runtime, recordId)
      failed.set(queue, isGiven ? 0 : (failed.get(queue) ?? 0) + 1)
      if (isGiven) given += 1
    }
    after = waiting.at(-1)!
  }
}

const handOutWaiting = defineJob('hand-out-leads', {
  words: words('分配待分配的线索', 'Hand out waiting leads'),
  // Shifts begin, leave ends and waits grow long by themselves.
  schedule: '*/5 * * * *',
  run: (runtime, _, { signal }) => handOutLeads(runtime, signal),
})

export const leadJobs = [handOutWaiting, ...scoringJobs]

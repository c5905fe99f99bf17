import type { Queries } from '#engine/store/database.ts'
import { dayAt } from '#engine/time/zone.ts'
import { calendarFor } from '../queries.ts'
import {
  allocate,
  queueFor,
  type Allocation,
  type AllocationFacts,
  type AllocationKind,
  type Candidate,
  type Needs,
} from '../rules/allocation.ts'
import { dutyAt, type Leave, type Shift } from '../rules/duty.ts'
import {
  activeQueues,
  askFor,
  keepDecision,
  lastDecision,
  leavesOf,
  lockQueue,
  lockRequest,
  membersOfQueue,
  standingOf,
  type MemberRow,
  type Queue,
} from './queries.ts'

/** A decision, and the queue that made it. */
export interface Settled extends Allocation {
  decision: string | null
  queue: Queue | null
}

/** What somebody covers, as the rule takes it. */
export const coversOf = ({ regions, products, segments, tiers, languages, skills }: MemberRow): Needs => ({
  region: regions,
  product: products,
  segment: segments,
  tier: tiers,
  language: languages,
  skill: skills,
})

export const shiftOf = ({ shiftFrom, shiftTo }: MemberRow): Shift | null => (shiftFrom && shiftTo ? { from: shiftFrom, to: shiftTo } : null)

/** What of a member does not change with the moment. */
export const memberOf = (row: MemberRow, queue: Queue): Omit<Candidate, 'load' | 'today' | 'turn' | 'due' | 'duty'> => ({
  user: row.user,
  name: row.name,
  weight: row.weight,
  capacity: row.capacity ?? queue.capacity,
  quota: row.quota ?? queue.quota,
  isOut: row.isActive ? (row.isPaused ? 'paused' : null) : 'inactive',
  covers: coversOf(row),
})

/** The stand-in of somebody who is away at this moment. */
const standInOf = (leaves: readonly (Leave & { standIn: string | null })[], day: string): string | null =>
  leaves.find(({ kind, from, to, standIn }) => kind !== 'makeUp' && standIn && from <= day && day <= to)?.standIn ?? null

/** Everything that a decision of a queue hangs on, read while the queue is held. */
async function factsOf(
  queries: Queries,
  queue: Queue,
  request: { at: string; needs: Needs; familiar: string | null },
  now: string,
): Promise<AllocationFacts> {
  const day = dayAt(now)
  const members = await membersOfQueue(queries, queue.id)
  const standing = await standingOf(queries, queue.id, day)
  const users = [...new Set([...members.map(({ user }) => user), ...(request.familiar ? [request.familiar] : [])])]
  const leaves = await leavesOf(queries, users, { from: dayAt(Date.parse(now) - 86_400_000), to: day })
  const candidates: Candidate[] = []
  for (const row of members) {
    const calendar = await calendarFor(queries, { department: row.department })
    candidates.push({
      ...memberOf(row, queue),
      ...(standing.get(row.user) ?? { load: 0, today: 0, turn: 0, due: 0 }),
      duty: dutyAt(calendar, shiftOf(row), leaves.get(row.user) ?? [], now),
    })
  }
  const { method, match, relaxable, relaxAfter, familiarFirst, onlyOnDuty } = queue
  return {
    method,
    match,
    relaxable,
    relaxAfter,
    familiarFirst,
    onlyOnDuty,
    needs: request.needs,
    waited: Math.max(0, (Date.parse(now) - Date.parse(request.at)) / 60_000),
    familiar: request.familiar ? { user: request.familiar, standIn: standInOf(leaves.get(request.familiar) ?? [], day) } : null,
    candidates,
  }
}

/**
 * Leaves something to be handed out, within the caller's transaction; the first queue that takes it is named at once.
 * @returns the queue; undefined where none takes it.
 */
export async function requestAllocation(
  queries: Queries,
  request: { kind: AllocationKind; record: string; recordId: string; at: string; needs: Needs; familiar: string | null },
): Promise<Queue | undefined> {
  const queue = queueFor(await activeQueues(queries, request.kind), request.needs)
  await askFor(queries, { ...request, queue: queue?.id ?? null })
  return queue
}

const outsOf = ({ taken, out }: Allocation): string => JSON.stringify([taken, out.map(({ user, code }) => [user, code])])

/**
 * Decides who takes what waits, within the caller's transaction, which writes it onto the record: whoever does the same at the same second waits
 * for the queue and finds turns, hands and quotas as this one leaves them. Every decision is kept with the facts it hangs on.
 * @returns nothing where it does not wait any more.
 */
export async function allocateRequest(queries: Queries, recordId: string, now: string): Promise<Settled | undefined> {
  const request = await lockRequest(queries, recordId)
  if (!request) return undefined
  const found = queueFor(await activeQueues(queries, request.kind), request.needs)
  const queue = found && (await lockQueue(queries, found.id))
  if (!queue) return { ...nobody, decision: null, queue: null }
  const facts = await factsOf(queries, queue, request, now)
  const outcome = allocate(facts)
  if (!outcome.taken) {
    // It is looked at again and again while it waits; what is the same as before is not said again.
    const last = await lastDecision(queries, request.id, recordId)
    if (last && last.queue === queue.id && outsOf(last.outcome) === outsOf(outcome)) return { ...outcome, decision: null, queue }
  }
  const decision = await keepDecision(queries, { request, queue: queue.id, now, day: dayAt(now), facts, outcome })
  return { ...outcome, decision, queue }
}

const nobody: Allocation = {
  taken: null,
  how: null,
  relaxed: [],
  out: [],
  fit: [],
  reason: { zh: '没有启用的队列收下它。', en: 'No queue that is switched on takes it.' },
  due: {},
}

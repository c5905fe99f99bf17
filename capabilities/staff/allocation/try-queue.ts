import type { Queries } from '#engine/store/database.ts'
import type { WorkingCalendar } from '#engine/time/working-calendar.ts'
import { dayAt } from '#engine/time/zone.ts'
import { calendarFor } from '../queries.ts'
import { queueFor } from '../rules/allocation.ts'
import { dutyAt } from '../rules/duty.ts'
import { simulate, type Simulation } from '../rules/simulate-allocation.ts'
import { memberOf, shiftOf } from './allocate-request.ts'
import { activeQueues, arrivalsSince, leavesOf, membersOfQueue, readQueue } from './queries.ts'

/** The most that is run through at once: what a request may take. */
const most = 5000
const day = 86_400_000
/** How long something keeps its holder busy where it is still in hand. */
const usualMinutes = 3 * 1440

/**
 * What a queue as it is set up now would have made of what came in within the last days: who would have got how much, and who would have waited.
 * It changes nothing.
 */
export async function tryQueue(
  queries: Queries,
  id: string,
  { days, now }: { days: number; now: number },
): Promise<(Simulation & { from: string; to: string; isCapped: boolean }) | undefined> {
  const queue = await readQueue(queries, id)
  if (!queue) return undefined
  const since = new Date(now - days * day).toISOString()
  const until = new Date(now).toISOString()
  const rows = await membersOfQueue(queries, id)
  const leaves = await leavesOf(
    queries,
    rows.map(({ user }) => user),
    { from: dayAt(Date.parse(since) - day), to: dayAt(now) },
  )
  const calendars = new Map<string, WorkingCalendar>()
  for (const { user, department } of rows) calendars.set(user, await calendarFor(queries, { department }))
  const shifts = new Map(rows.map((row) => [row.user, shiftOf(row)]))
  // As it would be asked were it switched on: queues before it take theirs first.
  const others = (await activeQueues(queries, queue.kind)).filter((other) => other.id !== id)
  const arrived = await arrivalsSince(queries, queue.kind, { since, until, limit: most })
  const mine = arrived.filter(
    ({ needs }) =>
      queueFor([queue], needs) &&
      !queueFor(
        others.filter(({ takes }) => takes.length > queue.takes.length),
        needs,
      ),
  )
  const result = simulate({
    ...queue,
    members: rows.map((row) => memberOf(row, queue)),
    arrivals: mine.map(({ at, needs, familiar, takenAt, closedAt }) => ({
      at,
      needs,
      familiar: familiar ? { user: familiar, standIn: null } : null,
      minutes: closedAt ? Math.max(1, (Date.parse(closedAt) - Date.parse(takenAt ?? at)) / 60_000) : usualMinutes,
    })),
    dutyOf: (user, at) => dutyAt(calendars.get(user)!, shifts.get(user) ?? null, leaves.get(user) ?? [], at),
    dayOf: (at) => dayAt(at),
    end: until,
  })
  return { ...result, from: dayAt(since), to: dayAt(now), isCapped: arrived.length === most }
}

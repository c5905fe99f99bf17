import { rangesOfException, tidyRanges, type WorkingCalendar, type WorkingRange } from './working-calendar.ts'
import { stretchAt } from './stretches.ts'
import { farthest, tallyOf, type Tally } from './tally.ts'

/**
 * Reckoning in working time. Every answer is what counting minute by minute on the wall's clock would give: an hour that the clock skips
 * is not worked, one that comes twice is worked twice. Nothing is counted, though: the hours of weeks and exceptions are summed up once
 * per calendar, and a span of years costs a few look-ups per change of the clock.
 */

const minute = 60_000
const dayLength = 1440 * minute

/** A calendar as sums. Times on the wall's clock are written as if it were UTC. */
interface Plan {
  /** Working milliseconds and workdays. */
  time: Tally
  days: Tally
  /** The hours of a day by its number, in milliseconds. */
  hours(day: number): readonly WorkingRange[]
  zone: string
}

const plans = new WeakMap<WorkingCalendar, Plan>()

const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayLength
const dayOf = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10)
const instantOf = (ms: number): string => new Date(ms).toISOString()

const lengthOf = (ranges: readonly WorkingRange[]): number => ranges.reduce((sum, { from, to }) => sum + to - from, 0)

function planOf(calendar: WorkingCalendar): Plan {
  let plan = plans.get(calendar)
  if (!plan) {
    const inMs = (ranges: readonly WorkingRange[]) => tidyRanges(ranges).map(({ from, to }) => ({ from: from * minute, to: to * minute }))
    const week = calendar.week.map(inMs)
    const exceptions = new Map(
      [...calendar.exceptions].map(([day, exception]) => [numberOf(day), inMs(rangesOfException(calendar.week, exception))]),
    )
    const sum = (value: (ranges: readonly WorkingRange[]) => number) =>
      tallyOf(week.map(value), new Map([...exceptions].map(([day, ranges]) => [day, value(ranges)])))
    plan = {
      time: sum(lengthOf),
      days: sum((ranges) => (ranges.length > 0 ? 1 : 0)),
      hours: (day) => exceptions.get(day) ?? week[(((day + 3) % 7) + 7) % 7]!,
      zone: calendar.zone,
    }
    plans.set(calendar, plan)
  }
  return plan
}

/** Working time up to a moment of the wall's clock, from a beginning that cancels out. */
function workedAt({ time, hours }: Plan, wall: number): number {
  const day = Math.floor(wall / dayLength)
  const clock = wall - day * dayLength
  return time.before(day) + hours(day).reduce((sum, { from, to }) => sum + Math.max(0, Math.min(clock, to) - from), 0)
}

/** The first moment of the wall's clock, from one on, by which so much has been worked; with `exceed`, at which work beyond it begins. */
function wallReached(plan: Plan, wall: number, target: number, must: 'reach' | 'exceed'): number {
  const day = plan.time.reaches(Math.floor(wall / dayLength), target, must)!
  let left = target - plan.time.before(day)
  for (const { from, to } of plan.hours(day)) {
    if (must === 'reach' ? left <= to - from : left < to - from) return Math.max(wall, day * dayLength + from + left)
    left -= to - from
  }
  throw new Error('a day is shorter than its sum')
}

/** The last moment of the wall's clock, up to one, before which no more than so much had been worked. */
function wallStarted(plan: Plan, wall: number, target: number): number {
  const day = plan.time.startsWithin(Math.floor(wall / dayLength), target)!
  let left = target - plan.time.before(day)
  for (const { from, to } of plan.hours(day)) {
    if (left < to - from) return day * dayLength + from + left
    left -= to - from
  }
  return wall
}

const noWorkingTime = (from: number, way: 'after' | 'before'): Error =>
  new Error(`the working calendar has not so much working time ${way} ${instantOf(from)}`)

/** Walks the stretches of the zone's clock, onward or back, until one of them has the answer. */
function walk(
  { zone, time }: Plan,
  from: number,
  way: 'after' | 'before',
  answer: (wall: number, edge: number) => number | undefined,
): string {
  const isOnward = way === 'after'
  const end = from + (isOnward ? farthest : -farthest) * dayLength
  const [first, last] = [Math.min(from, end), Math.max(from, end)].map((ms) => Math.floor(ms / dayLength)) as [number, number]
  // An empty calendar is known at once. A day more on both sides, whatever the zone.
  if (time.before(last + 2) === time.before(first - 1)) throw noWorkingTime(from, way)
  for (let at = from; isOnward ? at < end : at > end;) {
    const stretch = stretchAt(isOnward ? at : at - 1, zone)
    const edge = isOnward ? stretch.end : stretch.start
    const found = answer(at + stretch.offset, edge + stretch.offset)
    if (found !== undefined) return instantOf(found - stretch.offset)
    at = edge
  }
  throw noWorkingTime(from, way)
}

/** Whether work is done at a moment. The end of a range is not part of it. */
export function isWorking(calendar: WorkingCalendar, instant: string): boolean {
  const ms = Date.parse(instant)
  const wall = ms + stretchAt(ms, calendar.zone).offset
  const day = Math.floor(wall / dayLength)
  return planOf(calendar)
    .hours(day)
    .some(({ from, to }) => wall >= day * dayLength + from && wall < day * dayLength + to)
}

/** Working minutes between two moments, with the fraction of a minute begun; negative backwards. */
export function workingMinutes(calendar: WorkingCalendar, from: string, to: string): number {
  const plan = planOf(calendar)
  const [start, end] = [Date.parse(from), Date.parse(to)]
  let worked = 0
  for (let at = Math.min(start, end); at < Math.max(start, end);) {
    const stretch = stretchAt(at, plan.zone)
    const until = Math.min(Math.max(start, end), stretch.end)
    worked += workedAt(plan, until + stretch.offset) - workedAt(plan, at + stretch.offset)
    at = until
  }
  return worked === 0 ? 0 : (start < end ? worked : -worked) / minute
}

/**
 * The first moment by which so many minutes have been worked: an hour from half past five is half past eight of the next morning's work,
 * half an hour the end of the day and not the next morning. Backwards the last moment from which on so much was worked. No minutes: the
 * moment itself.
 * @throws where the calendar has not so much working time in four centuries
 */
export function addWorkingMinutes(calendar: WorkingCalendar, from: string, minutes: number): string {
  const plan = planOf(calendar)
  const start = Date.parse(from)
  let left = Math.round(Math.abs(minutes) * minute)
  if (left === 0) return instantOf(start)
  return walk(plan, start, minutes > 0 ? 'after' : 'before', (wall, edge) => {
    const worked = workedAt(plan, wall)
    const there = Math.abs(workedAt(plan, edge) - worked)
    if (there < left) {
      left -= there
      return undefined
    }
    return minutes > 0 ? wallReached(plan, wall, worked + left, 'reach') : wallStarted(plan, wall, worked - left)
  })
}

/**
 * The moment itself where work is done at it, else the one at which work begins next.
 * @throws where the calendar has no working time any more
 */
export function nextWorkingMoment(calendar: WorkingCalendar, from: string): string {
  const plan = planOf(calendar)
  return walk(plan, Date.parse(from), 'after', (wall, edge) => {
    const worked = workedAt(plan, wall)
    return workedAt(plan, edge) > worked ? wallReached(plan, wall, worked, 'exceed') : undefined
  })
}

/** Whether anybody works on a day. */
export const isWorkday = (calendar: WorkingCalendar, day: string): boolean => planOf(calendar).hours(numberOf(day)).length > 0

/**
 * The n-th workday after a day, or before it where n is negative; the day itself does not count. No days: the day itself.
 * @throws where the calendar has not so many workdays in four centuries
 */
export function addWorkdays(calendar: WorkingCalendar, day: string, n: number): string {
  if (n === 0) return day
  const { days } = planOf(calendar)
  const start = numberOf(day)
  const found = n > 0 ? days.reaches(start + 1, days.before(start + 1) + n, 'reach') : days.startsWithin(start, days.before(start) + n)
  if (found === undefined) throw noWorkingTime(start * dayLength, n > 0 ? 'after' : 'before')
  return dayOf(found)
}

/** Workdays after a day up to another, that one included; negative backwards. What `addWorkdays` adds, this counts. */
export function workdaysBetween(calendar: WorkingCalendar, from: string, to: string): number {
  const { days } = planOf(calendar)
  const [start, end] = [numberOf(from), numberOf(to)]
  if (start <= end) return days.before(end + 1) - days.before(start + 1)
  const count = days.before(start) - days.before(end)
  return count === 0 ? 0 : -count
}

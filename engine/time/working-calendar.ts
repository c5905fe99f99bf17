import { weekdayOf } from './days.ts'
import type { Words } from '#engine/text/words.ts'

/** Part of a day in minutes from midnight, the end not included: 0 to 1440, which is midnight at the day's end. */
export interface WorkingRange {
  from: number
  to: number
}

/** A day that is not as its weekday is: nobody works, or somebody does. */
export interface DayException {
  kind: 'off' | 'working'
  /** What the day is called: Spring Festival. */
  name?: Words
  /** Its own working hours; without any those of the weekday named, and without that those of a usual workday. */
  ranges?: readonly WorkingRange[]
  /** Monday is 1. */
  like?: number
}

/** When work is done: what deadlines, service levels and "the first working day after" are reckoned by. */
export interface WorkingCalendar {
  /** The zone that its hours are told in. */
  zone: string
  /** The hours of each weekday, Monday first. None: nobody works on it. */
  week: readonly (readonly WorkingRange[])[]
  exceptions: ReadonlyMap<string, DayException>
}

/** In order, without overlaps and without what is nothing: whatever is given, no minute counts twice. */
export function tidyRanges(ranges: readonly WorkingRange[]): WorkingRange[] {
  const tidy: WorkingRange[] = []
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = tidy.at(-1)
    const part = { from: Math.max(0, from), to: Math.min(1440, to) }
    if (part.from >= part.to) continue
    if (last && part.from <= last.to) last.to = Math.max(last.to, part.to)
    else tidy.push(part)
  }
  return tidy
}

/**
 * The hours of a usual workday, which a make-up workday takes: as of Monday, or of the first weekday that has any. A Saturday worked for a
 * Friday is no Saturday, even where Saturdays are worked half.
 */
const usualRanges = (week: WorkingCalendar['week']): readonly WorkingRange[] => week.find((ranges) => ranges.length > 0) ?? []

/** The working hours of an exception in a week. */
export function rangesOfException(week: WorkingCalendar['week'], { kind, ranges, like }: DayException): readonly WorkingRange[] {
  if (kind === 'off') return []
  if (ranges && ranges.length > 0) return ranges
  return like ? (week[like - 1] ?? []) : usualRanges(week)
}

/** The working hours of a day, in order. */
export function rangesOn({ week, exceptions }: WorkingCalendar, day: string): WorkingRange[] {
  const exception = exceptions.get(day)
  return tidyRanges(exception ? rangesOfException(week, exception) : week[weekdayOf(day) - 1]!)
}

const workday: readonly WorkingRange[] = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60 + 30, to: 18 * 60 },
]

/** The week of a company that has not said otherwise: Monday to Friday, nine to six with an hour and a half at noon. */
export const usualWeek: WorkingCalendar['week'] = [workday, workday, workday, workday, workday, [], []]

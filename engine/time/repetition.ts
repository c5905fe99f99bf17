import { addDays, dayInMonth, daysInMonth, mondayOf, partsOfDay, weekdayOf } from './days.ts'
import { dayAt } from './zone.ts'

/**
 * How something comes back: every n days, weeks, months or years. Kept as the text of a rule after RFC 5545, of which this is the part that
 * a plain form can say. Days only; the clock time stays what it is on the wall, whatever the zone does in between.
 */
export interface Repetition {
  unit: 'day' | 'week' | 'month' | 'year'
  /** Every so many of the unit. */
  every: number
  /** With weeks: on these days, Monday is 1. */
  weekdays?: readonly number[]
  /** With months and years: this day of the month; in a month that is shorter, its last. */
  monthDay?: number | 'last'
  /** With years. */
  month?: number
  /** The last day on which it may come. */
  until?: string
  /** How many times it comes, the present one included. */
  count?: number
}

const units = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const
const frequencies = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const
const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** Weekdays from Monday on, each once. */
export const inOrder = (weekdays: Iterable<number>): number[] => [...new Set(weekdays)].sort((a, b) => a - b)

/** The rule's own way to say "the 30th, or the last day of a shorter month". */
const clipped: Record<string, number | 'last'> = { '28,29': 29, '28,29,30': 30, '28,29,30,31': 'last' }

const whole = (text: string | undefined, most: number): number | undefined =>
  text !== undefined && /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= most ? Number(text) : undefined

function readMonthDay(text: string, position: string | undefined): number | 'last' | undefined {
  if (position !== undefined) return position === '-1' ? clipped[text] : undefined
  return text === '-1' || text === '31' ? 'last' : whole(text, 30)
}

function readUntil(text: string): string | undefined {
  const [, year, month, date, time] = /^(\d{4})(\d{2})(\d{2})(T\d{6}Z?)?$/.exec(text) ?? []
  if (!year || Number(month) < 1 || Number(month) > 12 || Number(date) < 1 || Number(date) > daysInMonth(Number(year), Number(month)))
    return undefined
  const day = `${year}-${month}-${date}`
  return time?.endsWith('Z') ? dayAt(`${day}T${time.slice(1, 3)}:${time.slice(3, 5)}:${time.slice(5, 7)}Z`) : day
}

/** Reads the text of a rule; undefined where it is none, or says more than the plain form can. */
export function readRepetition(text: string): Repetition | undefined {
  const parts = text
    .trim()
    .replace(/^RRULE:/i, '')
    .toUpperCase()
    .split(';')
    .map((part) => part.split('='))
  const given = Object.fromEntries(parts) as Record<string, string | undefined>
  const { FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYSETPOS, BYMONTH, UNTIL, COUNT, WKST, ...more } = given
  const unit = units[FREQ as keyof typeof units]
  if (!unit || Object.keys(more).length > 0 || parts.length > Object.keys(given).length || parts.some((part) => part.length !== 2)) return
  const every = INTERVAL === undefined ? 1 : whole(INTERVAL, 999)
  if (!every || (WKST ?? 'MO') !== 'MO' || (UNTIL && COUNT) || (BYSETPOS && !BYMONTHDAY)) return
  if ((BYDAY && unit !== 'week') || (BYMONTHDAY && unit !== 'month' && unit !== 'year') || (BYMONTH && unit !== 'year')) return
  const weekdays = BYDAY?.split(',').map((code) => weekdayCodes.indexOf(code) + 1)
  const monthDay = BYMONTHDAY === undefined ? undefined : readMonthDay(BYMONTHDAY, BYSETPOS)
  const month = whole(BYMONTH, 12)
  const until = UNTIL === undefined ? undefined : readUntil(UNTIL)
  const count = whole(COUNT, 9999)
  if (weekdays?.includes(0) || (BYMONTHDAY && !monthDay) || (BYMONTH && !month) || (UNTIL && !until) || (COUNT && !count)) return
  return {
    unit,
    every,
    ...(weekdays ? { weekdays: inOrder(weekdays) } : {}),
    ...(monthDay ? { monthDay } : {}),
    ...(month ? { month } : {}),
    ...(until ? { until } : {}),
    ...(count ? { count } : {}),
  }
}

const writeMonthDay = (day: number | 'last'): string =>
  day === 'last' || day > 30
    ? 'BYMONTHDAY=-1'
    : day > 28
      ? `BYMONTHDAY=${day === 29 ? '28,29' : '28,29,30'};BYSETPOS=-1`
      : `BYMONTHDAY=${day}`

/** The rule as text, always the same text for the same repetition. */
export const writeRepetition = ({ unit, every, weekdays, monthDay, month, until, count }: Repetition): string =>
  [
    `FREQ=${frequencies[unit]}`,
    every > 1 ? `INTERVAL=${every}` : '',
    unit === 'week' && weekdays && weekdays.length > 0
      ? `BYDAY=${inOrder(weekdays)
          .map((day) => weekdayCodes[day - 1])
          .join()}`
      : '',
    unit === 'year' && month ? `BYMONTH=${month}` : '',
    (unit === 'month' || unit === 'year') && monthDay ? writeMonthDay(monthDay) : '',
    until ? `UNTIL=${until.replaceAll('-', '')}` : '',
    count && !until ? `COUNT=${count}` : '',
  ]
    .filter(Boolean)
    .join(';')

/** Says from the first day what the rule leaves open: without a weekday it is the weekday of the first. */
export function anchorRepetition(repetition: Repetition, first: string): Repetition {
  const [, month, date] = partsOfDay(first)
  const monthDay = repetition.monthDay ?? (date === 31 || (repetition.unit === 'year' && month === 2 && date === 29) ? 'last' : date)
  switch (repetition.unit) {
    case 'day':
      return repetition
    case 'week':
      return repetition.weekdays?.length ? repetition : { ...repetition, weekdays: [weekdayOf(first)] }
    case 'month':
      return { ...repetition, monthDay }
    case 'year':
      return { ...repetition, month: repetition.month ?? month, monthDay }
  }
}

/** Years of more than four digits do not compare as text. */
const isBeyond = (day: string): boolean => !/^\d{4}-/.test(day)

/** The days of one unit of the calendar, so many units after the one in which the first day lies. */
function daysOfUnit(repetition: Repetition, first: string, units: number): string[] {
  const [year, month, date] = partsOfDay(first)
  const steps = units * repetition.every
  switch (repetition.unit) {
    case 'day':
      return [addDays(first, steps)]
    case 'week': {
      const monday = addDays(mondayOf(first), steps * 7)
      return (repetition.weekdays ?? [weekdayOf(first)]).map((weekday) => addDays(monday, weekday - 1))
    }
    case 'month': {
      const at = year * 12 + month - 1 + steps
      return [dayInMonth(Math.floor(at / 12), (at % 12) + 1, repetition.monthDay === 'last' ? 31 : (repetition.monthDay ?? date))]
    }
    case 'year':
      return [dayInMonth(year + steps, repetition.month ?? month, repetition.monthDay === 'last' ? 31 : (repetition.monthDay ?? date))]
  }
}

/** The days on which it comes, the first one included whatever the rule says of it; at most to the end of the calendar. */
export function* daysOf(repetition: Repetition, first: string): Generator<string> {
  const rule = anchorRepetition(repetition, first)
  const { until, count = Infinity } = rule
  let come = 1
  yield first
  for (let unit = 0; come < count; unit++) {
    for (const day of daysOfUnit(rule, first, unit)) {
      if (isBeyond(day) || (until && day > until) || come >= count) return
      if (day <= first) continue
      come += 1
      yield day
    }
  }
}

/**
 * What comes after the one that stood for a day: the first day after it that has not passed. Days that have passed meanwhile are left out,
 * and count as having come.
 * @returns the day, and the rule as it goes on from there; null at the end of the series.
 */
export function nextOf(repetition: Repetition, day: string, today: string): { day: string; repetition: Repetition } | null {
  let passed = 0
  for (const next of daysOf(repetition, day)) {
    if (next > day && next >= today)
      return {
        day: next,
        repetition: { ...anchorRepetition(repetition, day), ...(repetition.count ? { count: repetition.count - passed } : {}) },
      }
    passed += 1
  }
  return null
}

/** The same rule for a series whose day is moved: every Monday becomes every Tuesday, the 5th becomes the 7th. */
export function moveRepetition(repetition: Repetition, from: string, to: string): Repetition {
  const { weekdays, monthDay: _, month: __, ...rest } = anchorRepetition(repetition, from)
  if (repetition.unit !== 'week') return anchorRepetition(rest, to)
  const moved = (weekdays ?? []).map((weekday) => (weekday === weekdayOf(from) ? weekdayOf(to) : weekday))
  return { ...rest, weekdays: inOrder(moved) }
}

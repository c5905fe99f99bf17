import { dayAt, instantOfLocal } from './zone.ts'

/** A day told from today on, as a saved filter needs it: thirty days ago, the first of this month. */
export interface RelativeDay {
  /** The day to count from. */
  from: 'today' | 'week' | 'month' | 'quarter' | 'year'
  /** Days, or the periods named by `from`, to go on; backwards where negative. */
  plus?: number
}

export const isRelative = (value: unknown): value is RelativeDay =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).every((key) => key === 'from' || key === 'plus') &&
  ['today', 'week', 'month', 'quarter', 'year'].includes((value as { from?: unknown }).from as string) &&
  ((value as { plus?: unknown }).plus === undefined ||
    (Number.isInteger((value as { plus?: unknown }).plus) && Math.abs((value as { plus: number }).plus) <= 4000))

const shift = (day: string, months: number, days: number): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1 + months, date + days)).toISOString().slice(0, 10)
}

/** The day that is meant, given today. Weeks begin on Monday; periods mean their first day. */
export function dayOfRelative({ from, plus = 0 }: RelativeDay, today: string): string {
  const [year, month, date] = today.split('-').map(Number) as [number, number, number]
  switch (from) {
    case 'today':
      return shift(today, 0, plus)
    case 'week': {
      const weekday = (new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7
      return shift(today, 0, plus * 7 - weekday)
    }
    case 'month':
      return shift(`${today.slice(0, 7)}-01`, plus, 0)
    case 'quarter':
      return shift(`${today.slice(0, 4)}-${String(Math.floor((month - 1) / 3) * 3 + 1).padStart(2, '0')}-01`, plus * 3, 0)
    case 'year':
      return shift(`${today.slice(0, 4)}-01-01`, plus * 12, 0)
  }
}

/** The moment at which the day that is meant begins in a zone. */
export const instantOfRelative = (relative: RelativeDay, now: number, zone: string): string =>
  instantOfLocal(dayOfRelative(relative, dayAt(now, zone)), 0, 0, 0, zone)

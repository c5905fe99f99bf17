import { addDays, mondayOf, shiftDay } from './days.ts'
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

/** The day that is meant, given today. Weeks begin on Monday; periods mean their first day. */
export function dayOfRelative({ from, plus = 0 }: RelativeDay, today: string): string {
  switch (from) {
    case 'today':
      return addDays(today, plus)
    case 'week':
      return addDays(mondayOf(today), plus * 7)
    case 'month':
      return shiftDay(`${today.slice(0, 7)}-01`, { months: plus })
    case 'quarter':
      return shiftDay(`${today.slice(0, 4)}-${String(Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`, {
        months: plus * 3,
      })
    case 'year':
      return shiftDay(`${today.slice(0, 4)}-01-01`, { months: plus * 12 })
  }
}

/** The moment at which the day that is meant begins in a zone. */
export const instantOfRelative = (relative: RelativeDay, now: number, zone: string): string =>
  instantOfLocal(dayOfRelative(relative, dayAt(now, zone)), 0, 0, 0, zone)

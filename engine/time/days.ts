/** Reckoning with days as text: "2026-11-22". No zone, no clock: a day is a square of the calendar. */

const pad = (n: number) => String(n).padStart(2, '0')

/** Year, month and day of the month as numbers. */
export const partsOfDay = (day: string): [year: number, month: number, date: number] =>
  day.split('-').map(Number) as [number, number, number]

/** The day so many months and days on; months first, and what goes beyond the end of a month runs over into the next. */
export function shiftDay(day: string, { months = 0, days = 0 }: { months?: number; days?: number }): string {
  const [year, month, date] = partsOfDay(day)
  return new Date(Date.UTC(year, month - 1 + months, date + days)).toISOString().slice(0, 10)
}

export const addDays = (day: string, days: number): string => shiftDay(day, { days })

/** Days from one to another; negative backwards. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** The Monday of the week that a day lies in. */
export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day))

export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** A day of a month; a month that is shorter gives its last one. */
export const dayInMonth = (year: number, month: number, date: number): string =>
  `${String(year).padStart(4, '0')}-${pad(month)}-${pad(Math.min(date, daysInMonth(year, month)))}`

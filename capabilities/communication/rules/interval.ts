import { addDays, dayInMonth, partsOfDay, shiftDay } from '#engine/time/days.ts'
import { words, type Words } from '#engine/text/words.ts'

export const units = {
  day: words('天', 'Days'),
  week: words('周', 'Weeks'),
  month: words('个月', 'Months'),
} satisfies Record<string, Words>

/** How often: every 30 days, every 2 weeks, every month. */
export interface Interval {
  every: number
  unit: keyof typeof units
}

/** The day an interval later; of a month that is shorter its last day. */
export function afterInterval(day: string, { every, unit }: Interval): string {
  if (unit !== 'month') return addDays(day, unit === 'week' ? every * 7 : every)
  const [year, month, date] = partsOfDay(day)
  const [toYear, toMonth] = partsOfDay(shiftDay(dayInMonth(year, month, 1), { months: every }))
  return dayInMonth(toYear, toMonth, date)
}

/** How long it is, as far as intervals of different units can be compared. */
export const lengthOf = ({ every, unit }: Interval): number => every * { day: 1, week: 7, month: 30.4 }[unit]

/** "每 30 天", "every 30 days". */
export function sayInterval({ every, unit }: Interval): Words {
  const name = units[unit]
  if (every === 1) return words(`每${unit === 'month' ? '月' : name.zh}`, `every ${unit}`)
  return words(`每 ${every} ${name.zh}`, `every ${every} ${name.en.toLowerCase()}`)
}

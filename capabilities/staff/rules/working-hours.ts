import { holidayNamed } from '#engine/time/public-holidays.ts'
import { sayWeekday } from '#engine/time/say-repetition.ts'
import type { DayException, WorkingCalendar, WorkingRange } from '#engine/time/working-calendar.ts'
import { fill, words, type Words } from '#engine/text/words.ts'

export const weekdays = {
  mon: sayWeekday(1),
  tue: sayWeekday(2),
  wed: sayWeekday(3),
  thu: sayWeekday(4),
  fri: sayWeekday(5),
  sat: sayWeekday(6),
  sun: sayWeekday(7),
} satisfies Record<string, Words>

type Weekday = keyof typeof weekdays

const order = Object.keys(weekdays) as Weekday[]

/** Working hours as they are written down; the end of a day is 24:00. */
export interface Hours {
  from: string
  to: string
}

/** A line of a calendar: these hours on these weekdays. */
export interface WeekHours extends Hours {
  weekdays: readonly string[]
}

/** A special day as it is kept. */
export interface SpecialDayRow {
  kind: 'off' | 'working'
  name: string
  hoursOf: string | null
  hours: readonly Hours[]
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
const rangeOf = ({ from, to }: Hours): WorkingRange => ({ from: minutesOf(from), to: minutesOf(to) })

/** The week that lines of hours make. */
export const weekOf = (lines: readonly WeekHours[]): WorkingCalendar['week'] =>
  order.map((weekday) => lines.filter((line) => line.weekdays.includes(weekday)).map(rangeOf))

export const exceptionOf = ({ kind, name, hoursOf, hours }: SpecialDayRow): DayException => ({
  kind,
  name: holidayNamed(name),
  ...(hours.length > 0 ? { ranges: hours.map(rangeOf) } : {}),
  ...(hoursOf ? { like: order.indexOf(hoursOf as Weekday) + 1 } : {}),
})

/** Why hours of one day cannot be; null where they can. */
export function refuseHours(hours: readonly Hours[]): Words | null {
  const sorted = [...hours].sort((a, b) => a.from.localeCompare(b.from))
  for (const [i, { from, to }] of sorted.entries()) {
    if (from >= to)
      return fill(words('{from} 到 {to} 不成一段：跨过零点的分两行填写', '{from} to {to} is no span: write one over midnight as two'), {
        from,
        to,
      })
    const next = sorted[i + 1]
    if (next && next.from < to)
      return fill(words('{a} 与 {b} 重叠', '{a} and {b} overlap'), { a: `${from}–${to}`, b: `${next.from}–${next.to}` })
  }
  return null
}

/** Why the hours of a week cannot be; null where they can. */
export function refuseWeek(lines: readonly WeekHours[]): Words | null {
  if (lines.every((line) => line.weekdays.length === 0)) return words('至少填写一天的工作时间', 'Give the hours of one day at least')
  for (const weekday of order) {
    const refusal = refuseHours(lines.filter((line) => line.weekdays.includes(weekday)))
    if (refusal) return words(`${weekdays[weekday].zh}：${refusal.zh}`, `${weekdays[weekday].en}: ${refusal.en}`)
  }
  return null
}

/** One special day of one calendar, or of the whole country: there is one on a day. */
export const specialDayKey = ({ calendar, day }: { calendar?: string | null; day?: string | null }): string | null =>
  day ? `${calendar ?? 'public'}/${day}` : null

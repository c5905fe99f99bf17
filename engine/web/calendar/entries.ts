import type { Item, LinkValue } from '#engine/access/present.ts'
import type { CalendarDay } from '#engine/calendar/read-days.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { addDays, mondayOf } from '#engine/time/days.ts'
import { companyZone, dayAt, instantOfLocal, showInstant } from '#engine/time/zone.ts'

/** What the calendar is answered: see `engine/calendar/read-calendar.ts`. */
export interface CalendarAnswer {
  entries: { record: string; item: Item; foreseen?: string }[]
  more: Record<string, { value: number; exact: boolean }>
  days: Record<string, CalendarDay>
  /** Years of these days whose public holidays are not known. */
  unknownYears: number[]
}

/** One thing at its place on the calendar. */
export interface Entry {
  key: string
  record: RecordDescription
  item: Item
  title: string
  /** What sort of thing it is, and what it is about, in words. */
  sort: string
  about: string
  who: string
  day: string
  /** Minutes from midnight; null where it takes the whole day. */
  start: number | null
  minutes: number
  isOpen: boolean
  /** A day to come of a series. */
  isForeseen: boolean
  /** It is still open and its time is over. */
  isLate: boolean
  /** Whether it can be put elsewhere here and now. */
  isMovable: boolean
}

export const usualMinutes = 30

const titleIn = (value: unknown): string =>
  value !== null && typeof value === 'object' && 'title' in value ? (value as LinkValue).title : ''

export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

const pad = (n: number) => String(n).padStart(2, '0')
export const clockOf = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`

const fieldOf = (record: RecordDescription, name: string | undefined) => record.fields.find((field) => field.name === name)

/** The field that says whether it is still to come. */
export const stateOf = (record: RecordDescription) => record.fields.find((field) => field.kind === 'lifecycle')

/** Puts what was answered at its place. What one may not read of a record's place has none. */
export function placed(
  answer: CalendarAnswer,
  records: readonly RecordDescription[],
  say: (text: { zh: string; en: string } | undefined) => string,
  now: string,
): Entry[] {
  const today = dayAt(now)
  return answer.entries.flatMap(({ record: name, item, foreseen }): Entry[] => {
    const record = records.find((entry) => entry.name === name)
    const place = record?.calendar
    const value = place && (item[place.at] as string | null)
    if (!record || !place || !value) return []
    const isMoment = fieldOf(record, place.at)?.kind === 'instant'
    const clock = isMoment ? showInstant(value, companyZone).slice(11) : place.clock ? (item[place.clock] as string | null) : null
    const day = foreseen ?? (isMoment ? dayAt(value) : value)
    const start = clock ? minutesOf(clock) : null
    const isOpen = place.open.includes(item[stateOf(record)?.name ?? ''] as string)
    const isPast = day < today || (day === today && start !== null && start < minutesOf(showInstant(now, companyZone).slice(11)))
    const asked = [place.at, place.clock].filter((entry) => entry !== undefined)
    return [
      {
        key: `${name}-${item.id}${foreseen ?? ''}`,
        record,
        item,
        title: String(item[record.title] ?? ''),
        sort: place.sort ? say(fieldOf(record, place.sort)?.choices?.[item[place.sort] as string]) : '',
        about: place.about ? titleIn(item[place.about]) : '',
        who: titleIn(item[place.who]),
        day,
        start,
        minutes: (place.minutes && (item[place.minutes] as number | null)) || usualMinutes,
        isOpen,
        isForeseen: foreseen !== undefined,
        isLate: isOpen && !foreseen && isPast,
        isMovable: isOpen && !foreseen && item.can.edit && asked.every((entry) => record.edit.includes(entry)),
      },
    ]
  })
}

/** Entries of one day in the order of the day: whole days first. */
export const inOrderOfDay = (entries: readonly Entry[]): Entry[] =>
  [...entries].sort(
    (a, b) => (a.start ?? -1) - (b.start ?? -1) || a.record.name.localeCompare(b.record.name) || (a.item.id < b.item.id ? -1 : 1),
  )

/** Somewhere on the calendar: a day, and a time of it where that is said. */
export interface Spot {
  day: string
  start: number | null
}

/** What to write into a record's fields so that it stands at a spot; its time stays where only another day is meant. */
export function valuesAt(record: RecordDescription, { day, start }: Spot): Record<string, unknown> {
  const { at, clock } = record.calendar!
  const minutes = start ?? 9 * 60
  if (fieldOf(record, at)?.kind === 'instant') return { [at]: instantOfLocal(day, Math.floor(minutes / 60), minutes % 60, 0, companyZone) }
  return { [at]: day, ...(clock ? { [clock]: start === null ? null : clockOf(start) } : {}) }
}

/** The days that are shown around one. */
export type Span = 'month' | 'week' | 'day' | 'agenda'

export function daysShown(span: Span, on: string): { from: string; to: string } {
  switch (span) {
    case 'month': {
      const from = mondayOf(`${on.slice(0, 7)}-01`)
      return { from, to: addDays(from, 41) }
    }
    case 'week':
      return { from: mondayOf(on), to: addDays(mondayOf(on), 6) }
    case 'day':
      return { from: on, to: on }
    case 'agenda':
      return { from: on, to: addDays(on, 13) }
  }
}

export const daysFrom = (from: string, count: number): string[] => Array.from({ length: count }, (_, i) => addDays(from, i))

/** The day one period on or back: the same place in it as far as it has one. */
export function turned(span: Span, on: string, by: 1 | -1): string {
  if (span !== 'month') return addDays(on, by * { week: 7, day: 1, agenda: 14 }[span])
  const [year, month] = on.split('-').map(Number) as [number, number]
  const at = year * 12 + month - 1 + by
  return `${Math.floor(at / 12)}-${pad((at % 12) + 1)}-01`
}

/** The parts of a day in which one does not work, in minutes. */
export function gapsOf(day: CalendarDay | undefined): { from: number; to: number }[] {
  if (!day) return []
  const ends = [0, ...day.hours.map(({ to }) => to)]
  const starts = [...day.hours.map(({ from }) => from), 24 * 60]
  return ends.map((from, i) => ({ from, to: starts[i]! })).filter(({ from, to }) => from < to)
}

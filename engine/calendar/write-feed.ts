import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator'
import type { Actor } from '#engine/access/actor.ts'
import type { Item } from '#engine/access/present.ts'
import { kindOf } from '#engine/record/fields/index.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { addDays } from '#engine/time/days.ts'
import { companyZone, dayAt, instantOfLocal } from '#engine/time/zone.ts'
import { say, words, type Locale } from '#engine/text/words.ts'
import { calendarShapes, dayOfItem, lifeOf, readCalendar, type CalendarEntry } from './read-calendar.ts'

/**
 * A user's calendar for other programs, after RFC 5545. Tasks are events too: most programs pass over anything else in a calendar that
 * they subscribe to. What goes out is what stands on the calendar (title, whom or what it is about, when) and no more: programs hand it on
 * to machines that nobody here looks after.
 */

const daysBack = 90
const daysAhead = 365
/** How long something takes that does not say. */
const usualMinutes = 30

/** Days are asked for in parts, so that much of it does not come short: beyond a number each day answers only a few. */
const partDays = 60

async function entriesOf(runtime: Runtime, actor: Actor, today: string): Promise<CalendarEntry[]> {
  const entries = new Map<string, CalendarEntry>()
  const end = addDays(today, daysAhead)
  for (let from = addDays(today, -daysBack); from <= end; from = addDays(from, partDays)) {
    const last = addDays(from, partDays - 1)
    const { entries: part } = await readCalendar(runtime, actor, { from, to: last < end ? last : end, who: [actor.id], perDay: 100 })
    for (const entry of part) entries.set(uidOf(entry), entry)
  }
  return [...entries.values()]
}

const uidOf = ({ record, item, foreseen }: CalendarEntry): string =>
  `${record}-${item.id}${foreseen ? `-${foreseen.replaceAll('-', '')}` : ''}@zhike`

const titleOf = (value: unknown): string =>
  value !== null && typeof value === 'object' && 'title' in value ? (value as { title: string }).title : ''

/** A choice or a state in words. */
const sayField = (shape: Shape, name: string | undefined, item: Item, locale: Locale): string => {
  const field = name ? shape.fields.get(name) : undefined
  const value = name ? item[name] : null
  return field && value ? kindOf(field.field).show(value as never, field.field.options, locale) : ''
}

/** When an entry begins and ends; a day alone ends with the day. */
function spanOf(shape: Shape, { item, foreseen }: CalendarEntry): { start: Date; end: Date; allDay: boolean } | undefined {
  const place = shape.record.calendar!
  const day = foreseen ?? dayOfItem(shape, item)
  if (!day) return undefined
  const minutes = place.minutes ? (item[place.minutes] as number | null) || usualMinutes : usualMinutes
  const isMoment = shape.fields.get(place.at)!.field.kind === 'instant'
  const clock = place.clock ? (item[place.clock] as string | null) : null
  if (!isMoment && !clock) return { start: new Date(`${day}T00:00:00Z`), end: new Date(`${addDays(day, 1)}T00:00:00Z`), allDay: true }
  const start = isMoment
    ? (item[place.at] as string)
    : instantOfLocal(day, Number(clock!.slice(0, 2)), Number(clock!.slice(3)), 0, companyZone)
  return { start: new Date(start), end: new Date(Date.parse(start) + minutes * 60_000), allDay: false }
}

/** The calendar as text. The same calendar is the same text, so that a program that has it already need not fetch it again. */
export async function writeFeed(runtime: Runtime, actor: Actor, address: string): Promise<string> {
  const { locale } = actor
  const calendar = ical({
    name: say(words(`知客 · ${actor.name}`, `Zhike · ${actor.name}`), locale),
    prodId: { company: 'Zhike', product: 'Calendar', language: locale === 'zh' ? 'ZH' : 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 15 * 60,
  })
  calendar.x('X-WR-TIMEZONE', companyZone)
  const shapes = new Map(calendarShapes(runtime, actor).map((shape) => [shape.name, shape]))
  const entries = await entriesOf(runtime, actor, dayAt(runtime.clock()))
  for (const entry of entries.sort((a, b) => (uidOf(a) < uidOf(b) ? -1 : 1))) {
    const shape = shapes.get(entry.record)!
    const place = shape.record.calendar!
    const span = spanOf(shape, entry)
    if (!span) continue
    const { item } = entry
    const isOpen = place.open.includes(item[lifeOf(shape).name] as string)
    const about = place.about ? titleOf(item[place.about]) : ''
    const sort = sayField(shape, place.sort, item, locale)
    calendar.createEvent({
      id: uidOf(entry),
      stamp: new Date(item.updatedAt as string),
      ...span,
      summary: `${isOpen ? '' : '✓ '}${sort ? `${sort} ` : ''}${sayField(shape, shape.record.title, item, locale)}${about ? ` · ${about}` : ''}`,
      description: [say(shape.record.words, locale), sayField(shape, lifeOf(shape).name, item, locale), about].filter(Boolean).join(' · '),
      url: `${address}/${shape.name}/${item.id}`,
      transparency: span.allDay || !isOpen ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      busystatus: span.allDay || !isOpen ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    })
  }
  return calendar.toString()
}

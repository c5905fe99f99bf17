import type { Actor } from '#engine/access/actor.ts'
import type { Item } from '#engine/access/present.ts'
import { listRecords } from '#engine/access/read.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import type { CalendarPlace } from '#engine/record/define-record.ts'
import type { FilterTree } from '#engine/record/fields/index.ts'
import type { KnownField, Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { addDays } from '#engine/time/days.ts'
import { daysOf, readRepetition } from '#engine/time/repetition.ts'
import { companyZone, dayAt, instantOfLocal } from '#engine/time/zone.ts'

/** The calendar: whatever says of itself that it has a place there, read like any list, under the rights of whoever looks. */

export interface CalendarRequest {
  /** First and last day: "2026-11-22". */
  from: string
  to: string
  /** Names of record types; all that have a place unless said. */
  records?: readonly string[] | undefined
  /** Whose calendar: these users'; everybody's that one may see unless said. */
  who?: readonly string[] | undefined
  /** So many of a record type a day where there are too many for all. */
  perDay?: number
}

export interface CalendarEntry {
  record: string
  item: Item
  /** A day to come of a series: foreseen, not there yet. */
  foreseen?: string
}

export interface CalendarAnswer {
  entries: CalendarEntry[]
  /** How many more there are on a day than are answered; "+" behind a number that was counted no further. */
  more: Record<string, { value: number; exact: boolean }>
}

/** So many of a record type are answered whatever the number of days; beyond, each day is asked for itself. */
const atOnce = 500
/** So many days ahead of one series are shown at most. */
const ahead = 100

const placeOf = (shape: Shape): CalendarPlace => shape.record.calendar!

/** The record types that have a place on this actor's calendar. */
export const calendarShapes = (runtime: Runtime, actor: Actor, names?: readonly string[]): Shape[] =>
  [...runtime.house.shapes.values()].filter(
    (shape) =>
      shape.record.calendar &&
      (!names || names.includes(shape.name)) &&
      accessTo(runtime.house, actor, shape).fields.get(shape.record.calendar.at)!.view.constant !== false,
  )

/** The fields of a record that its place on the calendar is made of. */
export function placeFields(shape: Shape): string[] {
  const { at, clock, minutes, who, about, sort, repeats } = placeOf(shape)
  return [shape.record.title, lifeOf(shape).name, at, clock, minutes, who, about, sort, repeats?.rule, repeats?.day, 'updatedAt'].filter(
    (name) => name !== undefined,
  )
}

/** The field that says whether it is still to come. */
export const lifeOf = (shape: Shape): KnownField => [...shape.fields.values()].find(({ field }) => field.kind === 'lifecycle')!

const isMoment = (shape: Shape) => shape.fields.get(placeOf(shape).at)!.field.kind === 'instant'

/** What lies on these days. */
function within(shape: Shape, from: string, to: string): FilterTree[] {
  const { at } = placeOf(shape)
  if (!isMoment(shape))
    return [
      { field: at, op: 'gte', value: from },
      { field: at, op: 'lte', value: to },
    ]
  const midnight = (day: string) => instantOfLocal(day, 0, 0, 0, companyZone)
  return [
    { field: at, op: 'gte', value: midnight(from) },
    { field: at, op: 'lt', value: midnight(addDays(to, 1)) },
  ]
}

function stands(shape: Shape, { who }: CalendarRequest): FilterTree[] {
  const place = placeOf(shape)
  return [
    ...(who ? [who.length === 1 ? { field: place.who, op: 'eq', value: who[0] } : { field: place.who, op: 'in', value: who }] : []),
    ...(place.hides ? [{ field: lifeOf(shape).name, op: 'notIn', value: place.hides }] : []),
  ]
}

/** The day on which a record stands. */
export function dayOfItem(shape: Shape, item: Item): string | null {
  const value = item[placeOf(shape).at] as string | null | undefined
  return value ? (isMoment(shape) ? dayAt(value) : value) : null
}

/** One record type's share of the calendar. What does not fit is counted, day by day. */
async function readShape(runtime: Runtime, actor: Actor, shape: Shape, request: CalendarRequest): Promise<CalendarAnswer> {
  const ask = (from: string, to: string, limit: number, count?: 'capped') =>
    listRecords(runtime, actor, shape, {
      filter: { and: [...within(shape, from, to), ...stands(shape, request)] },
      sort: placeOf(shape).at,
      fields: placeFields(shape),
      limit,
      count,
    })
  const entry = (item: Item): CalendarEntry => ({ record: shape.name, item })
  const whole = await ask(request.from, request.to, atOnce)
  if (!whole.next) return { entries: whole.items.map(entry), more: {} }
  const answer: CalendarAnswer = { entries: [], more: {} }
  for (let day = request.from; day <= request.to; day = addDays(day, 1)) {
    const { items, next, count } = await ask(day, day, request.perDay ?? 20, 'capped')
    answer.entries.push(...items.map(entry))
    if (next && count) answer.more[day] = { value: count.value - items.length, exact: count.exact }
  }
  return answer
}

/** The days to come of what comes back, as far as they lie on the days asked for. What has passed meanwhile will not come any more. */
async function foresee(runtime: Runtime, actor: Actor, shape: Shape, request: CalendarRequest): Promise<CalendarEntry[]> {
  const { repeats, at, open } = placeOf(shape)
  if (!repeats) return []
  const { items } = await listRecords(runtime, actor, shape, {
    filter: {
      and: [
        { field: repeats.rule, op: 'notEmpty' },
        { field: at, op: 'lte', value: request.to },
        { field: lifeOf(shape).name, op: 'in', value: open },
        ...stands(shape, request),
      ],
    },
    sort: at,
    fields: placeFields(shape),
    limit: atOnce,
  })
  const today = dayAt(runtime.clock())
  const from = request.from > today ? request.from : today
  return items.flatMap((item) => {
    const rule = readRepetition((item[repeats.rule] as string | null) ?? '')
    const first = (item[repeats.day] as string | null) ?? dayOfItem(shape, item)
    const days: CalendarEntry[] = []
    if (rule && first)
      for (const day of daysOf(rule, first)) {
        if (day > request.to || days.length >= ahead) break
        if (day > first && day >= from) days.push({ record: shape.name, item, foreseen: day })
      }
    return days
  })
}

/** The calendar of these days as one actor may see it. */
export async function readCalendar(runtime: Runtime, actor: Actor, request: CalendarRequest): Promise<CalendarAnswer> {
  const parts = await Promise.all(
    calendarShapes(runtime, actor, request.records).flatMap((shape) => [
      readShape(runtime, actor, shape, request),
      foresee(runtime, actor, shape, request).then((entries): CalendarAnswer => ({ entries, more: {} })),
    ]),
  )
  const more: CalendarAnswer['more'] = {}
  for (const [day, { value, exact }] of parts.flatMap((part) => Object.entries(part.more)))
    more[day] = { value: (more[day]?.value ?? 0) + value, exact: (more[day]?.exact ?? true) && exact }
  return { entries: parts.flatMap((part) => part.entries), more }
}

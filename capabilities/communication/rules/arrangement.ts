import { addDays } from '#engine/time/days.ts'
import { isWorkday, nextWorkingMoment } from '#engine/time/working-time.ts'
import { rangesOn, type WorkingCalendar } from '#engine/time/working-calendar.ts'
import { showInstant } from '#engine/time/zone.ts'
import { words, type Words } from '#engine/text/words.ts'

/** The ways to reach a customer: the channels about which people are asked. */
export const ways = {
  phone: words('电话', 'Telephone'),
  sms: words('短信', 'Text message'),
  mail: words('邮件', 'E-mail'),
  wechat: words('微信', 'WeChat'),
  post: words('信件', 'Post'),
  visit: words('上门', 'Visit'),
} satisfies Record<string, Words>
export type Way = keyof typeof ways

/** Whoever is contacted for the customer, as his file says; nobody where none is named. */
export interface Reached {
  name: string
  preferredChannel: Way | null
  reachableFrom: string | null
  reachableTo: string | null
  isRestricted: boolean
}

/** Why a way is closed, by way; absent where it is open. */
export type Refusals = Partial<Record<Way, Words | null>>

/** By which way a customer is contacted, with what speaks for it; or why by none. */
export type WayChosen = { way: Way; because: Words[] } | { way: null; refusal: Words }

/** The way the customer prefers goes before that of the plan; a way he has not agreed to, or has withdrawn from, is not taken. */
export function chooseWay(planned: Way, person: Reached | null, refusals: Refusals): WayChosen {
  if (person?.isRestricted)
    return { way: null, refusal: words(`${person.name}要求限制处理其信息`, `${person.name} asked that the data not be used`) }
  const preferred = person?.preferredChannel ?? null
  if (preferred && preferred !== planned && !refusals[preferred])
    return {
      way: preferred,
      because: [words(`${person!.name}希望用${ways[preferred].zh}联系`, `${person!.name} prefers ${ways[preferred].en.toLowerCase()}`)],
    }
  const refusal = refusals[planned]
  if (!refusal) return { way: planned, because: [] }
  return { way: null, refusal: words(`${ways[planned].zh}：${refusal.zh}`, `${ways[planned].en}: ${refusal.en}`) }
}

/** A letter disturbs nobody at night. */
const disturbs = (way: Way): boolean => way !== 'mail' && way !== 'post'

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const clockOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The hours in which a person can be reached, in minutes of the day. */
function hoursOf(person: Reached | null): { from: number; to: number } {
  const from = person?.reachableFrom ? minutesOf(person.reachableFrom) : 0
  const to = person?.reachableTo ? minutesOf(person.reachableTo) : 1440
  return { from, to: to > from ? to : 1440 }
}

/** Whether somebody has named hours for this way; a contact at any other time of the working day is an entry of the whole day. */
export const namesHours = (person: Reached | null, way: Way): boolean =>
  disturbs(way) && Boolean(person?.reachableFrom || person?.reachableTo)

/**
 * The first day and time, from a moment on, at which work is done and the person can be reached. Where the two have no hour in common, his
 * hours go before: on a workday, when they begin.
 * @param from an instant; a day's beginning for a day to come
 */
export function firstMoment(calendar: WorkingCalendar, from: string, person: Reached | null, way: Way): { on: string; at: string } {
  const hours = disturbs(way) ? hoursOf(person) : hoursOf(null)
  const [today, now] = showInstant(from, calendar.zone).split(' ') as [string, string]
  const first = showInstant(nextWorkingMoment(calendar, from), calendar.zone).slice(0, 10)
  const isLeft = (day: string, to: number) => day > today || to > minutesOf(now)
  for (let day = today < first && isWorkday(calendar, today) ? today : first, n = 0; n < 400; day = addDays(day, 1), n++) {
    const worked = rangesOn(calendar, day)
    if (worked.length === 0) continue
    const common = worked
      .map((range) => ({ from: Math.max(range.from, hours.from), to: Math.min(range.to, hours.to) }))
      .filter(({ from: a, to: b }) => a < b)
    const open = (common.length > 0 ? common : [hours]).find(({ to }) => isLeft(day, to))
    if (open) return { on: day, at: clockOf(day === today ? Math.max(open.from, minutesOf(now)) : open.from) }
  }
  return { on: first, at: clockOf(hours.from) }
}

/**
 * The first workday from one on which a colleague has room for one more of what plans ask of him. He is not asked for a thousand calls in one
 * morning.
 * @param taken how many he has been asked for, by day
 */
export function dayWithRoom(calendar: WorkingCalendar, day: string, taken: ReadonlyMap<string, number>, most: number): string {
  for (let on = day, n = 0; n < 2000; on = addDays(on, 1), n++)
    if ((on === day || isWorkday(calendar, on)) && (taken.get(on) ?? 0) < most) return on
  return day
}

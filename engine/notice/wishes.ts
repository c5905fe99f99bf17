import { z } from 'zod'
import { weekdayOf } from '#engine/time/days.ts'
import { companyZone, dayAt, instantOfLocal, showInstant } from '#engine/time/zone.ts'
import { mailTimes, type MailTime, type NoticeType } from './define-notice.ts'

/** What somebody wants to be told of, and how. What he has not chosen is as the kind of notice was declared. */

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const digestDays = ['workdays', 'daily', 'weekly'] as const

export const wishesSchema = z.strictObject({
  kinds: z
    .record(z.string().max(60), z.strictObject({ product: z.boolean(), mail: z.enum(mailTimes) }))
    .refine((kinds) => Object.keys(kinds).length <= 200)
    .default({}),
  digest: z
    .strictObject({
      days: z.enum(digestDays),
      /** The day of a weekly digest; 1 is Monday. */
      weekday: z.int().min(1).max(7).default(1),
      at: clock,
    })
    .default({ days: 'workdays', weekday: 1, at: '08:30' }),
  /** No mail from … to …, over midnight where `to` is the earlier one; what comes meanwhile goes at its end. */
  quiet: z.strictObject({ from: clock, to: clock }).nullable().default(null),
})

export type NoticeWishes = z.infer<typeof wishesSchema>

export const usualWishes: NoticeWishes = wishesSchema.parse({})

/** How a kind of notice reaches somebody with these wishes. */
export const channelsOf = (type: NoticeType, wishes: NoticeWishes): { product: boolean; mail: MailTime } =>
  wishes.kinds[type.kind] ?? { product: type.product ?? true, mail: type.mail ?? 'never' }

const dayLength = 86_400_000

/** The moment at which a clock in the company's zone shows this time, on the day that is `days` after the one of `now`. */
const atClock = (now: number, days: number, time: string): { day: string; moment: number } => {
  // A little after noon: never on the wrong side of a change of clocks.
  const noon = Date.parse(instantOfLocal(dayAt(now), 12, 0, 0, companyZone)) + days * dayLength
  const day = dayAt(noon)
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  return { day, moment: Date.parse(instantOfLocal(day, hour, minute, 0, companyZone)) }
}

/** Without a day of work in so long a time a digest of workdays goes all the same. */
const longest = 60

/** When the next digest after a moment goes, in milliseconds, by the workdays of its reader. */
export function nextDigest(now: number, { days, weekday, at }: NoticeWishes['digest'], isWorkday: (day: string) => boolean): number {
  for (let ahead = 0; ; ahead++) {
    const { day, moment } = atClock(now, ahead, at)
    const isDay = days === 'daily' || ahead > longest || (days === 'workdays' ? isWorkday(day) : weekdayOf(day) === weekday)
    if (isDay && moment > now) return moment
  }
}

/** The first moment from `now` on that is not within the quiet hours. */
export function afterQuiet(now: number, quiet: NoticeWishes['quiet']): number {
  if (!quiet || quiet.from === quiet.to) return now
  const time = showInstant(new Date(now).toISOString(), companyZone).slice(11, 16)
  const isOverMidnight = quiet.from > quiet.to
  const isQuiet = isOverMidnight ? time >= quiet.from || time < quiet.to : time >= quiet.from && time < quiet.to
  return isQuiet ? atClock(now, isOverMidnight && time >= quiet.from ? 1 : 0, quiet.to).moment : now
}

/** When a mail that is wanted at this time goes, in milliseconds; null where none is. */
export const mailMoment = (
  mail: MailTime,
  wishes: NoticeWishes,
  now: number,
  isWorkday: (day: string) => boolean,
  delay = 0,
): number | null =>
  mail === 'never' ? null : mail === 'digest' ? nextDigest(now, wishes.digest, isWorkday) : afterQuiet(now + delay, wishes.quiet)

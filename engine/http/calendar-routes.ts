import { createHash } from 'node:crypto'
import { z } from 'zod'
import { notFound, refuse } from '#engine/action/refusal.ts'
import { dropFeed, feedOf, readerOfFeed, renewFeed } from '#engine/calendar/feed-secret.ts'
import { calendarShapes, readCalendar } from '#engine/calendar/read-calendar.ts'
import { readDays } from '#engine/calendar/read-days.ts'
import { isId } from '#engine/record/id.ts'
import { daysBetween } from '#engine/time/days.ts'
import { words } from '#engine/text/words.ts'
import { calendar, feedState } from './answers/record-answers.ts'
import { defineRoute } from './route.ts'

const day = z.iso.date()
const mostDays = 62

const feedPath = (secret: string) => `/api/v1/calendar/${secret}.ics`

export const calendarRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/calendar',
    words: words(
      '日历：有日期的记录，每天的工作时间、节假日和调休',
      'The calendar: records that have a day, the working hours of each day, holidays',
    ),
    query: z.strictObject({
      from: day,
      to: day,
      records: z.string().max(500).optional(),
      who: z.string().max(4000).optional(),
      perDay: z.coerce.number().int().min(1).max(200).default(20),
    }),
    answers: { 200: { schema: calendar } },
    async handler({ runtime, actor, query: { from, to, records, who, perDay } }) {
      const days = daysBetween(from, to)
      if (days < 0 || days >= mostDays)
        throw refuse('bad-span', words(`起止日期不对，最多 ${mostDays} 天。`, `The days do not fit; at most ${mostDays} at once.`))
      const names = records?.split(',').filter(Boolean)
      const known = new Set(calendarShapes(runtime, actor).map((shape) => shape.name))
      const unknown = names?.find((name) => !known.has(name))
      if (unknown) throw refuse('bad-record', words(`日历上没有“${unknown}”。`, `There is no "${unknown}" on the calendar.`))
      const people = who?.split(',').map((id) => (id === 'me' ? actor.id : id))
      if (people && (people.length > 100 || !people.every(isId)))
        throw refuse('bad-who', words('who 应为 me 或用户编号。', 'who must be "me" or ids of users.'))
      const [answer, about] = await Promise.all([
        readCalendar(runtime, actor, { from, to, perDay, records: names, who: people }),
        readDays(runtime, actor, from, to),
      ])
      return { ...answer, ...about }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/calendar/feed',
    words: words('我的日历订阅', 'My calendar feed'),
    answers: { 200: { schema: z.object({ feed: feedState.nullable() }) } },
    handler: async ({ runtime, actor }) => ({ feed: (await feedOf(runtime.database, actor.id)) ?? null }),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/calendar/feed',
    words: words('生成订阅地址（旧地址随即失效）', 'Make the feed’s address; the one before stops working'),
    answers: {
      201: { words: words('地址，只显示这一次', 'The address, shown this once'), schema: z.object({ path: z.string(), feed: feedState }) },
    },
    async handler({ runtime, actor, reply }) {
      const secret = await renewFeed(runtime.database, actor.id)
      void reply.code(201)
      return { path: feedPath(secret), feed: await feedOf(runtime.database, actor.id) }
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/calendar/feed',
    words: words('停止订阅', 'End the feed'),
    answers: { 204: { words: words('地址已失效', 'The address no longer works') } },
    async handler({ runtime, actor }) {
      await dropFeed(runtime.database, actor.id)
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/calendar/{secret}.ics',
    words: words('供日历软件读取的日历', 'The calendar for calendar programs'),
    open: true,
    params: z.object({ secret: z.string().min(20).max(100) }),
    answers: {
      200: { words: words('iCalendar 文件', 'An iCalendar file'), type: 'text/calendar' },
      304: { words: words('与上次相同', 'The same as before') },
    },
    async handler({ runtime, params, request, reply }) {
      const reader = await readerOfFeed(runtime.database, params.secret, runtime.allowsDemo)
      const actor = reader && (await runtime.actorOf(reader.userId, 'token'))
      if (!actor) throw notFound()
      // Heavy, and few ever ask for it.
      const { writeFeed } = await import('#engine/calendar/write-feed.ts')
      const text = await writeFeed(runtime, { ...actor, locale: reader.locale }, `${request.protocol}://${request.host}`)
      const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 20)}"`
      void reply.header('etag', etag).header('cache-control', 'private, no-cache').header('x-robots-tag', 'noindex')
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      return reply.type('text/calendar; charset=utf-8').send(text)
    },
  }),
]

import { z } from 'zod'
import { countUnread, markNotices, myNotices } from '#engine/notice/my-notices.ts'
import { words } from '#engine/text/words.ts'
import { notices } from './answers/history-answers.ts'
import { count } from './answers/parts.ts'
import { defineRoute, flag } from './route.ts'

export const noticeRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/notices',
    words: words('我的通知', 'My notices'),
    query: z.strictObject({
      unread: flag.default(false),
      limit: z.coerce.number().int().min(0).max(100).default(30),
      cursor: z.string().max(200).optional(),
    }),
    answers: { 200: { schema: notices } },
    async handler({ runtime, actor, query }) {
      const { items, next } = query.limit > 0 ? await myNotices(runtime, actor, query) : { items: [], next: null }
      return { items, next, unread: await countUnread(runtime, actor) }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/notices/read',
    words: words('标为已读或未读；不指明则全部', 'Mark as read or unread; all where none is named'),
    body: z.strictObject({ ids: z.array(z.uuid()).min(1).max(200).optional(), read: z.boolean().default(true) }),
    answers: { 200: { schema: z.object({ unread: count }) } },
    async handler({ runtime, actor, body }) {
      await markNotices(runtime, actor, body.ids, body.read)
      return { unread: await countUnread(runtime, actor) }
    },
  }),
]

import { z } from 'zod'
import { findRecords, openedItems } from '#engine/search/find.ts'
import { noteOpened } from '#engine/search/opened.ts'
import { isRenewing } from '#engine/search/renew.ts'
import { askedBy } from '#engine/store/asker.ts'
import { words } from '#engine/text/words.ts'
import { found, recordAndItem } from './answers/record-answers.ts'
import { list } from './answers/parts.ts'
import { shapeAt } from './record-routes.ts'
import { defineRoute, flag, whileOpen } from './route.ts'

const nameList = z
  .string()
  .max(1000)
  .transform((text) => text.split(',').filter(Boolean))

export const searchRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/search',
    words: words('在所有记录中搜索', 'Search all records'),
    query: z.strictObject({
      q: z.string().min(1).max(100),
      records: nameList.optional(),
      fields: nameList.optional(),
      limit: z.coerce.number().int().min(1).max(20).default(8),
      brief: flag.default(false),
    }),
    answers: { 200: { schema: found } },
    async handler({ runtime, actor, query, reply }) {
      const { q, records, fields, limit, brief } = query
      // Who types on asks anew with every letter, and no longer wants what he asked before.
      const found = await askedBy(whileOpen(reply), () => findRecords(runtime, actor, q, { records, fields, limit, isBrief: brief }))
      return (await isRenewing(runtime)) ? { ...found, renewing: true } : found
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/opened',
    words: words('最近打开的记录', 'Records opened lately'),
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(50).default(8) }),
    answers: { 200: { schema: list(recordAndItem) } },
    handler: async ({ runtime, actor, query }) => ({ items: await openedItems(runtime, actor, query.limit) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/opened',
    words: words('记下打开了一条记录', 'Note that a record was opened'),
    body: z.strictObject({ record: z.string().max(60), id: z.uuid() }),
    answers: { 204: { words: words('已记下', 'Noted') } },
    handler: ({ runtime, actor, body }) => noteOpened(runtime, actor, shapeAt(runtime, body.record), body.id),
  }),
]

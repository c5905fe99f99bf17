import { z } from 'zod'
import { announce, doings, leavings, presentAt } from '#engine/access/presence.ts'
import { words } from '#engine/text/words.ts'
import { shapeAt } from './record-routes.ts'
import { defineRoute } from './route.ts'

const params = z.object({ record: z.string(), id: z.uuid() })
export const pageName = z.string().regex(/^[0-9a-f]{32}$/)
const person = z.object({ id: z.uuid(), name: z.string(), doing: z.enum(doings) })

export const presenceRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/{record}/{id}/presence',
    words: words('谁正在查看或编辑', 'Who is looking at it or editing it'),
    params,
    answers: { 200: { words: words('其他人', 'The others'), schema: z.object({ people: z.array(person) }) } },
    handler: async ({ runtime, actor, params: { record, id } }) => ({
      people: await presentAt(runtime, actor, shapeAt(runtime, record), id),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/records/{record}/{id}/presence',
    words: words('告知自己正在查看或编辑', 'Say that one is looking at it or editing it'),
    params,
    body: z.strictObject({
      /** A page of a browser, by a name it made up: 32 hexadecimal digits. */
      page: pageName,
      doing: z.enum([...doings, ...leavings]),
    }),
    answers: { 204: { words: words('已记下', 'Noted') } },
    handler: ({ runtime, actor, params: { record, id }, body }) =>
      announce(runtime, actor, shapeAt(runtime, record), id, body.page, body.doing),
  }),
]

import { z } from 'zod'
import { explainAccess, whoSees } from '#engine/access/explain.ts'
import { words } from '#engine/text/words.ts'
import { explanation, seers } from './answers/rights-answers.ts'
import { shapeAt } from './record-routes.ts'
import { defineRoute } from './route.ts'

const params = z.object({ record: z.string(), id: z.uuid() })
const name = z.string().max(60)

/** Why rights are as they are. Whoever may not see a record is told that there is none, here as everywhere. */
export const accessRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/{record}/{id}/access',
    words: words(
      '为什么能（不能）看到或做：自己，或有审计权的人问别人',
      'Why somebody may or may not see or do: oneself; others for whoever may audit',
    ),
    params,
    query: z.strictObject({ user: z.uuid().optional(), field: name.optional(), action: name.optional() }),
    answers: { 200: { schema: explanation } },
    handler: ({ runtime, actor, params: { record, id }, query: { user, ...asked } }) =>
      explainAccess(runtime, actor, shapeAt(runtime, record), id, user ?? actor.id, asked),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/{record}/{id}/who-sees',
    words: words('谁能看到这条记录或字段，为什么', 'Who may see this record or field, and why'),
    params,
    query: z.strictObject({ field: name.optional(), after: z.uuid().optional() }),
    answers: { 200: { schema: seers } },
    handler: ({ runtime, actor, params: { record, id }, query: { field, after } }) =>
      whoSees(runtime, actor, shapeAt(runtime, record), id, field, after),
  }),
]

import { z } from 'zod'
import { readRecord } from '#engine/access/read.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import { notFound } from '#engine/action/refusal.ts'
import { findSimilar, presentSimilar } from '#engine/match/find-similar.ts'
import type { RecordMatching } from '#engine/match/record-matching.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { words } from '#engine/text/words.ts'
import { similar } from './answers/record-answers.ts'
import { shapeAt } from './record-routes.ts'
import { defineRoute } from './route.ts'

function matchedAt(runtime: Runtime, name: string): { shape: Shape; matching: RecordMatching } {
  const matching = runtime.house.matchings.get(name)
  if (!matching) throw notFound()
  return { shape: shapeAt(runtime, name), matching }
}

export const similarRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/{record}/{id}/similar',
    words: words('疑似相同的记录，附理由', 'Records that may be the same, with the reasons'),
    params: z.object({ record: z.string(), id: z.uuid() }),
    answers: { 200: { schema: similar } },
    async handler({ runtime, actor, params }) {
      const { shape, matching } = matchedAt(runtime, params.record)
      await readRecord(runtime, actor, shape, params.id, ['id'])
      const values = (await matching.gather(runtime.database, [params.id])).get(params.id)
      return presentSimilar(runtime, actor, shape, values ? await findSimilar(runtime.database, matching, values, params.id) : [])
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/records/{record}/similar',
    words: words('填写时查重', 'Look for the same while one fills in a form'),
    params: z.object({ record: z.string() }),
    body: z.strictObject({ id: z.uuid().optional(), values: z.record(z.string(), z.unknown()) }),
    answers: { 200: { schema: similar } },
    async handler({ runtime, actor, params, body }) {
      const { shape, matching } = matchedAt(runtime, params.record)
      // Whoever may make no such record has no reason to try out who is there.
      if (accessTo(runtime.house, actor, shape).create.constant === false) return { items: [], hidden: false }
      return presentSimilar(runtime, actor, shape, await findSimilar(runtime.database, matching, matching.fromForm(body.values), body.id))
    },
  }),
]

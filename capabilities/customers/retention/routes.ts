import { z } from 'zod'
import { readRecord } from '#engine/access/read.ts'
import { seenBy } from '#engine/access/seen.ts'
import { notFound } from '#engine/action/refusal.ts'
import { id as idAnswer } from '#engine/http/answers/parts.ts'
import { defineRoute } from '#engine/http/route.ts'
import { isId } from '#engine/record/id.ts'
import { words } from '#engine/text/words.ts'
import { isAsTried, spareReasons } from '../rules/retention.ts'
import { countRun, hitsOf, readRule } from './queries.ts'

const page = 50

const trialAnswer = z.object({
  state: z.enum(['none', 'running', 'failed', 'done']),
  isCurrent: z.boolean(),
  counts: z.array(z.object({ spared: z.string().nullable(), n: z.int() })),
  items: z.array(z.object({ record: z.string(), id: idAnswer, since: z.string(), title: z.string().nullable() })),
  next: z.string().nullable(),
})

export const retentionRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/retention/{id}/trial',
    words: words('保存期限的试运行结果', 'What a retention rule would do'),
    params: z.object({ id: z.uuid() }),
    query: z.strictObject({
      spared: z.enum(Object.keys(spareReasons) as [string, ...string[]]).optional(),
      after: z
        .string()
        .regex(/^[0-9T:.Z-]{20,30}~[0-9a-f-]{36}$/)
        .optional(),
    }),
    answers: { 200: { schema: trialAnswer } },
    async handler({ runtime, actor, params, query }) {
      const { house, database } = runtime
      const shape = house.shapes.get('retentionRule')!
      await readRecord(runtime, actor, shape, params.id, ['name'])
      const rule = await readRule(database, house, params.id)
      if (!rule) throw notFound()
      const state = rule.trial === 'running' || rule.trial === 'failed' ? rule.trial : rule.trial ? 'done' : 'none'
      if (state !== 'done' || !isId(rule.trial!)) return { state, isCurrent: false, counts: [], items: [], next: null }
      const [since, id] = query.after?.split('~') ?? []
      const [counts, hits] = await Promise.all([
        countRun(database, rule.trial!),
        hitsOf(database, rule.trial!, query.spared ?? null, page + 1, since && id ? { since, id } : undefined),
      ])
      const shown = hits.slice(0, page)
      // Under the rights of whoever looks: the list tells no more than the records would.
      const seen = new Map<string, string>()
      for (const [record, group] of Map.groupBy(shown, (hit) => hit.record)) {
        const found = await seenBy(
          runtime,
          actor,
          house.shapes.get(record)!,
          group.map((hit) => hit.id),
        )
        for (const [hit, { title }] of found) seen.set(hit, title)
      }
      const last = shown.at(-1)
      return {
        state,
        isCurrent: isAsTried(rule),
        counts,
        items: shown.map((hit) => ({ record: hit.record, id: hit.id, since: hit.since, title: seen.get(hit.id) ?? null })),
        next: hits.length > page && last ? `${last.since}~${last.id}` : null,
      }
    },
  }),
]

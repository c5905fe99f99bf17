import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Actor } from '#engine/access/actor.ts'
import { readRecord } from '#engine/access/read.ts'
import { atLeast } from '#engine/access/rules.ts'
import { seenBy } from '#engine/access/seen.ts'
import { notFound } from '#engine/action/refusal.ts'
import { day as dayAnswer, id as idAnswer, moment, named, words as wordsAnswer } from '#engine/http/answers/parts.ts'
import { defineRoute } from '#engine/http/route.ts'
import type { Runtime } from '#engine/runtime.ts'
import { words } from '#engine/text/words.ts'
import { allocate } from '../rules/allocation.ts'
import { decisionsAbout, decisionsOf, queueFigures, type StoredDecision } from './queries.ts'
import { tryQueue } from './try-queue.ts'

const page = 30

/** A decision in full: who could have taken it, who fell out and why; and whether the same facts still lead to the same. */
function inFull({ id, at, user, facts, outcome }: StoredDecision) {
  const nameOf = new Map(facts.candidates.map((candidate) => [candidate.user, candidate.name]))
  return {
    id,
    at,
    user: user && { id: user, title: nameOf.get(user) ?? '' },
    how: outcome.how,
    reason: outcome.reason,
    relaxed: outcome.relaxed,
    waited: Math.floor(facts.waited),
    needs: facts.needs,
    fit: outcome.fit.map((one) => ({ ...one, name: nameOf.get(one.user) ?? '' })),
    out: outcome.out.map((one) => ({ ...one, name: nameOf.get(one.user) ?? '' })),
    isReplayed: isDeepStrictEqual(JSON.parse(JSON.stringify(allocate(facts))), outcome),
  }
}

/** Whether somebody sees a queue in full: he sees whatever it decided. */
async function seesQueue(runtime: Runtime, actor: Actor, id: string | null): Promise<boolean> {
  if (!id) return false
  const seen = await seenBy(runtime, actor, runtime.house.shapes.get('allocationQueue')!, [id])
  return atLeast(seen.get(id)?.level ?? 'none', 'full')
}

async function mustSee(runtime: Runtime, actor: Actor, id: string): Promise<void> {
  const item = await readRecord(runtime, actor, runtime.house.shapes.get('allocationQueue')!, id, ['name'])
  if (!atLeast(item.can.level, 'full')) throw notFound()
}

const person = z.object({ user: idAnswer, name: z.string(), because: wordsAnswer })
const decision = z.object({
  id: idAnswer,
  at: moment,
  user: named.nullable(),
  how: z.string().nullable(),
  reason: wordsAnswer,
  relaxed: z.array(z.string()),
  waited: z.int(),
  needs: z.record(z.string(), z.array(z.string())),
  isReplayed: z.boolean(),
})
const whole = { fit: z.array(person), out: z.array(person.extend({ code: z.string() })) }
const aboutAnswer = z.object({
  items: z.array(decision.extend({ fit: whole.fit.optional(), out: whole.out.optional(), queue: idAnswer.nullable().optional() })),
})
const decisionsAnswer = z.object({
  waiting: z.int(),
  oldest: moment.nullable(),
  items: z.array(decision.extend({ ...whole, about: named.extend({ record: z.string() }).nullable() })),
  next: idAnswer.nullable(),
})
const trialAnswer = z.object({
  shares: z.array(
    z.object({ user: idAnswer, name: z.string(), weight: z.int(), count: z.int(), share: z.number(), wanted: z.number(), most: z.int() }),
  ),
  arrived: z.int(),
  taken: z.int(),
  waiting: z.int(),
  waits: z.object({ median: z.number(), most90: z.number(), longest: z.number() }),
  gini: z.number(),
  least: z.int(),
  most: z.int(),
  from: dayAnswer,
  to: dayAnswer,
  isCapped: z.boolean(),
})

const ofRecord = z.object({ record: z.string().regex(/^[a-z][a-zA-Z0-9]*$/), id: z.uuid() })

export const allocationRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/allocations/{record}/{id}',
    words: words('一条记录为什么分给了谁', 'Why a record was given to whom'),
    params: ofRecord,
    answers: { 200: { schema: aboutAnswer } },
    async handler({ runtime, actor, params }) {
      const shape = runtime.house.shapes.get(params.record)
      if (!shape) throw notFound()
      const item = await readRecord(runtime, actor, shape, params.id, ['id'])
      if (!atLeast(item.can.level, 'full')) throw notFound()
      const decisions = await decisionsAbout(runtime.database, params.id, 20)
      // What colleagues have in hand is for those who look after the queue; whoever has the record reads the sentence.
      const open = new Set<string>()
      for (const id of new Set(decisions.map(({ queue }) => queue))) if (await seesQueue(runtime, actor, id)) open.add(id!)
      return {
        items: decisions.map((decision) => {
          const { fit, out, ...rest } = inFull(decision)
          return open.has(decision.queue ?? '') ? { ...rest, fit, out, queue: decision.queue } : rest
        }),
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/allocation-queues/{id}/decisions',
    words: words('分配队列的决定', 'What a queue has decided'),
    params: z.object({ id: z.uuid() }),
    query: z.strictObject({ before: z.uuid().optional() }),
    answers: { 200: { schema: decisionsAnswer } },
    async handler({ runtime, actor, params, query }) {
      const { database, house } = runtime
      await mustSee(runtime, actor, params.id)
      const [decisions, figures] = await Promise.all([
        decisionsOf(database, params.id, { before: query.before ?? null, limit: page + 1 }),
        queueFigures(database, params.id),
      ])
      const shown = decisions.slice(0, page)
      // What was handed out is named to whoever may see it.
      const titles = new Map<string, string>()
      for (const [record, group] of Map.groupBy(shown, (decision) => decision.record)) {
        const seen = await seenBy(
          runtime,
          actor,
          house.shapes.get(record)!,
          group.map(({ recordId }) => recordId),
        )
        for (const [id, { title }] of seen) titles.set(id, title)
      }
      return {
        ...figures,
        items: shown.map((decision) => ({
          ...inFull(decision),
          about: titles.has(decision.recordId)
            ? { record: decision.record, id: decision.recordId, title: titles.get(decision.recordId)! }
            : null,
        })),
        next: decisions.length > page ? shown.at(-1)!.id : null,
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/allocation-queues/{id}/trial',
    words: words('用过去的数据试运行分配队列', 'Try a queue on what came in lately'),
    params: z.object({ id: z.uuid() }),
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(92).default(30) }),
    answers: { 200: { schema: trialAnswer } },
    async handler({ runtime, actor, params, query }) {
      await mustSee(runtime, actor, params.id)
      const trial = await tryQueue(runtime.database, params.id, { days: query.days, now: runtime.clock() })
      if (!trial) throw notFound()
      return trial
    },
  }),
]

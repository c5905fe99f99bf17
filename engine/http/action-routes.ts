import { z } from 'zod'
import { filterSchema } from '#engine/record/fields/index.ts'
import { performOnSelection } from '#engine/action/bulk.ts'
import { perform } from '#engine/action/perform.ts'
import { notFound, refuse } from '#engine/action/refusal.ts'
import { say, words } from '#engine/text/words.ts'
import { actionDone } from './answers/operation-answers.ts'
import { problemOf } from './errors.ts'
import { presentEvents } from './history-routes.ts'
import { idempotencyOf, versionSeen } from './record-routes.ts'
import { defineRoute } from './route.ts'

const target = z.union([
  z.uuid(),
  z.array(z.uuid()).min(1).max(10_000),
  z.strictObject({ filter: filterSchema, q: z.string().max(100).optional(), recycled: z.boolean().optional() }),
])

export const actionRoutes = [
  defineRoute({
    method: 'POST',
    path: '/api/v1/actions/{action}',
    words: words('执行一个动作', 'Perform an action'),
    params: z.object({ action: z.string().regex(/^[a-zA-Z]+\.[a-zA-Z]+$/) }),
    body: z.strictObject({
      on: target.optional(),
      input: z.record(z.string(), z.unknown()).default({}),
      mode: z.enum(['run', 'preview']).default('run'),
    }),
    heeds: { version: 'optional', repeats: true },
    answers: { 200: { schema: actionDone } },
    async handler({ runtime, actor, params, body, request }) {
      const action = runtime.actionNamed(params.action)
      if (!action) throw notFound()
      const { on, input, mode } = body
      const idempotency = idempotencyOf(request)
      if (!action.on || typeof on === 'string') {
        if (action.on && on === undefined) throw refuse('no-target', words('请指明对哪条记录执行。', 'Say which record it is done to.'))
        if (!action.on && on !== undefined) throw refuse('no-target', words('这个动作不针对记录。', 'This action is not done to a record.'))
        const version = action.on ? versionSeen(request, mode === 'run') : undefined
        const outcome = await perform(
          runtime,
          actor,
          action,
          [{ ...(action.on ? { id: on as string } : {}), input, ...(version === undefined ? {} : { version }) }],
          { mode, ...(idempotency && mode === 'run' ? { idempotency } : {}) },
        )
        return {
          outcome: outcome.outcome,
          operation: outcome.operation,
          items: outcome.items.map(({ id, version: now }) => ({ id, version: now })),
          ...(mode === 'preview' ? { changes: await presentEvents(runtime, actor, outcome.events) } : {}),
        }
      }
      if (on === undefined) throw refuse('no-target', words('请指明对哪些记录执行。', 'Say which records it is done to.'))
      const shape = runtime.house.shapes.get(action.on.name)!
      const selection = Array.isArray(on) ? { ids: on } : { filter: on.filter, q: on.q, recycled: on.recycled ?? false }
      const result = await performOnSelection(
        runtime,
        actor,
        action,
        shape,
        selection,
        input,
        mode,
        mode === 'run' ? idempotency : undefined,
      )
      return {
        outcome: result.outcome,
        operation: result.operation || null,
        total: result.total,
        items: result.items.map(({ id, version, refusal }) => ({
          id,
          ...(refusal ? { problem: problemOf(refusal, actor.locale) } : { version }),
        })),
        report: result.report.map((entry) => ({ id: entry.id, code: entry.code, words: say(entry.words, actor.locale) })),
      }
    },
  }),
]

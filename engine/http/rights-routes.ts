import { z } from 'zod'
import { hasRole, type Actor } from '#engine/access/actor.ts'
import { everybody } from '#engine/access/everybody.ts'
import { weighChange, type Impact } from '#engine/access/impact.ts'
import { verbOf } from '#engine/action/derived.ts'
import { startOperation } from '#engine/action/operations.ts'
import { perform } from '#engine/action/perform.ts'
import { notAllowed, notFound } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import { newId } from '#engine/store/id.ts'
import { words } from '#engine/text/words.ts'
import { impact, rightsChanged } from './answers/rights-answers.ts'
import { idempotencyOf, shapeAt, versionSeen } from './record-routes.ts'
import { defineRoute } from './route.ts'

const params = z.object({ record: z.enum(['role', 'user', 'department']), id: z.uuid() })
const input = z.record(z.string(), z.unknown())

/** How far the rights of all people change is told to administrators: it counts records beyond everybody's own. */
function changeOf(runtime: Runtime, actor: Actor, record: string) {
  if (!hasRole(actor, 'administrator')) throw notAllowed()
  if (!runtime.house.shapes.has(record)) throw notFound()
  return verbOf(runtime.house, shapeAt(runtime, record), 'edit')
}

export const rightsRoutes = [
  defineRoute({
    method: 'POST',
    path: '/api/v1/rights/{record}/{id}/preview',
    words: words(
      '改角色、用户或部门之前：谁会看不到或看到哪些记录',
      'Before a role, user or department is changed: who loses or gains sight of what',
    ),
    params,
    body: z.strictObject({ input }),
    answers: { 200: { schema: impact } },
    async handler({ runtime, actor, params: { record, id }, body }): Promise<Impact> {
      const action = changeOf(runtime, actor, record)
      const before = await everybody(runtime.database, actor.locale)
      let weighed: Impact = { on: [], people: [], uncounted: 0 }
      await perform(runtime, actor, action, [{ id, input: body.input }], {
        mode: 'preview',
        look: async (tx) => void (weighed = await weighChange(runtime, tx, before)),
      })
      return weighed
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/rights/{record}/{id}/change',
    words: words('改角色、用户或部门，作为一次可撤销的操作', 'Change a role, user or department, as an operation that can be undone'),
    params,
    body: z.strictObject({ input }),
    heeds: { version: 'needed', repeats: true },
    answers: { 200: { schema: rightsChanged } },
    async handler({ runtime, actor, params: { record, id }, body, request }) {
      const action = changeOf(runtime, actor, record)
      const version = versionSeen(request, true)!
      const idempotency = idempotencyOf(request)
      const operation = newId()
      const outcome = await perform(runtime, actor, action, [{ id, input: body.input, version }], {
        operation,
        ...(idempotency ? { idempotency } : {}),
        alongside: (tx) => startOperation(tx, actor, { id: operation, action: action.name, record, total: 1, done: 1, state: 'done' }),
      })
      return { operation: outcome.operation, version: outcome.items[0]!.version }
    },
  }),
]

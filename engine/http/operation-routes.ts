import { z } from 'zod'
import { hasRole, type Actor } from '#engine/access/actor.ts'
import { titlesOf } from '#engine/access/titles.ts'
import { listOperations, readOperation, type StoredOperation } from '#engine/action/operations.ts'
import { notAllowed, notFound } from '#engine/action/refusal.ts'
import { undoOperation } from '#engine/action/undo.ts'
import type { Runtime } from '#engine/runtime.ts'
import { say, words, type Words } from '#engine/text/words.ts'
import { operation, operations } from './answers/operation-answers.ts'
import { defineRoute, flag } from './route.ts'

/** Operations that are no actions of a record. */
const others: Record<string, Words> = {
  import: words('导入', 'Import'),
  export: words('导出', 'Export'),
  undo: words('撤销', 'Undo'),
  edit: words('批量修改', 'Change'),
}

/** What an operation did, in words. */
export function wordsOfOperation(runtime: Runtime, { action, undoes }: Pick<StoredOperation, 'action' | 'undoes'>): Words {
  if (undoes) return others.undo!
  const verb = action.slice(action.indexOf('.') + 1)
  return others[verb] ?? runtime.actionNamed(action)?.words.label ?? words(action, action)
}

/** An operation as its starter reads it. */
const presentOperation = (runtime: Runtime, operation: StoredOperation, actor: Actor) => ({
  id: operation.id,
  action: operation.action,
  words: say(wordsOfOperation(runtime, operation), actor.locale),
  record: operation.record,
  at: operation.at,
  state: operation.state,
  total: operation.total,
  done: operation.done,
  refused: operation.refused,
  report: operation.report.map((entry) => ({ id: entry.id, code: entry.code, words: say(entry.words, actor.locale) })),
  undoes: operation.undoes,
  /** Whether it can be taken back from here: an import is undone on its own page, an export changed nothing. */
  canUndo: operation.state === 'done' && !operation.undoneBy && !operation.undoes && !/^import$|\.export$/.test(operation.action),
  undoneBy: operation.undoneBy,
  finishedAt: operation.finishedAt,
})

export const operationRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/operations',
    words: words('批量操作、导入与导出的记录', 'Bulk changes, imports and exports'),
    query: z.strictObject({
      /** Everybody's, for administrators. */
      all: flag.default(false),
      before: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answers: { 200: { schema: operations } },
    async handler({ runtime, actor, query: { all, before, limit } }) {
      if (all && !hasRole(actor, 'administrator')) throw notAllowed()
      const found = await listOperations(runtime.database, { actorId: all ? undefined : actor.id, before, limit })
      const people = await titlesOf(runtime, actor, runtime.house.shapes.get('user')!, new Set(found.map((entry) => entry.actorId)))
      return {
        items: found.map((entry) => ({
          ...presentOperation(runtime, entry, actor),
          by: { id: entry.actorId, title: people.get(entry.actorId) ?? '' },
        })),
        next: found.length === limit ? found.at(-1)!.id : null,
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/operations/{id}',
    words: words('操作的进度与结果', 'Progress and report of an operation'),
    params: z.object({ id: z.uuid() }),
    answers: { 200: { schema: operation } },
    async handler({ runtime, actor, params }) {
      const operation = await readOperation(runtime.database, params.id)
      if (!operation || (operation.actorId !== actor.id && !hasRole(actor, 'administrator'))) throw notFound()
      return presentOperation(runtime, operation, actor)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/operations/{id}/undo',
    words: words('撤销一次操作', 'Undo an operation'),
    params: z.object({ id: z.uuid() }),
    answers: { 200: { schema: operation } },
    async handler({ runtime, actor, params }) {
      const undo = await undoOperation(runtime, actor, params.id)
      return presentOperation(runtime, undo as StoredOperation, actor)
    },
  }),
]

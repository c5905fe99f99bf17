import { hasRight, type Actor } from '#engine/access/actor.ts'
import { compileSql } from '#engine/access/condition-sql.ts'
import { readQuestion, type ListRequest } from '#engine/access/read.ts'
import { both, type Condition } from '#engine/access/rules.ts'
import { tellOfOperationEnd } from '#engine/notice/tell-of-ends.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { searchFor } from '#engine/search/ask.ts'
import { slipsInstead } from '#engine/search/slips.ts'
import { snake } from '#engine/store/columns.ts'
import { newId } from '#engine/store/id.ts'
import { sql, type Sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import type { ActionType } from './define-action.ts'
import { answerBefore, rememberAnswer, type IdempotencyKey } from './idempotency.ts'
import { advanceOperation, readOperation, startOperation, type Operation } from './operations.ts'
import type { ItemResult, Outcome } from './outcome.ts'
import { perform } from './perform.ts'
import type { Refusal } from './refusal.ts'
import { notAllowed } from './refusal.ts'

/** Which records an action is done to: ids, or whatever a list shows. */
export type Selection = { ids: readonly string[] } | { filter: unknown; q?: string | undefined; recycled?: boolean }

type ByList = Exclude<Selection, { ids: unknown }>

/** What became of it, record by record; a large one goes on in the background and tells no records yet. */
export interface SelectionOutcome {
  outcome: 'done' | 'waiting' | 'preview'
  operation: string
  total: number
  items: Outcome['items']
  report: Operation['report']
}

const batch = 500
/** Up to here a selection is done while the caller waits; beyond, it is a job with progress. */
const atOnce = 1000

const start = '00000000-0000-0000-0000-000000000000'

/** The next ids of a selection, in the order of ids, which no change of the records can disturb. */
async function nextIds(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  selection: Selection,
  after: string,
  upTo: string,
  limit: number,
): Promise<string[]> {
  if ('ids' in selection)
    return [...new Set(selection.ids)]
      .sort()
      .filter((id) => id > after)
      .slice(0, limit)
  const { where, isRare } = await selectedSql(runtime, actor, shape, selection)
  const rows = sql`select t.id from ${sql.id(snake(shape.name))} t where ${where} and t.id > ${after}::uuid and t.id <= ${upTo}::uuid`
  // What is seldom found is found first and ordered then: walking along the ids might pass a million rows to find none.
  const found = await runtime.database.arrays(
    isRare ? sql`select t.id from (${rows} offset 0) t order by t.id limit ${limit}` : sql`${rows} order by t.id limit ${limit}`,
  )
  return found.map(([id]) => id as string)
}

async function selectedSql(runtime: Runtime, actor: Actor, shape: Shape, selection: ByList): Promise<{ where: Sql; isRare: boolean }> {
  const question = await readQuestion(runtime, actor, shape, {
    filter: selection.filter,
    q: selection.q,
    recycled: selection.recycled ?? false,
  } satisfies ListRequest)
  const meets = (condition: Condition) => compileSql(runtime.house, shape, condition, 't')
  const search = question.search ? await searchFor(runtime, actor, shape, question.search, question.visible, batch) : undefined
  const where = sql.and([
    sql.raw(selection.recycled ? 't.deleted_at is not null' : 't.deleted_at is null'),
    meets(both(question.visible, question.filter.condition)),
    ...(search ? [sql.or(search.searched.arms.map((arm) => sql.and([meets(arm.visible), arm.where('t')])))] : []),
  ])
  return { where, isRare: typeof search?.searched.way === 'string' }
}

/**
 * A selection that a list shows because nothing holds what was typed: the records themselves. While they are changed the question might
 * find others.
 */
async function settled(runtime: Runtime, actor: Actor, shape: Shape, selection: Selection): Promise<Selection> {
  if ('ids' in selection || !selection.q || selection.recycled) return selection
  const question = await readQuestion(runtime, actor, shape, { filter: selection.filter, q: selection.q })
  if (!question.search) return selection
  const search = await searchFor(runtime, actor, shape, question.search, question.visible, batch)
  const slips = await slipsInstead(runtime, actor, shape, search, { visible: question.visible, recycled: false })
  return slips ? { filter: { and: [...(selection.filter ? [selection.filter] : []), slips] } } : selection
}

const reportOf = (items: readonly ItemResult[]): Operation['report'] =>
  items.flatMap((item) =>
    item.refusal
      ? [{ id: item.id!, code: item.refusal.code, words: item.refusal.fields ? firstField(item.refusal) : item.refusal.words }]
      : [],
  )

const firstField = (refusal: Refusal) => Object.values(refusal.fields ?? {})[0] ?? refusal.words

/**
 * Does an action to a selection of any size. Records that refuse are reported; the others go through. A preview looks at the first few hundred.
 * @returns the outcome at once for small selections; for large ones the operation that goes on in the background.
 */
export async function performOnSelection(
  runtime: Runtime,
  actor: Actor,
  action: ActionType,
  shape: Shape,
  chosen: Selection,
  input: unknown,
  mode: 'run' | 'preview',
  idempotency?: IdempotencyKey,
): Promise<SelectionOutcome> {
  if (!hasRight(actor, 'bulk', shape) && !('ids' in chosen && chosen.ids.length === 1))
    throw notAllowed(words('您没有批量操作的权限。', 'You may not act in bulk.'))
  // The same request once more: what it was done to then may not be what it would be done to now.
  const before = idempotency && (await runtime.database.transaction((tx) => answerBefore(tx, actor, idempotency)))
  if (before && before.items.length > 0) return doneWith(before.operation, before.items)
  if (before) return waitingFor(before.operation, (await readOperation(runtime.database, before.operation))?.total ?? 0)
  const selection = await settled(runtime, actor, shape, chosen)
  const upTo = newId()
  const first = await nextIds(runtime, actor, shape, selection, start, upTo, atOnce + 1)
  const total = first.length <= atOnce ? first.length : await countSelected(runtime, actor, shape, selection)
  if (mode === 'preview') {
    const sample = first.slice(0, 200)
    const outcome =
      sample.length === 0
        ? undefined
        : await perform(
            runtime,
            actor,
            action,
            sample.map((id) => ({ id, input })),
            { mode: 'preview', partial: true },
          )
    return {
      outcome: 'preview',
      operation: '',
      total,
      items: outcome?.items ?? [],
      report: reportOf(outcome?.items ?? []),
    }
  }
  const id = newId()
  if (first.length <= atOnce) {
    if (first.length === 0) return { outcome: 'done', operation: id, total: 0, items: [], report: [] }
    const outcome = await perform(
      runtime,
      actor,
      action,
      first.map((target) => ({ id: target, input })),
      {
        partial: true,
        operation: id,
        ...(idempotency ? { idempotency } : {}),
        alongside: (tx, items) => {
          const report = reportOf(items)
          return startOperation(tx, actor, {
            id,
            action: action.name,
            record: shape.name,
            total,
            input,
            state: 'done',
            done: items.length - report.length,
            refused: report.length,
            report,
          })
        },
      },
    )
    return doneWith(outcome.operation, outcome.items)
  }
  const operation = await runtime.database.transaction(async (tx) => {
    const before = idempotency && (await answerBefore(tx, actor, idempotency))
    if (before) return before.operation
    await startOperation(tx, actor, { id, action: action.name, record: shape.name, total, selection: { ...selection, upTo }, input })
    await runtime.enqueue(tx, 'run-operation', { operation: id }, { key: id })
    if (idempotency) await rememberAnswer(tx, actor, idempotency, { outcome: 'done', operation: id, items: [], events: [] })
    return id
  })
  return waitingFor(operation, total)
}

const doneWith = (operation: string, items: ItemResult[]): SelectionOutcome => ({
  outcome: 'done',
  operation,
  total: items.length,
  items,
  report: reportOf(items),
})

const waitingFor = (operation: string, total: number): SelectionOutcome => ({ outcome: 'waiting', operation, total, items: [], report: [] })

async function countSelected(runtime: Runtime, actor: Actor, shape: Shape, selection: Selection): Promise<number> {
  if ('ids' in selection) return new Set(selection.ids).size
  const { where } = await selectedSql(runtime, actor, shape, selection)
  const row = await runtime.database.row<{ n: number }>(sql`select count(*) as n from ${sql.id(snake(shape.name))} t where ${where}`)
  return row?.n ?? 0
}

/** Goes on with a large operation from where it stands, batch by batch; a kill loses nothing and repeats nothing. */
export async function continueOperation(runtime: Runtime, id: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const operation = await readOperation(runtime.database, id)
    if (operation?.state !== 'running' || signal.aborted) {
      // Stopped in the middle by a shutdown: the queue hands the job to the next worker.
      if (operation?.state === 'running') throw new Error('stopped; goes on later')
      return
    }
    const actor = await runtime.actorOf(operation.actorId, 'job')
    const shape = runtime.house.shapes.get(operation.record!)!
    const action = runtime.actionNamed(operation.action)
    const { upTo, ...selection } = operation.selection as Selection & { upTo: string }
    const finish = (state: 'done' | 'stopped', report: Operation['report'] = []) =>
      runtime.database.transaction(async (tx) => {
        await advanceOperation(tx, id, { done: 0, refused: 0, report, finished: state })
        await tellOfOperationEnd(runtime, tx, id, state === 'done' ? 'done' : 'failed')
      })
    if (!actor || !action)
      return finish('stopped', [{ code: 'not-allowed', words: words('执行人已停用', 'whoever started it has been switched off') }])
    const ids = await nextIds(runtime, actor, shape, selection as Selection, operation.cursor ?? start, upTo, batch)
    if (ids.length === 0) return finish('done')
    await perform(
      runtime,
      actor,
      action,
      ids.map((target) => ({ id: target, input: operation.input })),
      {
        partial: true,
        operation: id,
        alongside: (tx, items) => {
          const report = reportOf(items)
          return advanceOperation(tx, id, { done: items.length - report.length, refused: report.length, report, cursor: ids.at(-1)! })
        },
      },
    )
  }
}

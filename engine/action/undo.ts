import { hasRole, type Actor } from '#engine/access/actor.ts'
import { loadFacts } from '#engine/access/facts.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import type { Changes, StoredEvent } from '#engine/event/define-event.ts'
import { readEvents } from '#engine/event/events.ts'
import { tellOfOperationEnd } from '#engine/notice/tell-of-ends.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import type { StoredRow } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { advanceOperation, readOperation, startOperation, type Operation } from './operations.ts'
import { reactTogether } from './perform.ts'
import { notFound, Refusal, refuse } from './refusal.ts'
import { same } from './values.ts'
import { openWork, type Work } from './work.ts'

const batch = 500
/** Beyond this an undo is left to a job. */
const isLarge = (records: number): boolean => records > 2 * batch

/** What one operation did to one record, all its events together. */
interface Trace {
  record: string
  id: string
  isNew: boolean
  recycled: boolean
  restored: boolean
  changes: Record<string, [before: unknown, after: unknown]>
}

function traceOf(events: readonly StoredEvent[]): Trace {
  const first = events[0]!
  const trace: Trace = { record: first.record, id: first.recordId, isNew: false, recycled: false, restored: false, changes: {} }
  for (const event of events) {
    if (event.type === `${event.record}.created`) trace.isNew = true
    for (const [name, [before, after]] of Object.entries(event.changes ?? ({} as Changes)))
      trace.changes[name] = [trace.changes[name] ? trace.changes[name][0] : before, after]
  }
  if (trace.changes.deletedAt) {
    trace.recycled = trace.changes.deletedAt[1] !== null
    trace.restored = !trace.recycled
    delete trace.changes.deletedAt
  }
  return trace
}

/** Takes one record back: old values where the operation's value still stands. Returns the fields that had to be left. */
function takeBack(work: Work, shape: Shape, row: StoredRow, trace: Trace): string[] {
  if (trace.isNew) {
    if (!row.deletedAt) work.store.recycle(shape.record, row as never)
    return []
  }
  const left: string[] = []
  const patch: Record<string, unknown> = {}
  for (const [name, [before, after]] of Object.entries(trace.changes)) {
    // Files, comments and shares are told of in events and kept elsewhere; they stay.
    if (!shape.fields.has(name)) continue
    if (same(row[name], after)) patch[name] = before
    else if (!same(row[name], before)) left.push(name)
  }
  if (Object.keys(patch).length > 0) work.force(shape, row.id, patch)
  if (trace.recycled && row.deletedAt) work.store.restore(shape.record, row as never)
  if (trace.restored && !row.deletedAt) work.store.recycle(shape.record, row as never)
  return left
}

/**
 * Undoes an operation: what it made goes to the recycle bin, what it changed gets its old value where nobody has changed it since, what it
 * recycled comes back. Works through the operation's events in batches, each in a transaction of its own; the report lists what was left.
 */
export async function undoOperation(runtime: Runtime, actor: Actor, id: string): Promise<Operation> {
  const { database } = runtime
  const [anyEvent] = await readEvents(database, sql`e.operation_id = ${id}`, sql`e.id`, 1)
  const done = await readOperation(database, id)
  const ownerId = done?.actorId ?? anyEvent?.actorId
  if (!ownerId || (ownerId !== actor.id && !hasRole(actor, 'administrator'))) throw notFound()
  if (done && runtime.actionNamed(done.action)?.isFinal)
    throw refuse('final', words('这次操作无法撤销。', 'This operation cannot be undone.'), { status: 409 })
  if (done?.state === 'running') throw refuse('still-running', words('操作尚未结束。', 'The operation is still running.'), { status: 409 })

  const undo = newId()
  const isLeft = await database.transaction(async (tx) => {
    // One undo per operation: the second caller finds it undone.
    await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 11))`)
    const earlier = await tx.row<{ id: string }>(sql`select id from operation where undoes = ${id}`)
    if (earlier)
      throw refuse('undone', words('这次操作已经撤销过。', 'This operation has been undone already.'), {
        status: 409,
        detail: { operation: earlier.id },
      })
    const count = await tx.row<{ n: number }>(sql`select count(distinct record_id) as n from event where operation_id = ${id}`)
    await startOperation(tx, actor, {
      id: undo,
      action: 'undo',
      record: done?.record ?? anyEvent?.record ?? null,
      total: count?.n ?? 0,
      undoes: id,
    })
    await tx.run(sql`update operation set undone_by = ${undo}, state = 'undone' where id = ${id}`)
    // The job does the whole of a large one, and the rest of a small one whose server was killed.
    await runtime.enqueue(tx, 'run-undo', { undo, operation: id, actor: actor.id }, { key: undo })
    return isLarge(count?.n ?? 0)
  })
  if (!isLeft) await continueUndo(runtime, actor, undo, id)
  const report = await readOperation(database, undo)
  return report!
}

/** The rest of an undo, from where it stands; also after a kill. */
export async function continueUndo(runtime: Runtime, actor: Actor, undo: string, id: string): Promise<void> {
  const { database } = runtime
  let touchesRights = false
  for (;;) {
    const isMore = await database.transaction(async (tx) => {
      const state = await tx.row<{ cursor: string | null; state: string; total: number }>(
        sql`select cursor, state, total from operation where id = ${undo} for update`,
      )
      if (state?.state !== 'running') return false
      // Records in the order of their ids: what hangs on them was made later and comes after; recycling follows by itself.
      const ids = await tx.arrays(
        sql`select distinct record_id from event where operation_id = ${id} and record_id > ${state.cursor ?? '00000000-0000-0000-0000-000000000000'}::uuid order by record_id limit ${batch}`,
      )
      if (ids.length === 0) {
        await advanceOperation(tx, undo, { done: 0, refused: 0, report: [], finished: 'done' })
        // A small one was waited for.
        if (isLarge(state.total)) await tellOfOperationEnd(runtime, tx, undo, 'done')
        return false
      }
      const all = ids.map(([recordId]) => recordId as string)
      const step = await undoSome(runtime, actor, tx, undo, id, all)
      touchesRights ||= step.touchesRights
      await advanceOperation(tx, undo, { done: step.done, refused: step.report.length, report: step.report, cursor: all.at(-1)! })
      return true
    })
    if (!isMore) break
  }
  if (touchesRights) for (const renew of runtime.onRights) await renew()
}

interface Step {
  done: number
  report: Operation['report']
  /** Records of which rights or settings are made were among them. */
  touchesRights: boolean
}

/** Undoes what an operation did to these records together; where one of them cannot be, the others in smaller and smaller parts. */
async function undoSome(runtime: Runtime, actor: Actor, tx: Queries, undo: string, id: string, ids: readonly string[]): Promise<Step> {
  await tx.run(sql`savepoint undo`)
  try {
    const step = await undoTogether(runtime, actor, tx, undo, id, ids)
    await tx.run(sql`release savepoint undo`)
    return step
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await tx.run(sql`rollback to savepoint undo`)
    await tx.run(sql`release savepoint undo`)
    const words = Object.values(error.fields ?? {})[0] ?? error.words
    if (ids.length === 1) return { done: 0, report: [{ id: ids[0]!, code: error.code, words }], touchesRights: false }
    const half = Math.ceil(ids.length / 2)
    const first = await undoSome(runtime, actor, tx, undo, id, ids.slice(0, half))
    const second = await undoSome(runtime, actor, tx, undo, id, ids.slice(half))
    return {
      done: first.done + second.done,
      report: [...first.report, ...second.report],
      touchesRights: first.touchesRights || second.touchesRights,
    }
  }
}

async function undoTogether(runtime: Runtime, actor: Actor, tx: Queries, undo: string, id: string, ids: readonly string[]): Promise<Step> {
  const { house } = runtime
  const events = await readEvents(
    tx,
    sql`e.operation_id = ${id} and e.record_id = any(${ids}::uuid[])`,
    sql`e.record_id, e.version`,
    100_000,
  )
  const report: Operation['report'] = []
  let done = 0
  let touchesRights = false
  const say = (recordId: string, code: string, zh: string, en: string) => report.push({ id: recordId, code, words: { zh, en } })
  const traces = Map.groupBy([...Map.groupBy(events, (event) => event.recordId).values()].map(traceOf), (trace) => trace.record)
  // Roots first, and written before what hangs on them is looked at: recycling and restoring take that along by themselves.
  const shapes = [...house.shapes.values()].filter((shape) => traces.has(shape.name)).sort((a, b) => a.chain.length - b.chain.length)
  for (const shape of shapes) {
    const group = traces.get(shape.name)!
    const work = openWork({
      house,
      database: runtime.database,
      tx: tx as never,
      actor,
      operation: undo,
      cause: undefined,
      now: new Date(runtime.clock()).toISOString(),
      enqueue: (job, payload, more) => runtime.enqueue(tx, job, payload, more),
    })
    const locked = await work.store.lock(
      shape.record,
      group.map((trace) => trace.id),
    )
    const rows = new Map(locked.map((row) => [(row as StoredRow).id, row as StoredRow]))
    const access = accessTo(house, actor, shape)
    const facts = new Map(
      (await loadFacts(tx, house, actor, shape, [...rows.values()], access.paths)).map((fact) => [fact.id as string, fact]),
    )
    for (const trace of group) {
      const row = rows.get(trace.id)
      if (!row) {
        say(trace.id, 'gone', '记录已不存在', 'the record is gone')
        continue
      }
      const fact = facts.get(row.id)!
      if (!access.edit.check(fact) && !((trace.isNew || trace.recycled) && access.recycle.check(fact))) {
        say(trace.id, 'not-allowed', '您已无权修改', 'you may no longer change it')
        continue
      }
      const left = takeBack(work, shape, row, trace)
      if (left.length > 0)
        say(
          trace.id,
          'changed-since',
          `之后又被修改，保留：${left.map((name) => shape.fields.get(name)?.field.options.zh ?? name).join('、')}`,
          `changed since, left as it is: ${left.map((name) => shape.fields.get(name)?.field.options.en ?? name).join(', ')}`,
        )
      done += 1
    }
    const [conflict] = await work.conflicts()
    if (conflict)
      throw refuse(
        'identity-taken',
        words(
          `“${conflict.claim.value}”已登记在其他记录上，无法撤销。`,
          `"${conflict.claim.value}" is registered on another record by now; it cannot be undone.`,
        ),
        { status: 409 },
      )
    await work.flush()
    await reactTogether(runtime, work)
    touchesRights ||= shape.record.shapesAccess === true
  }
  return { done, report, touchesRights }
}

import type { Actor } from '#engine/access/actor.ts'
import { mayGive } from '#engine/access/resolve.ts'
import { dependentFault, type Depends } from '#engine/record/depends.ts'
import type { Fields } from '#engine/record/field.ts'
import { parseValues } from '#engine/record/parse.ts'
import type { Runtime } from '#engine/runtime.ts'
import { isId } from '#engine/record/id.ts'
import { reachesAction } from '#engine/sign-in/token-scopes.ts'
import { newId as makeId } from '#engine/store/id.ts'
import type { Transaction } from '#engine/store/database.ts'
import type { StoredRow } from '#engine/store/rows.ts'
import { words } from '#engine/text/words.ts'
import type { ActionType } from './define-action.ts'
import { historyFields } from './derived.ts'
import { badLinks } from './links.ts'
import type { Item, ItemResult, Outcome, PerformOptions } from './outcome.ts'
import { writesFields } from './list-values.ts'
import { answerBefore, rememberAnswer } from './idempotency.ts'
import { badFields, notAllowed, Refusal, refuse } from './refusal.ts'
import { describeTaken, named } from './taken.ts'
import { retiredAmong } from './values.ts'
import type { Work } from './store.ts'
import { closedField, lockTargets, mayAct, mayCreate } from './targets.ts'
import { openWork } from './work.ts'

class Rollback extends Error {
  readonly result: Outcome
  constructor(result: Outcome) {
    super('rolled back')
    this.result = result
  }
}

/** Raised where targets of a set hang together so closely that one cannot be dropped alone; they are then done one by one. */
export class Tangled extends Error {}

/**
 * The one write path. Whatever changes in the product changes here, always in this order:
 * parse → begin → lock the rows in the order of their ids → test "see" on the locked rows → allow and from → run → events → commit.
 * @returns per item what became of it. Throws `Refusal` when nothing was done.
 */
export async function perform(
  runtime: Runtime,
  actor: Actor,
  action: ActionType,
  items: readonly Item[],
  options: PerformOptions = {},
): Promise<Outcome> {
  const operation = options.operation ?? makeId()
  for (let attempt = 1; ; attempt++) {
    try {
      const outcome = await runtime.database.transaction((tx) => attemptOnce(runtime, actor, action, items, { ...options, operation }, tx))
      if (outcome.events.some((event) => runtime.house.shapes.get(event.record)?.record.shapesAccess))
        for (const renew of runtime.onRights) await renew()
      return outcome
    } catch (error) {
      if (error instanceof Rollback) return error.result
      if (error instanceof Tangled) return await oneByOne(runtime, actor, action, items, { ...options, operation })
      // Somebody claimed the same identity, or used the same id, at the same instant: look again, now that he is visible.
      const code = (error as { code?: string }).code
      if (code !== '23505' || attempt >= 4)
        throw code === '23505' ? refuse('exists', words('同一记录已经存在。', 'The same record exists already.'), { status: 409 }) : error
    }
  }
}

/**
 * The same within a transaction that the caller holds, for what several actions do together or not at all. Whatever it throws, the caller
 * lets that transaction go: a refusal, `Tangled`, or what the database says.
 */
export const performWithin = (
  tx: Transaction,
  runtime: Runtime,
  actor: Actor,
  action: ActionType,
  items: readonly Item[],
  options: Pick<PerformOptions, 'partial' | 'withHistory' | 'mayWrite'> & { operation: string },
): Promise<Outcome> => attemptOnce(runtime, actor, action, items, options, tx)

async function attemptOnce(
  runtime: Runtime,
  actor: Actor,
  action: ActionType,
  items: readonly Item[],
  options: PerformOptions & { operation: string },
  tx: Transaction,
): Promise<Outcome> {
  const { house } = runtime
  if (options.idempotency) {
    const before = await answerBefore(tx, actor, options.idempotency)
    if (before) return { outcome: 'done', operation: before.operation, items: before.items, events: [] }
  }
  const work = openWork({
    house,
    database: runtime.database,
    tx,
    actor,
    operation: options.operation,
    cause: options.cause,
    now: new Date(runtime.clock()).toISOString(),
    expected: action.creates ? items.length : 1,
    enqueue: (job, payload, more) => runtime.enqueue(tx, job, payload, more),
  })
  const results: ItemResult[] = items.map(({ id }) => (id ? { id } : {}))
  const refused = (i: number, refusal: Refusal) => {
    results[i]!.refusal ??= refusal
    if (!options.partial) throw items.length === 1 ? refusal : partOf(refusal, i)
  }
  const open = () => items.map((_, i) => i).filter((i) => !results[i]!.refusal)

  // parse
  const isEdit = action.on !== undefined && writesFields(house.shapes.get(action.on.name)!, action)
  const inputs = items.map((item, i) => {
    const { id: newId, ...rest } = ((action.creates ? item.input : undefined) as { id?: unknown } & Record<string, unknown>) ?? {}
    const { values, faults } = parseValues(action.input, action.creates ? rest : (item.input ?? {}))
    // Ids may be made by the client, in the same form as ours.
    if (newId !== undefined && (!isId(newId) || newId[14] !== '7')) faults.id = words('应为 UUIDv7', 'must be a UUIDv7')
    else if (newId !== undefined) values.id = newId
    const made = action.creates && house.shapes.get(action.creates.name)
    if (!options.withHistory && made)
      for (const name of Object.keys(historyFields(made)))
        if (name in values) faults[name] = words('这个字段由系统填写', 'The system fills this in')
    if (made) {
      const given = Object.fromEntries(Object.entries(values).filter(([name]) => made.fields.get(name)?.field === action.input[name]))
      Object.assign(faults, retiredAmong(action.input, given))
      for (const [name, value] of Object.entries(given)) if (value !== null && !mayGive(actor, made, name)) faults[name] = closedField
    }
    for (const [name, { options: field }] of Object.entries(action.input as Fields))
      // An edit changes only what it names; what a new record must have is told when it is made.
      if (!isEdit && !made?.fields.has(name) && (field.default === undefined || (values[name] ?? null) !== null)) {
        const fault = dependentFault(field as Depends, values[name], values)
        if (fault) faults[name] ??= fault
      }
    if (Object.keys(faults).length > 0) refused(i, badFields(faults))
    return values
  })

  // lock, see, allow
  if (!action.on && !action.creates && ((action.allow && !mayAct(actor, action.allow)) || !reachesAction(actor.tokenScopes, action.name)))
    throw notAllowed()
  const shape = action.on ? house.shapes.get(action.on.name)! : undefined
  const targets = shape
    ? await lockTargets(work, tx, runtime, actor, action, shape, items, inputs, open(), refused)
    : new Map<number, StoredRow>()
  for (const [i, refusal] of await badLinks(
    tx,
    house,
    actor,
    action.input,
    open().map((i) => ({ index: i, values: inputs[i]!, row: targets.get(i) })),
  ))
    refused(i, refusal)

  // run
  const made: (StoredRow | undefined)[] = []
  for (const i of open()) {
    work.frame(i)
    try {
      const row = targets.get(i)
      const result = await action.run({
        ...(shape ? { [shape.name]: row } : {}),
        input: inputs[i]!,
        store: work.store,
        queries: tx,
        actor,
        house,
        now: work.now,
        today: work.today,
        emit: work.emit,
        later: work.later,
        operation: options.operation,
      } as never)
      if (action.creates) made[i] = result as StoredRow
      const id = (result as StoredRow | undefined)?.id ?? row?.id
      if (id) results[i]!.id = id
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused(i, error)
      if (!work.drop(i)) throw new Tangled()
    }
  }
  if (action.creates)
    for (const [i, refusal] of await mayCreate(tx, runtime, actor, house.shapes.get(action.creates.name)!, made)) takeBack(i, refusal)
  for (const { frame, claim, holder } of await work.conflicts())
    takeBack(frame, named(action, claim, await describeTaken(tx, house, actor, claim, holder)))

  function takeBack(i: number, refusal: Refusal): void {
    refused(i, refusal)
    if (!work.drop(i)) throw new Tangled()
  }

  // events, and what reacts to them in the same breath
  await options.mayWrite?.()
  await work.flush()
  await reactTogether(runtime, work)
  const versions = new Map(work.touched().map(({ row }) => [row.id, row.version]))
  for (const result of results) if (result.id && versions.has(result.id)) result.version = versions.get(result.id)!
  for (const [i, row] of targets) results[i]!.version ??= row.version
  const outcome: Outcome = {
    outcome: options.mode === 'preview' ? 'preview' : 'done',
    operation: options.operation,
    items: results,
    events: work.events,
  }
  if (options.mode === 'preview') {
    await options.look?.(tx)
    throw new Rollback(outcome)
  }
  await options.alongside?.(tx, results)
  if (options.idempotency) await rememberAnswer(tx, actor, options.idempotency, outcome)
  return outcome
}

/** Runs what reacts to events in the same transaction, and may refuse them. */
export async function reactTogether(runtime: Runtime, work: Work): Promise<void> {
  for (let seen = 0; seen < work.events.length; seen++) {
    const event = work.events[seen]!
    for (const reaction of runtime.house.reactions)
      if (reaction.together && reaction.on.includes(event.type)) await reaction.together(work, event)
    if (seen === work.events.length - 1) await work.flush()
    if (seen > 10_000) throw new Error(`reactions to ${event.type} never end`)
  }
}

/** Targets that hang together, each in its own transaction. */
async function oneByOne(
  runtime: Runtime,
  actor: Actor,
  action: ActionType,
  items: readonly Item[],
  options: PerformOptions & { operation: string },
): Promise<Outcome> {
  const all: Outcome = { outcome: 'done', operation: options.operation, items: [], events: [] }
  for (const item of items) {
    try {
      const { alongside: _, idempotency: __, ...rest } = options
      const one = await perform(runtime, actor, action, [item], { ...rest, partial: false })
      all.items.push(one.items[0]!)
      all.events.push(...one.events)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      all.items.push({ ...(item.id ? { id: item.id } : {}), refusal: error })
    }
  }
  if (options.alongside || options.idempotency)
    await runtime.database.transaction(async (tx) => {
      await options.alongside?.(tx, all.items)
      if (options.idempotency) await rememberAnswer(tx, actor, options.idempotency, all)
    })
  return all
}

const partOf = (refusal: Refusal, index: number): Refusal =>
  new Refusal(
    refusal.code,
    { zh: `第 ${index + 1} 条：${refusal.words.zh}`, en: `Item ${index + 1}: ${refusal.words.en}` },
    { status: refusal.status, ...(refusal.fields ? { fields: refusal.fields } : {}), detail: { ...refusal.detail, index } },
  )

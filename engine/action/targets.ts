import { hasRole, type Actor } from '#engine/access/actor.ts'
import { compileCheck, pathsOf, type Facts } from '#engine/access/condition-js.ts'
import { loadFacts } from '#engine/access/facts.ts'
import { resolveDeclared } from '#engine/access/resolve.ts'
import type { Rule } from '#engine/access/rules.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Transaction } from '#engine/store/database.ts'
import type { StoredRow } from '#engine/store/rows.ts'
import { words, type Words } from '#engine/text/words.ts'
import type { ActionType } from './define-action.ts'
import { writesFields } from './list-values.ts'
import type { Item } from './outcome.ts'
import { badFields, notAllowed, notFound, Refusal, refuse } from './refusal.ts'
import { refuseStale } from './stale.ts'
import type { Work } from './store.ts'
import { retiredAmong } from './values.ts'

/** Locks the targets in the order of their ids, and keeps those that the actor sees and may act on as they stand now; the others are refused. */
export async function lockTargets(
  work: Work,
  tx: Transaction,
  runtime: Runtime,
  actor: Actor,
  action: ActionType,
  shape: Shape,
  items: readonly Item[],
  inputs: readonly Record<string, unknown>[],
  open: readonly number[],
  refused: (i: number, refusal: Refusal) => void,
): Promise<Map<number, StoredRow>> {
  const { house } = runtime
  const targets = new Map<number, StoredRow>()
  const rows = new Map(
    (await work.store.lock(action.on!, open.map((i) => items[i]!.id!).filter(Boolean))).map((row) => [
      (row as StoredRow).id,
      row as StoredRow,
    ]),
  )
  const access = accessTo(house, actor, shape)
  const allow = action.allow ? resolveDeclared(house, actor, shape, action.allow) : access.edit.condition
  const allowed = compileCheck(house, shape, allow)
  const fits = action.when && compileCheck(house, shape, action.when)
  const list = [...rows.values()]
  const facts = new Map(
    (
      await loadFacts(tx, house, actor, shape, list, [...access.paths, ...pathsOf(allow), ...(action.when ? pathsOf(action.when) : [])])
    ).map((fact) => [fact.id as string, fact]),
  )
  const life = [...shape.fields.values()].find((field) => field.field.kind === 'lifecycle')
  for (const i of open) {
    const row = rows.get(items[i]!.id ?? '')
    const fact = row && (facts.get(row.id) as Facts)
    if (!row || !fact || Boolean(row.deletedAt) !== Boolean(action.onRecycled) || !access.card.check(fact)) {
      refused(i, notFound())
      continue
    }
    try {
      if (!allowed(fact)) throw notAllowed()
      if (fits && !fits(fact))
        throw refuse(
          'bad-state',
          words(`“${action.words.label.zh}”与这条记录无关。`, `"${action.words.label.en}" has nothing to do with this record.`),
          { status: 409 },
        )
      refuseFields(access, fact, action, shape, inputs[i]!)
      if (action.from && life && ![action.from].flat().includes(row[life.name] as string)) {
        const state = life.kind.show(row[life.name] as never, life.field.options, 'zh')
        throw refuse(
          'bad-state',
          words(
            `状态为“${state}”时不能“${action.words.label.zh}”。`,
            `"${action.words.label.en}" is not possible in the state "${life.kind.show(row[life.name] as never, life.field.options, 'en')}".`,
          ),
          { status: 409 },
        )
      }
      const version = items[i]!.version
      if (version !== undefined) {
        const named = Object.fromEntries(Object.entries(inputs[i]!).filter(([name]) => shape.fields.has(name)))
        await refuseStale(
          tx,
          row,
          version,
          named,
          action.touches ?? (writesFields(shape, action) ? [] : action.from && life ? [life.name] : ['deletedAt']),
        )
      }
      targets.set(i, row)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused(i, error)
    }
  }
  return targets
}

/** A derived edit writes fields directly, so each needs its own right on this row, and a value that is still offered. */
function refuseFields(
  access: ReturnType<typeof accessTo>,
  fact: Facts,
  action: ActionType,
  shape: Shape,
  input: Record<string, unknown>,
): void {
  if (!writesFields(shape, action)) return
  const faults: Record<string, Words> = retiredAmong(action.input, input, fact as unknown as StoredRow)
  for (const name of Object.keys(input)) if (access.fields.get(name)?.edit.check(fact) === false) faults[name] = closedField
  if (Object.keys(faults).length > 0) throw badFields(faults)
}

export const closedField = words('您没有修改这个字段的权限', 'You may not change this field')

/** Whether somebody may do what is done to no record: only who he is can decide that. */
export const mayAct = (actor: Actor, allow: Rule): boolean =>
  'everyone' in allow ||
  ('role' in allow && hasRole(actor, ...allow.role)) ||
  ('either' in allow && allow.either.some((part) => mayAct(actor, part))) ||
  ('both' in allow && allow.both.every((part) => mayAct(actor, part)))

/** The records made that the actor had no right to make, by their place. */
export async function mayCreate(
  tx: Transaction,
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  made: readonly (StoredRow | undefined)[],
): Promise<[number, Refusal][]> {
  const access = accessTo(runtime.house, actor, shape)
  if (access.create.constant === true) return []
  const rows = made.filter((row) => row !== undefined)
  const facts = new Map(
    (await loadFacts(tx, runtime.house, actor, shape, rows, pathsOf(access.create.condition))).map((fact) => [fact.id as string, fact]),
  )
  return made.flatMap((row, i) => (row && !access.create.check(facts.get(row.id)!) ? [[i, notAllowed()] as [number, Refusal]] : []))
}

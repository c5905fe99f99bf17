import { segmentsIn } from '#engine/segment/segments.ts'
import type { Actor } from '#engine/access/actor.ts'
import { readFilter } from '#engine/access/filter.ts'
import { always, both, type Condition } from '#engine/access/rules.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Retained } from '../rules/retention.ts'
import { runOn, walkBin, walkTable, type Rule } from './queries.ts'

const batch = 10_000
/** So much of one recycle bin is looked at in one night: its index gives the oldest first. */
const mostOfBin = 20_000

/** The record types that a rule is about. What rights and settings are made of has no term. */
const shapesOf = (runtime: Runtime, what: Retained): Shape[] =>
  what === 'bin'
    ? [...runtime.house.shapes.values()].filter(({ record, capability }) => !record.shapesAccess && capability !== 'platform')
    : [runtime.house.shapes.get(what)!]

/** The conditions of a rule on customers, asked of what hangs on them, with the rights of its owner. */
async function meant(runtime: Runtime, owner: Actor, rule: Rule, shape: Shape): Promise<Condition> {
  const { house, database } = runtime
  const access = accessTo(house, owner, shape)
  const rights = both(access.recycle.condition, rule.what === 'bin' ? always : access.full.condition)
  if (rule.what === 'bin' || !rule.filter) return rights
  const customer = house.shapes.get('customer')!
  const segments = await segmentsIn(database, house, owner, rule.filter)
  const { condition, visible } = readFilter(house, owner, customer, rule.filter, runtime.clock(), segments)
  const asked = both(condition, visible)
  return both(
    rights,
    shape.chain.toReversed().reduce<Condition>((where, behind) => ({ behind, where }), asked),
  )
}

/**
 * Finds everything that a rule reaches by now, with the reason for what is spared, and changes nothing of it.
 * @returns how many records there are of what it is about; of the recycle bin, how many it looked at
 */
export async function judge(runtime: Runtime, owner: Actor, rule: Rule, run: string, signal: AbortSignal): Promise<number> {
  const { house, database } = runtime
  const now = runtime.clock()
  const isInBin = rule.what === 'bin'
  let all = 0
  for (const shape of shapesOf(runtime, rule.what as Retained)) {
    const asked = runOn(house, shape, rule, run, await meant(runtime, owner, rule, shape), now)
    const go = () => {
      if (signal.aborted) throw new Error('stopped; begins anew later')
    }
    go()
    all += isInBin ? await walkBin(database, asked, mostOfBin) : await walkTable(database, asked, batch, go)
  }
  return all
}

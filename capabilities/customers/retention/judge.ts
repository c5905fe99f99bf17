import { segmentsIn } from '#engine/segment/segments.ts'
import type { Actor } from '#engine/access/actor.ts'
import { compileSql } from '#engine/access/condition-sql.ts'
import { readFilter } from '#engine/access/filter.ts'
import { always, both, type Condition } from '#engine/access/rules.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { snake } from '#engine/store/columns.ts'
import { sql } from '#engine/store/sql.ts'
import { rootColumn } from '#engine/store/table.ts'
import { dayAt } from '#engine/time/zone.ts'
import type { RetentionRule } from '../records/retention-rule.ts'
import type { CountedFrom, Retained } from '../rules/retention.ts'
import { sinceSql, spareSql, walkBin, walkTable, type Run } from './queries.ts'

export type Rule = RowOf<typeof RetentionRule>

const batch = 10_000
/** So much of one recycle bin is looked at in one night: its index gives the oldest first. */
const mostOfBin = 20_000

const aDay = 86_400_000

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
    const isOfCustomer = shape.root.name === 'customer'
    const asked: Run = {
      run,
      rule: rule.id,
      record: shape.name,
      table: snake(shape.name),
      since: sinceSql(rule.what as Retained, rule.since as CountedFrom),
      spared: spareSql({
        customer: isOfCustomer ? sql.id('t', rootColumn(shape)) : undefined,
        isInBin,
        open: rule.sparesOpen === true && !isInBin,
        inForce: rule.sparesInForce === true,
        today: dayAt(now),
      }),
      where: compileSql(house, shape, await meant(runtime, owner, rule, shape), 't'),
      before: new Date(now - rule.days * aDay).toISOString(),
    }
    const go = () => {
      if (signal.aborted) throw new Error('stopped; begins anew later')
    }
    go()
    all += isInBin ? await walkBin(database, asked, mostOfBin) : await walkTable(database, asked, batch, go)
  }
  return all
}

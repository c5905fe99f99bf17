import type { House, Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Transaction } from '#engine/store/database.ts'
import { snake } from '#engine/store/columns.ts'
import { sql, type Sql } from '#engine/store/sql.ts'
import type { Actor } from './actor.ts'
import { compileSql } from './condition-sql.ts'
import { everybody } from './everybody.ts'
import { levelCondition } from './resolve.ts'
import { both, not, type Condition } from './rules.ts'

/** So many rows, or more than can be told in the time. */
export interface Counted {
  value: number
  exact: boolean
}

/** What a change of rights does to one record type: to how many people, and to how many records together. */
export interface ImpactOn {
  record: string
  what: 'see' | 'edit'
  direction: 'lose' | 'gain'
  users: number
  rows: Counted
}

/** What it does to one of those who are affected most. */
export interface ImpactOf {
  user: { id: string; title: string }
  changes: { record: string; what: 'see' | 'edit'; direction: 'lose' | 'gain'; rows: Counted }[]
}

export interface Impact {
  on: ImpactOn[]
  people: ImpactOf[]
  /** People whose rights change and whose records were not counted in the time. */
  uncounted: number
}

/** Somebody's sight of a record type before and after, where they are not the same. */
interface Difference {
  actor: Actor
  shape: Shape
  what: 'see' | 'edit'
  direction: 'lose' | 'gain'
  rows: Condition
}

const perPerson = 1000
const inAll = 10_000
/** A preview answers within two seconds, whatever there is to count. */
const budget = 1500
const perQuestion = 400
const together = 8
const mostPeople = 12

/** The record types whose sight is worth telling: those that people own. What hangs on them goes with them. */
const ownedShapes = (house: House): Shape[] =>
  [...house.shapes.values()].filter(
    (shape) => shape.chain.length === 0 && !shape.record.shapesAccess && shape.record.access?.owner !== undefined,
  )

function differences(house: House, before: readonly Actor[], after: readonly Actor[]): Difference[] {
  const then = new Map(before.map((actor) => [actor.id, actor]))
  const now = new Map(after.map((actor) => [actor.id, actor]))
  const found: Difference[] = []
  const facts = ({ roles, departments, departmentTree, subordinates }: Actor) =>
    JSON.stringify([roles, departments, [...departmentTree].sort(), [...subordinates].sort()])
  for (const id of new Set([...then.keys(), ...now.keys()])) {
    const [old, fresh] = [then.get(id), now.get(id)]
    if (old && fresh && facts(old) === facts(fresh)) continue
    const actor = (fresh ?? old)!
    for (const shape of ownedShapes(house))
      for (const what of ['see', 'edit'] as const) {
        const on = (who: Actor | undefined): Condition =>
          who ? levelCondition(house, who, shape, what === 'see' ? 'card' : 'edit') : { or: [] }
        const [was, is] = [on(old), on(fresh)]
        if (JSON.stringify(was) === JSON.stringify(is)) continue
        found.push(
          { actor, shape, what, direction: 'lose', rows: both(was, not(is)) },
          { actor, shape, what, direction: 'gain', rows: both(is, not(was)) },
        )
      }
  }
  return found.filter(({ rows }) => !('or' in rows && rows.or.length === 0))
}

const capped = (house: House, shape: Shape, rows: readonly Condition[], cap: number): Sql =>
  sql`(select count(*)::integer from (select 1 from ${sql.id(snake(shape.name))} t where t.deleted_at is null and ${sql.or(
    rows.map((condition) => compileSql(house, shape, condition, 't')),
  )} limit ${cap + 1}) x)`

const counted = (n: number, cap: number): Counted => (n > cap ? { value: cap, exact: false } : { value: n, exact: true })

/** Asks within a time; undefined where the answer would have taken longer. What was asked before stands. */
async function inTime<T>(tx: Transaction, work: () => Promise<T>): Promise<T | undefined> {
  await tx.run(sql`savepoint impact`)
  try {
    await tx.run(sql.raw(`set local statement_timeout = ${perQuestion}`))
    return await work()
  } catch (error) {
    if ((error as { code?: string }).code !== '57014') throw error
    await tx.run(sql`rollback to savepoint impact`)
    return undefined
  } finally {
    await tx.run(sql`release savepoint impact`)
  }
}

async function countEach(house: House, tx: Transaction, all: readonly Difference[], until: number): Promise<Map<Difference, Counted>> {
  const counts = new Map<Difference, Counted>()
  for (let i = 0; i < all.length && performance.now() < until; i += together) {
    const part = all.slice(i, i + together)
    const [row] =
      (await inTime(tx, () =>
        tx.arrays(
          sql`select ${sql.join(
            part.map(({ shape, rows }) => capped(house, shape, [rows], perPerson)),
            ', ',
          )}`,
        ),
      )) ?? []
    if (row) part.forEach((entry, k) => counts.set(entry, counted(Number(row[k]), perPerson)))
  }
  return counts
}

/**
 * What a change that stands in this transaction and nowhere else does to the sight of everybody: how many people lose or gain how many records,
 * and who the most. Capped, and within a time: what was not counted is said.
 */
export async function weighChange(runtime: Runtime, tx: Transaction, before: readonly Actor[]): Promise<Impact> {
  const { house } = runtime
  const until = performance.now() + budget
  const all = differences(house, before, await everybody(tx, 'zh'))
  const counts = await countEach(house, tx, all, until)
  const met = all.filter((entry) => (counts.get(entry)?.value ?? 0) > 0)
  const on: ImpactOn[] = []
  for (const group of Map.groupBy(met, ({ shape, what, direction }) => `${shape.name} ${what} ${direction}`).values()) {
    const { shape, what, direction } = group[0]!
    const users = new Set(group.map(({ actor }) => actor.id)).size
    const [row] =
      performance.now() < until
        ? ((await inTime(tx, () =>
            tx.arrays(
              sql`select ${capped(
                house,
                shape,
                group.map(({ rows }) => rows),
                inAll,
              )}`,
            ),
          )) ?? [])
        : []
    // Where all together could not be counted, it is at least as many as the one who is affected most.
    const least = Math.max(...group.map((entry) => counts.get(entry)!.value))
    on.push({ record: shape.name, what, direction, users, rows: row ? counted(Number(row[0]), inAll) : { value: least, exact: false } })
  }
  const weight = (entries: readonly Difference[]) => Math.max(...entries.map((entry) => counts.get(entry)!.value))
  const people = [...Map.groupBy(met, ({ actor }) => actor.id).values()]
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, mostPeople)
    .map((entries): ImpactOf => ({
      user: { id: entries[0]!.actor.id, title: entries[0]!.actor.name },
      changes: entries.map((entry) => ({
        record: entry.shape.name,
        what: entry.what,
        direction: entry.direction,
        rows: counts.get(entry)!,
      })),
    }))
  const uncounted = new Set(all.filter((entry) => !counts.has(entry)).map(({ actor }) => actor.id)).size
  return { on, people, uncounted }
}

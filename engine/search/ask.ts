import type { Actor } from '#engine/access/actor.ts'
import { isNever, type Condition } from '#engine/access/rules.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { countList } from '#engine/store/list.ts'
import type { Searched } from '#engine/store/walk.ts'
import { armsOf, armSql, type Arm } from './arms.ts'
import { searchFields } from './fields.ts'
import { fewRows, frequencyOf, type Frequency } from './frequency.ts'
import { readQuery, type Query } from './query.ts'
import { spellOut } from './sounds.ts'

/** A search within one record type, ready to be put. */
export interface Search {
  typed: string
  /** What was typed, and the same with its sounds spelt out. */
  typedQuery: Query
  query: Query
  arms: Arm[]
  searched: Searched
  /** About how many rows of all hold it. */
  found: number
  /** Whether all rows that this actor sees are so few that they are all looked at. */
  isSmall: boolean
}

/** No more of the newest rows are looked through for something common. */
const widestWindow = 20_000

/**
 * Each row costs about the same, whether it is one that the index finds, one of the few that somebody sees, or one of the newest: so the
 * way is taken that has to touch the fewest.
 */
function wayOf(frequency: Frequency, found: Search['found'], isSmall: boolean, limit: number): Searched['way'] {
  if (isSmall) return found > fewRows ? 'scan' : 'index'
  const walked = (limit / Math.max(1, found)) * frequency.rows
  return walked < found ? { window: Math.min(widestWindow, Math.max(3000, Math.ceil(3 * walked))) } : 'index'
}

const sizes = new WeakMap<Actor, Map<string, { until: number; isSmall: Promise<boolean> }>>()

/** Whether an actor sees few rows of a type; remembered for a moment, because he types one letter after the other. */
function seesFew(runtime: Runtime, actor: Actor, shape: Shape, visible: Condition): Promise<boolean> {
  if (isNever(visible)) return Promise.resolve(true)
  const kept = sizes.get(actor) ?? new Map<string, { until: number; isSmall: Promise<boolean> }>()
  sizes.set(actor, kept)
  const key = `${shape.name} ${JSON.stringify(visible)}`
  const now = Date.now()
  const known = kept.get(key)
  if (known && known.until > now) return known.isSmall
  if (kept.size > 200) kept.clear()
  const isSmall = countList(runtime.database, runtime.house, shape, { visible, filter: { and: [] } }, fewRows).then((count) => count.exact)
  kept.set(key, { until: now + 30_000, isSmall })
  isSmall.catch(() => kept.delete(key))
  return isSmall
}

/** What was typed as a question about one record type, for so many answers. `visible` is what the actor sees of it. */
export async function searchFor(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  typed: string,
  visible: Condition,
  limit: number,
  spelt?: Promise<Query>,
): Promise<Search> {
  const typedQuery = readQuery(typed)
  const query = await (spelt ?? spellOut(runtime.database, typedQuery))
  const arms = armsOf(runtime.house, actor, shape, query, typed)
  const frequency = await frequencyOf(runtime.database, shape)
  const found = frequency.estimate(query, searchFields(shape))
  const isTiny = arms.length === 0 || frequency.rows < fewRows
  const isSmall = !isTiny && (await seesFew(runtime, actor, shape, visible))
  const way = isTiny ? 'index' : wayOf(frequency, found, isSmall, limit)
  return {
    typed,
    typedQuery,
    query,
    arms,
    found,
    isSmall,
    searched: { arms: arms.map((arm) => ({ visible: arm.visible, where: (alias) => armSql(arm, alias) })), way },
  }
}

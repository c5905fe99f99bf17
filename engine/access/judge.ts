import { linkTarget, type House, type Shape } from '#engine/record/house.ts'
import { compileCheck, pathsOf, type Facts } from './condition-js.ts'
import type { Ground, Source } from './ground.ts'
import type { Condition } from './rules.ts'

/** A comparison of one value, with the record type that its path begins at and what stands there. */
export interface Atom {
  shape: string
  condition: Condition
  /** What the row holds there; only where the path is one of values. */
  fact: unknown
}

/** Part of a right, and whether it holds for one row. Every part holds by those below it, so that nothing is said that is not so. */
export interface Judged {
  holds: boolean
  source?: Source
  atom?: Atom
  join?: 'any' | 'all' | 'not'
  of: readonly Judged[]
}

const some = (of: readonly Judged[]): boolean => of.some((part) => part.holds)
const every = (of: readonly Judged[]): boolean => of.every((part) => part.holds)

function judgeCondition(house: House, shape: Shape, condition: Condition, facts: Facts): Judged {
  if ('and' in condition) {
    const of = condition.and.map((part) => judgeCondition(house, shape, part, facts))
    return { join: 'all', of, holds: every(of) }
  }
  if ('or' in condition) {
    const of = condition.or.map((part) => judgeCondition(house, shape, part, facts))
    return { join: 'any', of, holds: some(of) }
  }
  if ('not' in condition) {
    const of = [judgeCondition(house, shape, condition.not, facts)]
    return { join: 'not', of, holds: !of[0]!.holds }
  }
  if ('behind' in condition && !condition.record) {
    const other = facts[`${condition.behind}.`] as Facts | null | undefined
    const target = house.shapes.get(linkTarget(shape.fields.get(condition.behind)!.field))!
    const of = other ? [judgeCondition(house, target, condition.where, other)] : []
    return { join: 'all', of, holds: of.length > 0 && every(of) }
  }
  const fact = 'op' in condition ? (condition.op === 'sharedWith' ? (facts.collaborators ?? []) : (facts[condition.field] ?? null)) : null
  return { atom: { shape: shape.name, condition, fact }, of: [], holds: compileCheck(house, shape, condition)(facts) }
}

/**
 * Walks a right for one row and says of each part whether it holds. Its verdict is that of the check and of the SQL which are made from the
 * same right (a property test holds the three together).
 */
export function judge(house: House, shape: Shape, given: Ground, facts: Facts): Judged {
  const { source } = given
  if ('condition' in given) {
    const inner = judgeCondition(house, shape, given.condition, facts)
    return { source, join: inner.join ?? 'all', of: inner.atom ? [inner] : inner.of, holds: inner.holds }
  }
  const of = ('any' in given ? given.any : given.all).map((part) => judge(house, shape, part, facts))
  return 'any' in given ? { source, join: 'any', of, holds: some(of) } : { source, join: 'all', of, holds: every(of) }
}

/** What must be loaded beside a row before a right can be walked. */
export const groundPaths = (given: Ground): string[] =>
  'condition' in given ? pathsOf(given.condition) : ('any' in given ? given.any : given.all).flatMap(groundPaths)

/** The nearest parts on which a right that holds stands: the first way that is open. */
export function standsOn(judged: Judged): Judged[] {
  if (!judged.holds) return []
  if (judged.join === 'any') {
    const open = judged.of.find((part) => part.holds)
    return open ? [judged, ...standsOn(open)] : [judged]
  }
  return [judged, ...(judged.join === 'not' ? [] : judged.of.flatMap(standsOn))]
}

/** What one step would have to become so for the right to hold; null where nothing about the record alone would do it. */
type Step = readonly Judged[] | null

/** The ways to a right that does not hold, the shortest first: of each the parts that would have to be otherwise. */
export function lacking(judged: Judged, most = 3): (readonly Judged[])[] {
  const ways = (part: Judged): Step[] => {
    if (part.holds) return [[]]
    if (part.atom) return [[part]]
    if (part.join === 'not' || part.of.length === 0) return [null]
    if (part.join === 'any') return part.of.flatMap(ways)
    return part.of.map((each) => shortest(ways(each))).reduce<Step[]>((whole, step) => [joined(whole[0]!, step)], [[]])
  }
  const found = ways(judged).filter((step) => step !== null)
  const keys = new Map(found.map((step) => [JSON.stringify(step.map(({ atom }) => atom?.condition)), step]))
  return [...keys.values()].sort((a, b) => a.length - b.length).slice(0, most)
}

const shortest = (steps: readonly Step[]): Step =>
  steps.reduce<Step>((best, step) => (step && (!best || step.length < best.length) ? step : best), null)

const joined = (a: Step, b: Step): Step => (a && b ? [...a, ...b] : null)

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balance, loadOf, tolerance, weightOf, type Load } from './workload.ts'

const load = (manager: string, ...weights: number[]): Load => ({
  manager,
  has: Object.fromEntries([1, 2, 3].map((weight) => [weight, weights.filter((one) => one === weight).length])),
})
const loads = fc
  .array(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 8 }), { minLength: 2, maxLength: 3 })
  .map((all) => all.map((weights, i) => load(`m${i}`, ...weights)))

/** The fewest moves there are, by trying all of them; null where so many do not suffice. */
function fewest(start: readonly Load[], most: number): number | null {
  const mean = start.reduce((all, { has }) => all + loadOf(has), 0) / start.length
  // A manager is his customers by weight: [ones, twos, threes].
  const stateOf = (all: readonly Load[]) => all.map(({ has }) => [1, 2, 3].map((weight) => has[weight]!))
  const isEven = (state: number[][]) =>
    state.every(([ones, twos, threes]) => Math.abs(ones! + 2 * twos! + 3 * threes! - mean) <= mean * tolerance + 1e-9)
  let front = new Map([[JSON.stringify(stateOf(start)), stateOf(start)]])
  const seen = new Set(front.keys())
  for (let n = 0; n <= most; n++) {
    if ([...front.values()].some(isEven)) return n
    const next = new Map<string, number[][]>()
    for (const state of front.values())
      for (const [i, from] of state.entries())
        for (const k of state.keys())
          for (const w of [0, 1, 2])
            if (i !== k && from[w]! > 0) {
              const moved = state.map((counts) => [...counts])
              moved[i]![w]! -= 1
              moved[k]![w]! += 1
              const key = JSON.stringify(moved)
              if (!seen.has(key)) next.set(key, moved)
              seen.add(key)
            }
    front = next
  }
  return null
}

describe('balancing the workload', () => {
  it('weighs A, B and C', () => {
    expect(['A', 'B', 'C', null].map(weightOf)).toEqual([3, 2, 1, 1])
  })
  it('moves nothing where everybody is near the mean', () => {
    expect(balance([load('a', 3, 3, 3), load('b', 3, 3, 2)])).toMatchObject({ moves: [], isBalanced: true })
    expect(balance([])).toMatchObject({ moves: [], isBalanced: true })
  })
  it('brings everybody within the tolerance by the heaviest', () => {
    const { moves, loads: after, isBalanced } = balance([load('a', 3, 3, 3, 3, 1, 1), load('b', 1, 1), load('c', 3, 2, 2)])
    expect([isBalanced, moves.length]).toEqual([true, 2])
    expect(after.map((one) => one.after).toSorted((a, b) => a - b)).toEqual([7, 8, 8])
  })
  it('gives away what there is alone, loses nothing, and never leaves anybody further off', () => {
    fc.assert(
      fc.property(loads, (given) => {
        const { moves, loads: after, mean, isBalanced } = balance(given)
        for (const { manager, has } of given)
          for (const weight of [1, 2, 3])
            expect(moves.filter((move) => move.from === manager && move.weight === weight).length).toBeLessThanOrEqual(
              has[weight]! + moves.filter((move) => move.to === manager && move.weight === weight).length,
            )
        expect(after.reduce((all, one) => all + one.after, 0)).toBe(after.reduce((all, one) => all + one.before, 0))
        const off = (n: number) => Math.max(Math.abs(n - mean) - mean * tolerance, 0)
        expect(after.reduce((all, one) => all + off(one.after), 0)).toBeLessThanOrEqual(
          after.reduce((all, one) => all + off(one.before), 0) + 1e-9,
        )
        expect(isBalanced).toBe(after.every((one) => off(one.after) < 1e-9))
      }),
    )
  })
  it('finds its way for a company: forty managers, four thousand customers', () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      load(`m${i}`, ...Array.from({ length: 40 + ((i * 37) % 120) }, (_unused, k) => 1 + ((i + k * k) % 3))),
    )
    const { moves, isBalanced, mean, loads: after } = balance(many)
    const must = after.reduce((all, { before }) => all + Math.ceil(Math.max(0, before - mean * (1 + tolerance)) / 3), 0)
    expect(isBalanced).toBe(true)
    expect(moves.length).toBeLessThanOrEqual(must * 1.15)
  })
  it('needs no more moves than there must be, wherever there is a way', () => {
    fc.assert(
      fc.property(loads, (given) => {
        const { moves, isBalanced } = balance(given)
        const least = fewest(given, 4)
        if (least !== null) expect([isBalanced, moves.length]).toEqual([true, least])
      }),
      { numRuns: 150 },
    )
  })
})

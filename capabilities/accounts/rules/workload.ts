/** How much a customer of each tier counts; one without a tier counts as the smallest. */
export const weightOf = (tier: string | null): number => (tier === 'A' ? 3 : tier === 'B' ? 2 : 1)

/** Everybody shall lie within so much of the mean. */
export const tolerance = 0.15

/** How many customers of each weight a manager has. */
export interface Load {
  manager: string
  has: Readonly<Record<number, number>>
}

/** One customer of a weight changes hands. */
export interface Move {
  from: string
  to: string
  weight: number
}

export interface Proposal {
  mean: number
  moves: Move[]
  /** What each has before and would have after. */
  loads: { manager: string; before: number; after: number }[]
  /** Whether everybody would lie within the tolerance. */
  isBalanced: boolean
}

/** Somebody's load, and how many customers of each weight he has. */
interface Standing {
  load: number
  has: Record<number, number>
}

/** A move by places: who gives, who gets, how much. */
interface Step {
  from: number
  to: number
  weight: number
}

const weights = [3, 2, 1]

/** The workload of so many customers. */
export const loadOf = (has: Readonly<Record<number, number>>): number =>
  weights.reduce((total, weight) => total + weight * (has[weight] ?? 0), 0)

/** So much is looked at for each number of moves: beyond, what is found may take a move more than there must be. */
const mostLookedAt = (managers: number, moves: number): number => 6000 / managers + 2 * moves
const little = 1e-9

const over = ({ load }: Standing, high: number): number => (load > high + little ? load - high : 0)
const under = ({ load }: Standing, low: number): number => (load < low - little ? low - load : 0)

/** No way takes fewer moves: each takes three from somebody, and gives three to somebody, at most. */
function leastMoves(all: readonly Standing[], low: number, high: number): number {
  const count = (off: (one: Standing) => number) => all.reduce((moves, one) => moves + Math.ceil((off(one) - little) / 3), 0)
  return Math.max(
    count((one) => over(one, high)),
    count((one) => under(one, low)),
  )
}

const take = (all: readonly Standing[], { from, to, weight }: Step, sign: 1 | -1): void => {
  for (const [one, way] of [
    [all[from]!, -sign],
    [all[to]!, sign],
  ] as const) {
    one.load += way * weight
    one.has[weight]! += way
  }
}

/** The steps that concern whoever is furthest off: in every way out there is one of them. The most promising come first. */
function stepsFrom(all: readonly Standing[], low: number, high: number): Step[] {
  const off = (one: Standing) => Math.max(over(one, high), under(one, low))
  const worst = all.reduce((found, one, i) => (off(one) > off(all[found]!) ? i : found), 0)
  const gives = over(all[worst]!, high) > 0
  const steps = weights.flatMap((weight) =>
    all.flatMap((_, i): (Step & { left: number })[] => {
      const step = gives ? { from: worst, to: i, weight } : { from: i, to: worst, weight }
      if (i === worst || all[step.from]!.has[weight]! === 0) return []
      const after = (one: Standing, load: number) => off({ ...one, load })
      return [
        {
          ...step,
          left:
            after(all[step.from]!, all[step.from]!.load - weight) +
            after(all[step.to]!, all[step.to]!.load + weight) -
            off(all[step.from]!) -
            off(all[step.to]!),
        },
      ]
    }),
  )
  return steps.sort((a, b) => a.left - b.left)
}

/** A way of at most so many moves to have everybody within the bounds. */
function wayWithin(all: readonly Standing[], low: number, high: number, most: number): Step[] | null {
  let looked = 0
  const enough = mostLookedAt(all.length, most)
  const search = (left: number): Step[] | null => {
    const least = leastMoves(all, low, high)
    if (least === 0) return []
    if (least > left || (looked += 1) > enough) return null
    for (const step of stepsFrom(all, low, high)) {
      take(all, step, 1)
      const rest = search(left - 1)
      take(all, step, -1)
      if (rest) return [step, ...rest]
    }
    return null
  }
  return search(most)
}

/** The nearest one comes where no way leads within the bounds: step by step, as long as a step makes it better. */
function nearest(all: readonly Standing[], low: number, high: number): Step[] {
  const done: Step[] = []
  for (;;) {
    const [best] = stepsFrom(all, low, high) as (Step & { left: number })[]
    if (!best || best.left > -little) break
    take(all, best, 1)
    done.push(best)
  }
  for (const step of done.toReversed()) take(all, step, -1)
  return done
}

/**
 * Which customers change hands so that every manager's workload lies within the tolerance of the mean, by the fewest moves: first it is tried
 * with as few as could be, then with one more, and so on. Where there is no way, as near as it goes.
 */
export function balance(loads: readonly Load[], share = tolerance): Proposal {
  const all = loads.map(({ has }): Standing => ({ load: loadOf(has), has: { 1: 0, 2: 0, 3: 0, ...has } }))
  const mean = all.length === 0 ? 0 : all.reduce((total, { load }) => total + load, 0) / all.length
  const [low, high] = [mean * (1 - share), mean * (1 + share)]
  const least = leastMoves(all, low, high)
  let steps: Step[] | null = null
  for (let most = least; !steps && most <= least + 4; most++) steps = wayWithin(all, low, high, most)
  steps ??= nearest(all, low, high)
  for (const step of steps) take(all, step, 1)
  return {
    mean,
    moves: steps.map(({ from, to, weight }) => ({ from: loads[from]!.manager, to: loads[to]!.manager, weight })),
    loads: loads.map(({ manager, has }, i) => ({ manager, before: loadOf(has), after: all[i]!.load })),
    isBalanced: leastMoves(all, low, high) === 0,
  }
}

import { chanceOf, learn, type Facts } from './logistic.ts'

/** How good chances are, measured on leads that they were not learned from. */
export interface ModelQuality {
  leads: number
  won: number
  /** How likely a won lead stands above a lost one: 0.5 is chance, 1 is always. */
  auc: number
  /** How much more often the best fifth is won than all. */
  lift: number
  /** The mean of the squared misses: the less the better. */
  brier: number
  /** How many are on the right side of one half. */
  accuracy: number
  /** By tenths of the chances: what was said, and what came of it. */
  calibration: { said: number; came: number; leads: number }[]
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** Areas by ranks; those with the same chance count half. */
export function aucOf(chances: readonly number[], won: readonly boolean[]): number {
  const order = chances.map((chance, i) => ({ chance, won: won[i]! })).sort((a, b) => a.chance - b.chance)
  let ranks = 0
  for (let i = 0; i < order.length;) {
    let end = i
    while (end < order.length && order[end]!.chance === order[i]!.chance) end++
    const rank = (i + 1 + end) / 2
    for (let k = i; k < end; k++) if (order[k]!.won) ranks += rank
    i = end
  }
  const n = won.filter(Boolean).length
  const rest = won.length - n
  return n === 0 || rest === 0 ? 0.5 : (ranks - (n * (n + 1)) / 2) / (n * rest)
}

export function qualityOfChances(chances: readonly number[], won: readonly boolean[]): ModelQuality {
  const order = chances.map((chance, i) => ({ chance, won: won[i]! })).sort((a, b) => b.chance - a.chance)
  const share = (list: readonly { won: boolean }[]) => mean(list.map((one) => (one.won ? 1 : 0)))
  const base = share(order)
  const tenths = Array.from({ length: 10 }, (_, i) =>
    order.slice(Math.floor((i * order.length) / 10), Math.floor(((i + 1) * order.length) / 10)),
  )
  return {
    leads: won.length,
    won: won.filter(Boolean).length,
    auc: aucOf(chances, won),
    lift: base === 0 ? 0 : share(order.slice(0, Math.max(1, Math.floor(order.length / 5)))) / base,
    brier: mean(order.map((one) => (one.chance - (one.won ? 1 : 0)) ** 2)),
    accuracy: mean(order.map((one) => (one.chance >= 0.5 === one.won ? 1 : 0))),
    calibration: tenths
      .filter((list) => list.length > 0)
      .map((list) => ({ said: mean(list.map(({ chance }) => chance)), came: share(list), leads: list.length }))
      .reverse(),
  }
}

/** Learns on most and looks at the rest, in turn, so that every lead is looked at once by a model that has never seen it. */
export function crossCheck(
  rows: readonly Facts[],
  won: readonly boolean[],
  { folds = 5, ridge = 1 }: { folds?: number; ridge?: number } = {},
): ModelQuality {
  const chances: number[] = Array.from({ length: rows.length }, () => 0)
  // Won and lost are spread evenly over the parts.
  const place = new Map<boolean, number>()
  const foldOf = won.map((is) => {
    const n = place.get(is) ?? 0
    place.set(is, n + 1)
    return n % folds
  })
  for (let fold = 0; fold < folds; fold++) {
    const inside = rows.flatMap((_, i) => (foldOf[i] === fold ? [] : [i]))
    const model = learn(
      inside.map((i) => rows[i]!),
      inside.map((i) => won[i]!),
      { ridge },
    )
    rows.forEach((row, i) => {
      if (foldOf[i] === fold) chances[i] = chanceOf(model, row)
    })
  }
  return qualityOfChances(chances, won)
}

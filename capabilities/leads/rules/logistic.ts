/**
 * Logistic regression over facts of any kind, made here so that the same leads always give the same model. Figures are put into bins of equal
 * size; what is not known is a value of its own; what is rare is taken together. A ridge keeps what few leads say from weighing much.
 */

export type Fact = string | number | null
export type Facts = Readonly<Record<string, Fact>>

interface Feature {
  name: string
  /** The upper ends of the bins of a figure; null for names. */
  cuts: number[] | null
  /** Names with a level of their own. */
  names: string[]
  /** By level: first what is not known, then what is rare, then bins or names. */
  weights: number[]
  /** What the feature says of a usual lead. */
  mean: number
}

export interface LogisticModel {
  intercept: number
  features: Feature[]
}

/** How strong a fact is: to which level it belongs, and by how much it moves the chance from that of a usual lead. */
export interface Part {
  feature: string
  value: Fact
  effect: number
}

const [unknown, rare, firstLevel] = [0, 1, 2]
const mostBins = 8
const mostNames = 40

/** A level of its own takes so many. */
const enough = (n: number): number => Math.max(5, Math.min(20, Math.floor(n / 50)))

function featureOf(name: string, rows: readonly Facts[]): Feature {
  const known = rows.map((row) => row[name] ?? null).filter((value) => value !== null)
  const figures = known.filter((value) => typeof value === 'number')
  if (figures.length > 0 && figures.length === known.length) {
    const sorted = [...figures].sort((a, b) => a - b)
    const cuts = Array.from({ length: mostBins - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / mostBins)]!)
    return { name, cuts: [...new Set(cuts)].filter((cut) => cut > sorted[0]!), names: [], weights: [], mean: 0 }
  }
  const counts = new Map<string, number>()
  for (const value of known) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1)
  const names = [...counts]
    .filter(([, n]) => n >= enough(rows.length))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostNames)
  return { name, cuts: null, names: names.map(([value]) => value), weights: [], mean: 0 }
}

function levelOf({ name, cuts, names }: Pick<Feature, 'name' | 'cuts' | 'names'>, row: Facts): number {
  const value = row[name] ?? null
  if (value === null) return unknown
  if (cuts) {
    const figure = Number(value)
    if (!Number.isFinite(figure)) return unknown
    const bin = cuts.findIndex((cut) => figure < cut)
    return firstLevel + (bin < 0 ? cuts.length : bin)
  }
  const place = names.indexOf(String(value))
  return place < 0 ? rare : firstLevel + place
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

/** Solves a symmetric positive system in place (Cholesky). */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const n = right.length
  for (let j = 0; j < n; j++) {
    const row = matrix[j]!
    for (let k = 0; k < j; k++) row[j]! -= row[k]! * row[k]!
    row[j] = Math.sqrt(row[j]!)
    for (let i = j + 1; i < n; i++) {
      const other = matrix[i]!
      let sum = other[j]!
      for (let k = 0; k < j; k++) sum -= other[k]! * row[k]!
      other[j] = sum / row[j]!
    }
  }
  const x = Float64Array.from(right)
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= matrix[i]![k]! * x[k]!
    x[i]! /= matrix[i]![i]!
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= matrix[k]![i]! * x[k]!
    x[i]! /= matrix[i]![i]!
  }
  return x
}

/**
 * Learns from leads that were won and lost. Newton's steps, until nothing moves any more; the order of the leads makes no difference but in
 * the last digits.
 * @param ridge how strongly weights are held near zero
 */
export function learn(rows: readonly Facts[], won: readonly boolean[], { ridge = 1 }: { ridge?: number } = {}): LogisticModel {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].sort()
  const features = names.map((name) => featureOf(name, rows)).filter(({ cuts, names: levels }) => (cuts?.length ?? 0) + levels.length > 0)
  const starts: number[] = []
  let size = 1
  for (const { cuts, names: levels } of features) {
    starts.push(size)
    size += firstLevel + (cuts ? cuts.length + 1 : levels.length)
  }
  const active = rows.map((row) => [0, ...features.map((feature, i) => starts[i]! + levelOf(feature, row))])
  const weights = new Float64Array(size)
  const share = won.filter(Boolean).length / Math.max(1, won.length)
  weights[0] = Math.log((share + 1e-6) / (1 - share + 1e-6))
  for (let step = 0; step < 30; step++) {
    const matrix = Array.from({ length: size }, () => new Float64Array(size))
    const slope = new Float64Array(size)
    active.forEach((columns, i) => {
      let sum = 0
      for (const column of columns) sum += weights[column]!
      const chance = sigmoid(sum)
      const bend = Math.max(chance * (1 - chance), 1e-9)
      const miss = (won[i] ? 1 : 0) - chance
      for (let a = 0; a < columns.length; a++) {
        const row = matrix[columns[a]!]!
        slope[columns[a]!]! += miss
        for (let b = 0; b <= a; b++) row[columns[b]!]! += bend
      }
    })
    for (let k = 0; k < size; k++) {
      matrix[k]![k]! += k === 0 ? 1e-9 : ridge
      if (k > 0) slope[k]! -= ridge * weights[k]!
    }
    const move = solve(matrix, slope)
    let largest = 0
    for (let k = 0; k < size; k++) {
      const by = Math.max(-4, Math.min(4, move[k]!))
      weights[k]! += by
      largest = Math.max(largest, Math.abs(by))
    }
    if (largest < 1e-7) break
  }
  features.forEach((feature, i) => {
    const levels = firstLevel + (feature.cuts ? feature.cuts.length + 1 : feature.names.length)
    feature.weights = Array.from({ length: levels }, (_, k) => Number(weights[starts[i]! + k]!.toFixed(6)))
    const sum = active.reduce((total, columns) => total + weights[columns[i + 1]!]!, 0)
    feature.mean = Number((sum / Math.max(1, active.length)).toFixed(6))
  })
  return { intercept: Number(weights[0]!.toFixed(6)), features }
}

/** The chance of a lead, from 0 to 1. */
export function chanceOf({ intercept, features }: LogisticModel, row: Facts): number {
  return sigmoid(features.reduce((sum, feature) => sum + feature.weights[levelOf(feature, row)]!, intercept))
}

/** What moves the chance of a lead most from that of a usual one, the strongest first. */
export const strongest = ({ features }: LogisticModel, row: Facts, n: number): Part[] =>
  features
    .map((feature) => ({
      feature: feature.name,
      value: row[feature.name] ?? null,
      effect: feature.weights[levelOf(feature, row)]! - feature.mean,
    }))
    .filter(({ effect }) => Math.abs(effect) > 0.01)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || (a.feature < b.feature ? -1 : 1))
    .slice(0, n)

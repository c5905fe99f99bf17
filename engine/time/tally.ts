/** Sums over days: so much for each weekday, and something else for the days that are exceptions. Any span is one subtraction. */
export interface Tally {
  /** The sum of all days from 1970-01-01 on before a day; negative for days before it. Days are numbered from there. */
  before(day: number): number
  /** The first day from `day` on with whose end the sum reaches a target, or goes beyond it where it has to. */
  reaches(day: number, target: number, must: 'reach' | 'exceed'): number | undefined
  /** The last day up to `day` at whose beginning the sum is no more than a target. */
  startsWithin(day: number, target: number): number | undefined
}

/** Beyond four centuries the calendar begins anew; what does not come till then does not come. */
export const farthest = 146_097

/** The place of the first entry that is not below a value. */
function placeOf(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The first number from 0 to `farthest` for which something holds that, once true, stays true. */
function first(holds: (step: number) => boolean): number | undefined {
  let high = 1
  while (!holds(high - 1)) {
    if (high > farthest) return undefined
    high *= 2
  }
  let low = high >> 1
  let end = high - 1
  while (low < end) {
    const middle = (low + end) >> 1
    if (holds(middle)) end = middle
    else low = middle + 1
  }
  return end
}

/**
 * @param week what each weekday counts, Monday first
 * @param exceptions what single days count instead, by their numbers
 */
export function tallyOf(week: readonly number[], exceptions: ReadonlyMap<number, number>): Tally {
  const sums = [0]
  for (const value of week) sums.push(sums.at(-1)! + value)
  const days = [...exceptions.keys()].sort((a, b) => a - b)
  const gained = [0]
  // 1970-01-01 was a Thursday.
  for (const day of days) gained.push(gained.at(-1)! + exceptions.get(day)! - week[(((day + 3) % 7) + 7) % 7]!)
  const before = (day: number): number => {
    const weeks = Math.floor((day + 3) / 7)
    return weeks * sums[7]! + sums[day + 3 - weeks * 7]! + gained[placeOf(days, day)]!
  }
  return {
    before,
    reaches(day, target, must) {
      const step = first((n) => (must === 'reach' ? before(day + n + 1) >= target : before(day + n + 1) > target))
      return step === undefined ? undefined : day + step
    },
    startsWithin(day, target) {
      const step = first((n) => before(day - n) <= target)
      return step === undefined ? undefined : day - step
    },
  }
}

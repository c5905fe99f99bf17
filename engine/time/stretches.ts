import { offsetAt } from './zone.ts'

/** Time during which a zone's clock runs even: whoever reckons by the clock reckons stretch by stretch. In milliseconds, the end not included. */
export interface Stretch {
  start: number
  end: number
  /** How far the clock is ahead of UTC. */
  offset: number
}

const week = 7 * 86_400_000
const kept = new Map<string, Stretch[]>()

/** The moment between two at which the clock is put on or back, to the second. */
function changeBetween(zone: string, before: number, after: number): number {
  const offset = offsetAt(before, zone)
  let [low, high] = [before / 1000, after / 1000]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle * 1000, zone) === offset) low = middle
    else high = middle
  }
  return high * 1000
}

/** The stretches of one year of UTC. Between two weeks a clock is changed once at most. */
function stretchesOf(zone: string, year: number): Stretch[] {
  const key = `${zone} ${year}`
  let found = kept.get(key)
  if (!found) {
    const [first, last] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)]
    found = []
    let start = first
    for (let at = first; at < last; at += week) {
      const next = Math.min(at + week, last)
      const offset = offsetAt(at, zone)
      if (offsetAt(next - 1000, zone) === offset) continue
      const end = changeBetween(zone, at, next - 1000)
      found.push({ start, end, offset })
      start = end
    }
    found.push({ start, end: last, offset: offsetAt(last - 1000, zone) })
    if (kept.size > 2000) kept.clear()
    kept.set(key, found)
  }
  return found
}

/** The stretch that a moment lies in; it ends with the year of UTC at the latest. */
export const stretchAt = (ms: number, zone: string): Stretch =>
  stretchesOf(zone, new Date(ms).getUTCFullYear()).find(({ end }) => ms < end)!

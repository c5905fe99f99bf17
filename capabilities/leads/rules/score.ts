import type { Words } from '#engine/text/words.ts'

/** A rule that a lead meets, or a fact that moves its chance. */
export interface Reason {
  why: Words
  points: number
}

/** The three reasons that weigh most, whichever way. */
export const strongestReasons = (reasons: readonly Reason[]): Reason[] =>
  [...reasons]
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, 3)

/** The sum of the points, kept from 0 to 100, with its strongest reasons. */
export const scoreOf = (met: readonly Reason[]): { score: number; reasons: Reason[] } => ({
  score: Math.max(
    0,
    Math.min(
      100,
      met.reduce((sum, { points }) => sum + points, 0),
    ),
  ),
  reasons: strongestReasons(met),
})

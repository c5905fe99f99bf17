import type { Words } from '#engine/text/words.ts'
import { totalBits, type Comparison, type Decision, type Finding } from './evidence.ts'

/** How one field, or several of one meaning, are compared. */
export interface MatchField<Values> {
  words: Words
  /** All values of this meaning that a record has, as they were typed. */
  from: (values: Values) => readonly (string | null | undefined)[]
  by: Comparison<unknown>
}

export interface MatchingSpec<Values, Name extends string> {
  fields: Record<Name, MatchField<Values>>
  /** Fields that together find what neither does alone: a common name in one town. */
  together: readonly (readonly [NoInfer<Name>, NoInfer<Name>])[]
  /** How likely two candidates are the same before anything is compared, as log₂ of the odds. */
  prior: number
  /** From which score on two records are the same without asking, and from which on a person looks at them. */
  same: number
  perhaps: number
}

/** A record made ready for comparing: per field every way to understand its values. */
export type Prepared = readonly (readonly unknown[])[] & { readonly '~prepared'?: true }

export interface Reason<Name extends string> {
  field: Name
  label: Words
  words: Words
  bits: number
}

export interface MatchResult<Name extends string> {
  /** The probability that the two are the same, 0 to 1. */
  score: number
  /** The same as log₂ of the odds: it still tells apart what the score shows as 1.00. */
  bits: number
  decision: Decision
  /** What was seen, the weightiest first. */
  reasons: Reason<Name>[]
  /** What forbids to take them for the same unasked, where something does. */
  held: Words | undefined
}

export interface Matching<Values, Name extends string> {
  prepare: (values: Values) => Prepared
  /** Under which words a record is found by equality. */
  blockingKeys: (record: Prepared) => string[]
  /** Only how likely; for many pairs. */
  weighPair: (a: Prepared, b: Prepared) => Pick<MatchResult<Name>, 'score' | 'bits' | 'decision'>
  compare: (a: Prepared, b: Prepared) => MatchResult<Name>
}

/** What weighs less is not worth a word. */
const faint = 0.3
const mostWays = 6
const mostKeys = 40
const mostTogether = 8

export const scoreOf = (bits: number): number => 1 / (1 + 2 ** -bits)

/**
 * Declares how records of one type are compared. Fields are weighed as if they were independent of each other, and their weights added
 * to the prior odds (Fellegi and Sunter 1969, in the form of log-likelihood ratios); the score is the probability that follows by Bayes.
 */
export function defineMatching<Values, Name extends string>(spec: MatchingSpec<Values, Name>): Matching<Values, Name> {
  const names = Object.keys(spec.fields) as Name[]
  const fields = names.map((name) => spec.fields[name])
  const together = spec.together.map(([a, b]) => [names.indexOf(a), names.indexOf(b)] as const)

  const decide = (bits: number, isHeld: boolean): Decision => {
    const score = scoreOf(bits)
    if (score < spec.perhaps) return 'different'
    return score >= spec.same && !isHeld ? 'same' : 'perhaps'
  }

  const bestOf = (by: Comparison<unknown>, a: readonly unknown[], b: readonly unknown[]): Finding | undefined => {
    let best: Finding | undefined
    let most = -Infinity
    for (const one of a)
      for (const other of b) {
        const found = by.compare(one, other)
        const bits = found.also ? totalBits(found) : found.bits
        if (bits > most) {
          best = found
          most = bits
        }
      }
    return best
  }

  const gather = (a: Prepared, b: Prepared, take: (at: number, found: Finding) => void): void => {
    for (let i = 0; i < fields.length; i++) {
      const [one, other] = [a[i]!, b[i]!]
      if (one.length === 0 || other.length === 0) continue
      const best = bestOf(fields[i]!.by, one, other)!
      take(i, best)
      if (best.also) for (const more of best.also) take(i, more)
    }
  }

  return {
    prepare: (values) =>
      fields.map((field) =>
        field
          .from(values)
          .flatMap((typed) => (typed ? field.by.read(typed) : []))
          .slice(0, mostWays),
      ),
    blockingKeys(record) {
      const keys = new Set<string>()
      fields.forEach((field, i) => record[i]!.forEach((read) => field.by.keys(read).forEach((key) => keys.add(key))))
      for (const [i, j] of together) {
        if (record[i]!.length === 0 || record[j]!.length === 0) continue
        const coarse = (at: number) => [...new Set(record[at]!.flatMap((read) => fields[at]!.by.coarse?.(read) ?? []))]
        const joined = coarse(i).flatMap((one) => coarse(j).map((other) => `${names[i]}+${names[j]}:${one}|${other}`))
        joined.slice(0, mostTogether).forEach((key) => keys.add(key))
      }
      return [...keys].slice(0, mostKeys)
    },
    weighPair(a, b) {
      let bits = spec.prior
      let isHeld = false
      gather(a, b, (_, found) => {
        bits += found.bits
        isHeld ||= found.atMost !== undefined
      })
      return { score: scoreOf(bits), bits, decision: decide(bits, isHeld) }
    },
    compare(a, b) {
      const reasons: Reason<Name>[] = []
      let bits = spec.prior
      let held: Words | undefined
      gather(a, b, (i, found) => {
        bits += found.bits
        if (found.atMost) held ??= found.words
        if (Math.abs(found.bits) > faint) reasons.push({ field: names[i]!, label: fields[i]!.words, words: found.words, bits: found.bits })
      })
      reasons.sort((one, other) => Math.abs(other.bits) - Math.abs(one.bits))
      return { score: scoreOf(bits), bits, decision: decide(bits, held !== undefined), reasons, held }
    },
  }
}

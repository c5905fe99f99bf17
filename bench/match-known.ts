import { cluster, type Pair } from '#engine/match/cluster.ts'
import type { Prepared } from '#engine/match/define-matching.ts'
import { customerMatching } from '../capabilities/customers/rules/matching.ts'
import type { Known } from './matching-data.ts'

/** A word under which more records than this are found says nothing: as the base does it. */
const tooCommon = 400

interface Candidate extends Pair {
  decision: 'same' | 'perhaps' | 'different'
}

/** What finding, comparing and bringing together has made of records whose truth is known. */
export interface Outcome {
  truth: number
  candidates: number
  /** Share of the true pairs among the candidates, and of all possible pairs that need not be looked at. */
  blockingRecall: number
  reduction: number
  decided: number
  right: number
  precision: number
  recall: number
  f1: number
  /** Of the left records with a partner, the share whose best candidate is that partner, and no other as good. */
  rankOne: number
  /** The same where every record of the right is looked at, with or without a word in common. */
  rankOneOfAll: number
}

const indexOf = (records: readonly Prepared[]): Map<string, number[]> => {
  const index = new Map<string, number[]>()
  records.forEach((record, i) => {
    for (const key of customerMatching.blockingKeys(record)) {
      const list = index.get(key)
      if (list) list.push(i)
      else index.set(key, [i])
    }
  })
  for (const [key, list] of index) if (list.length > tooCommon) index.delete(key)
  return index
}

/** All pairs of records that share a word. Of one list with itself each pair once. */
function candidatesOf(left: readonly Prepared[], right: readonly Prepared[]): Candidate[] {
  const index = indexOf(right)
  const isSelf = left === right
  return left.flatMap((record, a) => {
    const found = new Set(customerMatching.blockingKeys(record).flatMap((key) => index.get(key) ?? []))
    return [...found].filter((b) => !isSelf || a < b).map((b) => ({ a, b, ...customerMatching.weighPair(record, right[b]!) }))
  })
}

const prepareAll = (list: readonly Known[]): Prepared[] => list.map(({ customer }) => customerMatching.prepare(customer))

interface Seen {
  candidates: readonly Candidate[]
  /** Every pair there is, where that is few enough. */
  all: Iterable<Pair>
  decided: readonly Pair[]
  isTrue: (pair: Pair) => boolean
  truth: number
  possible: number
}

/** The best pair of each left record, where it has one best. */
function firsts(pairs: Iterable<Pair>): Pair[] {
  const best = new Map<number, { pair: Pair; isOnly: boolean }>()
  for (const pair of pairs) {
    const known = best.get(pair.a)
    if (!known || pair.bits > known.pair.bits) best.set(pair.a, { pair, isOnly: true })
    else if (pair.bits === known.pair.bits) known.isOnly = false
  }
  return [...best.values()].filter(({ isOnly }) => isOnly).map(({ pair }) => pair)
}

function outcomeOf({ candidates, all, decided, isTrue, truth, possible }: Seen): Outcome {
  const right = decided.filter(isTrue).length
  const precision = right / Math.max(1, decided.length)
  const recall = right / truth
  return {
    truth,
    candidates: candidates.length,
    blockingRecall: candidates.filter(isTrue).length / truth,
    reduction: 1 - candidates.length / possible,
    decided: decided.length,
    right,
    precision,
    recall,
    f1: (2 * precision * recall) / Math.max(1e-9, precision + recall),
    rankOne: firsts(candidates).filter(isTrue).length / truth,
    rankOneOfAll: firsts(all).filter(isTrue).length / truth,
  }
}

/** Duplicates within one list: what is the same is brought together, and every pair of a group counts. */
export function matchWithin(list: readonly Known[]): Outcome {
  const records = prepareAll(list)
  const candidates = candidatesOf(records, records)
  const isTrue = ({ a, b }: Pair) => list[a]!.id === list[b]!.id
  const same = candidates.filter(({ decision }) => decision === 'same')
  const groups = cluster(records.length, same, (a, b) => customerMatching.weighPair(records[a]!, records[b]!).decision === 'different')
  const decided = groups.flatMap((group) => group.flatMap((a, i) => group.slice(i + 1).map((b) => ({ a, b, bits: 0 }))))
  const sizes = new Map<string, number>()
  for (const { id } of list) sizes.set(id, (sizes.get(id) ?? 0) + 1)
  const truth = [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)
  return outcomeOf({ candidates, all: [], decided, isTrue, truth, possible: (list.length * (list.length - 1)) / 2 })
}

/** Partners of one list in another: the same where the decision says so and neither has a better one. */
export function matchBetween({
  left,
  right,
  truth,
}: {
  left: readonly Known[]
  right: readonly Known[]
  truth: ReadonlySet<string>
}): Outcome {
  const [lefts, rights] = [prepareAll(left), prepareAll(right)]
  const candidates = candidatesOf(lefts, rights)
  const all = lefts.length * rights.length < 500_000 ? everyPair(lefts, rights) : candidates
  const isTrue = ({ a, b }: Pair) => truth.has(`${left[a]!.id} ${right[b]!.id}`)
  const same = candidates.filter(({ decision }) => decision === 'same')
  const decided = mutualBest(same)
  return outcomeOf({ candidates, all, decided, isTrue, truth: truth.size, possible: left.length * right.length })
}

function* everyPair(left: readonly Prepared[], right: readonly Prepared[]): Generator<Pair> {
  for (const [a, record] of left.entries())
    for (const [b, other] of right.entries()) yield { a, b, bits: customerMatching.weighPair(record, other).bits }
}

/** Each record once, the surest pairs first. */
function mutualBest(pairs: readonly Pair[]): Pair[] {
  const taken = new Set<string>()
  return pairs
    .toSorted((one, other) => other.bits - one.bits)
    .filter(({ a, b }) => {
      if (taken.has(`a${a}`) || taken.has(`b${b}`)) return false
      taken.add(`a${a}`).add(`b${b}`)
      return true
    })
}

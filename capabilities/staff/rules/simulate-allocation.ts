import { allocate, type Allocation, type AllocationFacts, type Candidate, type Needs } from './allocation.ts'
import type { Duty } from './duty.ts'

/** Something that came in: when, what it needs, who knows the one it is about, and how long it kept its holder busy. */
export interface Arrival {
  at: string
  needs: Needs
  familiar: AllocationFacts['familiar']
  minutes: number
}

/** A member of the queue as the simulation takes him: all but what changes on the way. */
export type Member = Omit<Candidate, 'load' | 'today' | 'turn' | 'due' | 'duty'>

export interface SimulationOf extends Pick<
  AllocationFacts,
  'method' | 'match' | 'relaxable' | 'relaxAfter' | 'familiarFirst' | 'onlyOnDuty'
> {
  members: readonly Member[]
  arrivals: readonly Arrival[]
  dutyOf(user: string, at: string): Duty
  /** The day of a moment, for quotas. */
  dayOf(at: string): string
  /** When it ends: what waits then has found nobody. */
  end: string
}

/** What of one member came of it. */
export interface Share {
  user: string
  name: string
  weight: number
  count: number
  /** Parts of a hundred of all that was handed out, and what his weight would give him of it. */
  share: number
  wanted: number
  most: number
}

export interface Simulation {
  shares: Share[]
  arrived: number
  taken: number
  waiting: number
  /** Minutes that things waited: the middle one, nine of ten, the longest. */
  waits: { median: number; most90: number; longest: number }
  /** How unequal counts are by weight: 0 where all have what their weight gives them, near 1 where one has all. */
  gini: number
  least: number
  most: number
}

const minute = 60_000
/** Nobody waits for an arrival to be given what waits: it is looked at again so often. */
const step = 30 * minute

/** How unequal values are: 0 where all are equal. */
export function gini(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const sum = sorted.reduce((total, value) => total + value, 0)
  if (sum === 0) return 0
  const n = sorted.length
  return (2 * sorted.reduce((total, value, i) => total + (i + 1) * value, 0)) / (n * sum) - (n + 1) / n
}

const quantile = (sorted: readonly number[], part: number): number =>
  sorted.length === 0 ? 0 : sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!

/**
 * Runs what came in through a set of rules, one after the other as the product would: what finds nobody waits, and goes out in the order in
 * which it came as soon as somebody can take it.
 */
export function simulate(of: SimulationOf): Simulation {
  const state = new Map(
    of.members.map(({ user }) => [user, { load: 0, turn: 0, due: 0, count: 0, most: 0, days: new Map<string, number>() }]),
  )
  const ends: { at: number; user: string }[] = []
  const waits: number[] = []
  let waiting: Arrival[] = []
  let turns = 0

  function give(arrival: Arrival, now: number): Allocation {
    const at = new Date(now).toISOString()
    const day = of.dayOf(at)
    const decision = allocate({
      ...of,
      needs: arrival.needs,
      familiar: arrival.familiar,
      waited: (now - Date.parse(arrival.at)) / minute,
      candidates: of.members.map((member) => {
        const { load, turn, due, days } = state.get(member.user)!
        return { ...member, load, turn, due, today: days.get(day) ?? 0, duty: of.dutyOf(member.user, at) }
      }),
    })
    if (decision.taken) {
      const taker = state.get(decision.taken)!
      for (const [user, due] of Object.entries(decision.due)) state.get(user)!.due = due
      if (decision.how !== 'familiar' && decision.how !== 'standIn') taker.turn = ++turns
      taker.load += 1
      taker.count += 1
      taker.most = Math.max(taker.most, taker.load)
      taker.days.set(day, (taker.days.get(day) ?? 0) + 1)
      ends.push({ at: now + arrival.minutes * minute, user: decision.taken })
      waits.push((now - Date.parse(arrival.at)) / minute)
    }
    return decision
  }

  /** What has been done by then leaves the hands it was in; then whatever waits is offered again. */
  function advance(now: number): void {
    for (let i = ends.length - 1; i >= 0; i--)
      if (ends[i]!.at <= now) {
        state.get(ends[i]!.user)!.load -= 1
        ends.splice(i, 1)
      }
    if (waiting.length > 0) waiting = waiting.filter((arrival) => give(arrival, now).taken === null)
  }

  const arrivals = [...of.arrivals].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const end = Date.parse(of.end)
  let clock = arrivals[0] ? Date.parse(arrivals[0].at) : end
  for (const arrival of arrivals) {
    const at = Date.parse(arrival.at)
    for (; clock + step < at && waiting.length > 0; clock += step) advance(clock + step)
    clock = at
    advance(at)
    if (give(arrival, at).taken === null) waiting.push(arrival)
  }
  for (; clock < end && waiting.length > 0; clock += step) advance(clock + step)

  const taken = waits.length
  // Turns one after the other know no weights.
  const weightOf = ({ weight }: { weight: number }) => (of.method === 'rotation' ? 1 : weight)
  const total = of.members.reduce((sum, member) => sum + weightOf(member), 0)
  const shares = of.members.map(({ user, name, weight }): Share => {
    const { count, most } = state.get(user)!
    return { user, name, weight, count, most, share: taken === 0 ? 0 : (100 * count) / taken, wanted: (100 * weightOf({ weight })) / total }
  })
  const sorted = waits.sort((a, b) => a - b)
  const counts = shares.map(({ count }) => count)
  return {
    shares,
    arrived: arrivals.length,
    taken,
    waiting: waiting.length,
    waits: { median: quantile(sorted, 0.5), most90: quantile(sorted, 0.9), longest: sorted.at(-1) ?? 0 },
    gini: gini(shares.map((share) => share.count / weightOf(share))),
    least: Math.min(...counts, Infinity) === Infinity ? 0 : Math.min(...counts),
    most: Math.max(...counts, 0),
  }
}

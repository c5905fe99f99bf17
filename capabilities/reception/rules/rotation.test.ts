import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  apply,
  emptyRotation,
  giveBack,
  lookAhead,
  nextTurn,
  receiverOf,
  replay,
  turnByName,
  type Presence,
  type Rotation,
  type TurnBy,
  type TurnEntry,
} from './rotation.ts'
import { usualSettings } from './settings.ts'

const at = (n: number) => `2026-11-21T02:${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}.000Z`
const start = (users: string) =>
  [...users].reduce((state, user, place) => apply(state, { kind: 'joined', user, place, presence: 'free' }), emptyRotation)

/** A day at the desk, told step by step. */
function day(users: string) {
  let state: Rotation = start(users)
  let moment = 0
  const log: TurnEntry[] = []
  const add = (entries: readonly TurnEntry[]) => {
    log.push(...entries)
    state = replay(state, entries)
    return entries
  }
  const is = (user: string, presence: Presence) => add([{ kind: 'presence', user, presence }])
  return {
    log,
    add,
    is,
    get state() {
      return state
    },
    next: (declined: string[] = []) => receiverOf(add(nextTurn(state, at(moment++), usualSettings, declined))),
    named: (user: string) => add(turnByName(state, user)),
    back: (turn: { user: string; number: number; by: TurnBy; owedSince?: string }) => add(giveBack(state, turn, at(moment++))),
    ahead: () => lookAhead(state, at(moment), usualSettings),
    owed: (user: string) => state.ring.find((slot) => slot.user === user)!.owed.length,
  }
}
type Turn = Extract<TurnEntry, { kind: 'turn' }>

describe('the ring', () => {
  it('goes round, and names who stands by', () => {
    const desk = day('ABC')
    expect(desk.ahead()).toEqual({ onTurn: 'A', standby: 'B' })
    expect([desk.next(), desk.next(), desk.next(), desk.next()]).toEqual(['A', 'B', 'C', null])
    desk.is('B', 'free')
    expect(desk.ahead()).toEqual({ onTurn: 'B', standby: null })
  })

  it('lets the visitor wait where nobody is free: the pointer stays, nobody is owed', () => {
    const desk = day('AB')
    for (const user of 'AB') desk.is(user, 'out')
    const before = desk.state
    expect(desk.next()).toBeNull()
    expect(desk.state).toEqual(before)
  })

  it('case 18: owes nothing to whoever is long with a visitor who used a turn', () => {
    const desk = day('ABC')
    expect([desk.next(), desk.next(), desk.next()]).toEqual(['A', 'B', 'C'])
    desk.is('B', 'free')
    expect(desk.next()).toBe('B')
    expect(desk.owed('A')).toBe(0)
  })

  it('owes a turn to whoever is out on business or busy without a turn, and pays it before the walk goes on', () => {
    const desk = day('ABCD')
    desk.is('A', 'out')
    desk.is('B', 'uncounted')
    expect(desk.next()).toBe('C')
    expect([desk.owed('A'), desk.owed('B')]).toEqual([1, 1])
    desk.is('B', 'free')
    desk.is('A', 'free')
    // Both are owed one since the same moment: ring order. The pointer stays with C.
    expect([desk.next(), desk.next(), desk.next()]).toEqual(['A', 'B', 'D'])
  })

  it('owes nothing to the late, the absent and those away, nor to one declined', () => {
    const desk = day('ABCDE')
    desk.is('A', 'late')
    desk.is('B', 'absent')
    desk.is('C', 'away')
    expect(desk.next(['D'])).toBe('E')
    expect([...'ABCD'].map(desk.owed)).toEqual([0, 0, 0, 0])
  })

  it('pays the most owed first, then the longest owed', () => {
    const desk = day('ABC')
    desk.is('A', 'out')
    expect(desk.next()).toBe('B')
    expect(desk.next()).toBe('C')
    desk.is('B', 'free')
    desk.is('C', 'out')
    expect(desk.next()).toBe('B')
    expect([desk.owed('A'), desk.owed('C')]).toEqual([2, 0])
    desk.is('B', 'uncounted')
    desk.is('A', 'free')
    expect(desk.next()).toBe('A')
    expect(desk.owed('A')).toBe(1)
  })

  it('uses his own turn for one asked for: an owed one is paid, else the next walk passes over him once', () => {
    const desk = day('ABCD')
    desk.named('D')
    desk.is('D', 'free')
    expect(desk.ahead().onTurn).toBe('A')
    expect([desk.next(), desk.next(), desk.next()]).toEqual(['A', 'B', 'C'])
    desk.is('A', 'free')
    expect(desk.next()).toBe('A')
    expect(desk.owed('D')).toBe(0)
    expect(desk.next()).toBe('D')
    const other = day('AB')
    other.is('A', 'out')
    other.next()
    other.is('A', 'free')
    other.named('A')
    expect(other.owed('A')).toBe(0)
    expect(other.state.ring[0]!.skips).toEqual([])
  })

  it('still gives the only one free a visitor though his turn was used by name', () => {
    const desk = day('AB')
    desk.named('A')
    desk.is('A', 'free')
    desk.is('B', 'out')
    expect(desk.next()).toBe('A')
    expect(desk.owed('B')).toBe(1)
  })

  it('gives back a turn: to the pointer, or as one owed where others were served since', () => {
    const desk = day('ABC')
    desk.next()
    desk.back(desk.log.at(-1) as Turn)
    desk.is('A', 'free')
    expect(desk.ahead()).toEqual({ onTurn: 'A', standby: 'B' })
    desk.next()
    const turn = desk.log.at(-1) as Turn
    desk.next()
    desk.back(turn)
    expect(desk.owed('A')).toBe(1)
    desk.is('A', 'free')
    expect(desk.next()).toBe('A')
    const paid = desk.log.at(-1) as Turn
    expect(paid.by).toBe('owed')
    desk.back(paid)
    expect(desk.owed('A')).toBe(1)
  })

  it('forgets a turn by name that is given back before the walk came by, and owes it afterwards', () => {
    const desk = day('AB')
    desk.named('B')
    const turn = desk.log.at(-1) as Turn
    desk.back(turn)
    expect(desk.state.ring[1]!.skips).toEqual([])
    desk.is('B', 'free')
    desk.named('B')
    const second = desk.log.at(-1) as Turn
    desk.next()
    desk.is('A', 'free')
    desk.next()
    desk.back(second)
    expect(desk.owed('B')).toBe(1)
  })

  it('keeps whoever is next when the ring is joined, left and put in another order', () => {
    const desk = day('ABCD')
    desk.next()
    desk.is('A', 'free')
    desk.add([{ kind: 'joined', user: 'E', place: 1, presence: 'free' }])
    expect(desk.ahead().onTurn).toBe('B')
    desk.add([{ kind: 'ordered', users: ['D', 'C', 'B', 'A', 'E'] }])
    expect(desk.ahead()).toEqual({ onTurn: 'B', standby: 'A' })
    desk.add([{ kind: 'parted', user: 'B', lapsed: [] }])
    expect(desk.ahead().onTurn).toBe('A')
  })

  it('carries what is owed to the next shift', () => {
    const desk = day('AB')
    desk.add([{ kind: 'carriedIn', user: 'B', owed: [at(1)] }])
    expect(desk.next()).toBe('B')
    desk.add([{ kind: 'carriedIn', user: 'A', owed: [at(2), at(3)] }])
    desk.add([{ kind: 'carriedOut', user: 'A', owed: [at(2), at(3)] }])
    expect(desk.owed('A')).toBe(0)
  })
})

/**
 * The law told in another way, to check the ring by: a queue whose head is next, a count of what is owed with since when, and who is to be left
 * out once. It knows nothing of pointers, numbers of turns or a log.
 */
class Oracle {
  queue: string[]
  order: string[]
  owed = new Map<string, string[]>()
  leftOut = new Map<string, number>()
  state = new Map<string, Presence>()
  served = new Map<string, number>()
  constructor(users: readonly string[]) {
    this.queue = [...users]
    this.order = [...users]
    for (const user of users) this.state.set(user, 'free')
  }
  private isFree = (user: string, declined: readonly string[]) => this.state.get(user) === 'free' && !declined.includes(user)
  private serve(user: string): string {
    this.served.set(user, (this.served.get(user) ?? 0) + 1)
    this.state.set(user, 'counted')
    return user
  }
  visitor(moment: string, declined: readonly string[]): string | null {
    if (!this.order.some((user) => this.isFree(user, declined))) return null
    let best: string | null = null
    for (const user of this.order) {
      const debts = this.owed.get(user) ?? []
      if (debts.length === 0 || !this.isFree(user, declined)) continue
      const other = best && this.owed.get(best)!
      if (!other || debts.length > other.length || (debts.length === other.length && debts[0]! < other[0]!)) best = user
    }
    if (best) {
      this.owed.get(best)!.shift()
      return this.serve(best)
    }
    const passedBy = new Set<string>()
    for (;;) {
      const user = this.queue.shift()!
      this.queue.push(user)
      if (!passedBy.has(user)) {
        const skip = this.leftOut.get(user) ?? 0
        if (skip > 0) {
          this.leftOut.set(user, skip - 1)
          passedBy.add(user)
          continue
        }
      }
      if (this.isFree(user, declined)) return this.serve(user)
      if (!passedBy.has(user) && ['out', 'uncounted'].includes(this.state.get(user)!))
        this.owed.set(user, [...(this.owed.get(user) ?? []), moment])
      passedBy.add(user)
    }
  }
  byName(user: string): void {
    const debts = this.owed.get(user) ?? []
    if (debts.length > 0) debts.shift()
    else this.leftOut.set(user, (this.leftOut.get(user) ?? 0) + 1)
    this.serve(user)
  }
}

type Deed = { kind: 'visitor'; declined: number[] } | { kind: 'named'; who: number } | { kind: 'is'; who: number; presence: Presence }
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('visitor' as const), declined: fc.uniqueArray(fc.nat(5), { maxLength: 1 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('named' as const), who: fc.nat(5) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('is' as const),
      who: fc.nat(5),
      presence: fc.constantFrom<Presence>('free', 'free', 'free', 'uncounted', 'out', 'absent', 'late', 'away'),
    }),
  },
)

describe('thousands of random days', () => {
  it('cheat nobody of a turn and give nobody one too many: as the law told in another way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(deed, { minLength: 5, maxLength: 60 }), (size, deeds) => {
        const users = [...'ABCDEF'].slice(0, size)
        const oracle = new Oracle(users)
        const desk = day(users.join(''))
        for (const [i, one] of deeds.entries()) {
          const moment = at(i)
          if (one.kind === 'visitor') {
            const declined = one.declined.flatMap((n) => users[n] ?? [])
            const standby = lookAhead(desk.state, moment, usualSettings, declined)
            const given = receiverOf(desk.add(nextTurn(desk.state, moment, usualSettings, declined)))
            expect(given).toBe(oracle.visitor(moment, declined))
            expect(standby.onTurn).toBe(given)
          } else {
            const user = users[one.who]
            if (!user) continue
            if (one.kind === 'is') {
              desk.is(user, one.presence)
              oracle.state.set(user, one.presence)
            } else if (oracle.state.get(user) === 'free') {
              desk.named(user)
              oracle.byName(user)
            }
          }
        }
        for (const { user, owed, skips, presence } of desk.state.ring) {
          expect(owed).toEqual(oracle.owed.get(user) ?? [])
          expect(skips.length).toBe(oracle.leftOut.get(user) ?? 0)
          expect(presence).toBe(oracle.state.get(user))
        }
        // What the log says adds up: turns used, and of what was owed what is neither paid nor given back is still owed.
        const turns = desk.log.filter((entry): entry is Turn => entry.kind === 'turn')
        expect(desk.state.turns).toBe(turns.length)
        for (const user of users) {
          expect(turns.filter((turn) => turn.user === user).length).toBe(oracle.served.get(user) ?? 0)
          const born = desk.log.filter((entry) => entry.kind === 'passed' && entry.user === user && entry.owedSince).length
          const paid = turns.filter((turn) => turn.user === user && turn.owedSince).length
          expect(desk.owed(user)).toBe(born - paid)
        }
        expect(replay(start(users.join('')), desk.log)).toEqual(desk.state)
      }),
      { numRuns: 4000 },
    )
  })

  it('give all the same number of turns, by one at most, where everybody stays present', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 60 }), (size, visitors) => {
        const users = [...'ABCDEFGH'].slice(0, size)
        const desk = day(users.join(''))
        for (let i = 0; i < visitors; i++) desk.is(desk.next()!, 'free')
        const counts = users.map((user) => desk.log.filter((entry) => entry.kind === 'turn' && entry.user === user).length)
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('return what was given back: nobody has fewer visitors who count than his turns', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ back: fc.boolean(), wait: fc.nat(3) }), { minLength: 4, maxLength: 40 }), (visits) => {
        const desk = day('ABCD')
        const open: { turn: Turn; back: boolean; until: number }[] = []
        const returned = new Map<string, number>()
        for (const [i, { back, wait }] of visits.entries()) {
          for (const one of open.filter(({ until }) => until <= i)) {
            open.splice(open.indexOf(one), 1)
            if (one.back) {
              desk.back(one.turn)
              returned.set(one.turn.user, (returned.get(one.turn.user) ?? 0) + 1)
            }
            desk.is(one.turn.user, 'free')
          }
          if (desk.next()) open.push({ turn: desk.log.at(-1) as Turn, back, until: i + 1 + wait })
        }
        for (const { turn } of open) desk.is(turn.user, 'free')
        // Whoever gave back and was not served since is served before, or as soon as, the ring comes round: all counts end level.
        const kept = (user: string) =>
          desk.log.filter((entry) => entry.kind === 'turn' && entry.user === user).length - (returned.get(user) ?? 0)
        for (let i = 0; i < 200 && desk.state.ring.some(({ owed }) => owed.length > 0); i++) desk.is(desk.next()!, 'free')
        expect(desk.state.ring.every(({ owed }) => owed.length === 0)).toBe(true)
        expect([...'ABCD'].every((user) => kept(user) >= 0)).toBe(true)
        expect(replay(start('ABCD'), desk.log)).toEqual(desk.state)
      }),
      { numRuns: 500 },
    )
  })
})

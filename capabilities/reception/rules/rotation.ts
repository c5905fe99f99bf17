import type { RulingSettings } from './settings.ts'

/** Where somebody on a shift is. Counted: with a visitor who used a turn; uncounted: with one who did not. */
export type Presence = 'free' | 'counted' | 'uncounted' | 'out' | 'absent' | 'late' | 'away' | 'left'

/** A place in the ring. What is owed is kept by the moments at which it came to be owed, oldest first. */
export interface Slot {
  user: string
  presence: Presence
  owed: string[]
  /** Turns used by name that the next walk has still to pass over, by their numbers. */
  skips: number[]
}

/** The ring of a shift, the place last used, and how many turns have been used. */
export interface Rotation {
  ring: Slot[]
  pointer: number
  turns: number
}

/** How a turn was used: by the walk around the ring, as one that was owed, or by a visitor who asked for somebody. */
export type TurnBy = 'walk' | 'owed' | 'name'

/** A line of the log. The log is what happened; the state follows from it and from nothing else. */
export type TurnEntry =
  | { kind: 'turn'; user: string; number: number; by: TurnBy; owedSince?: string }
  | { kind: 'passed'; user: string; because: Presence | 'declined'; owedSince?: string }
  | { kind: 'skipped'; user: string; number: number }
  | { kind: 'returned'; user: string; number: number; how: 'pointer' | 'owed' | 'skip'; owedSince?: string }
  | { kind: 'presence'; user: string; presence: Presence }
  | { kind: 'joined'; user: string; place: number; presence: Presence }
  | { kind: 'parted'; user: string; lapsed: string[] }
  | { kind: 'ordered'; users: string[] }
  | { kind: 'carriedIn'; user: string; owed: string[] }
  | { kind: 'carriedOut'; user: string; owed: string[] }

type OwingSettings = Pick<RulingSettings, 'owesOut' | 'owesUncounted' | 'owesCounted' | 'owesAbsent' | 'owesLate' | 'owesAway'>

export const emptyRotation: Rotation = { ring: [], pointer: -1, turns: 0 }

const owes = (presence: Presence, settings: OwingSettings): boolean =>
  ({
    free: false,
    counted: settings.owesCounted,
    uncounted: settings.owesUncounted,
    out: settings.owesOut,
    absent: settings.owesAbsent,
    late: settings.owesLate,
    away: settings.owesAway,
    left: false,
  })[presence]

/** Whoever may be given a visitor. */
const candidates = ({ ring }: Rotation, declined: readonly string[]): Slot[] =>
  ring.filter(({ user, presence }) => presence === 'free' && !declined.includes(user))

/**
 * Gives a visitor who uses a turn to somebody: first to whoever is owed most, then longest, then by the ring; else by a walk from the pointer
 * to the first who is free. Nobody free: nothing, and nobody is owed.
 * @param at the instant
 */
export function nextTurn(rotation: Rotation, at: string, settings: OwingSettings, declined: readonly string[] = []): TurnEntry[] {
  const free = candidates(rotation, declined)
  if (free.length === 0) return []
  const number = rotation.turns + 1
  const place = (slot: Slot) => rotation.ring.indexOf(slot)
  const [first] = free
    .filter(({ owed }) => owed.length > 0)
    .sort((a, b) => b.owed.length - a.owed.length || (a.owed[0]! < b.owed[0]! ? -1 : a.owed[0]! > b.owed[0]! ? 1 : place(a) - place(b)))
  if (first) return [{ kind: 'turn', user: first.user, number, by: 'owed', owedSince: first.owed[0]! }]
  return walk(rotation, at, settings, declined)
}

/** The walk. In its first lap turns used by name are passed over, and everybody once; whoever is the only one free is reached in the second. */
function walk({ ring, pointer, turns }: Rotation, at: string, settings: OwingSettings, declined: readonly string[]): TurnEntry[] {
  const entries: TurnEntry[] = []
  for (let step = 1; step <= 2 * ring.length; step++) {
    const slot = ring[(pointer + step) % ring.length]!
    const { user, presence } = slot
    const isFirstLap = step <= ring.length
    if (isFirstLap && slot.skips.length > 0) entries.push({ kind: 'skipped', user, number: slot.skips[0]! })
    else if (presence === 'free' && !declined.includes(user)) return [...entries, { kind: 'turn', user, number: turns + 1, by: 'walk' }]
    else if (isFirstLap && presence === 'free') entries.push({ kind: 'passed', user, because: 'declined' })
    else if (isFirstLap) entries.push({ kind: 'passed', user, because: presence, ...(owes(presence, settings) ? { owedSince: at } : {}) })
  }
  return []
}

/** A visitor who asked for somebody and uses a turn uses that person's own: an owed one, else the next walk passes over him once. */
export function turnByName(rotation: Rotation, user: string): TurnEntry[] {
  const slot = rotation.ring.find((one) => one.user === user)
  if (!slot) return []
  const number = rotation.turns + 1
  const since = slot.owed[0]
  return [{ kind: 'turn', user, number, by: 'name', ...(since ? { owedSince: since } : {}) }]
}

/**
 * Gives back a turn whose visitor turns out to be returning: the pointer goes back to just before the place; where others were served since, or
 * the turn was an owed one, the person is owed one instead. One used by name and not yet passed over is simply forgotten.
 */
export function giveBack(
  rotation: Rotation,
  turn: { user: string; number: number; by: TurnBy; owedSince?: string },
  at: string,
): TurnEntry[] {
  const slot = rotation.ring.find(({ user }) => user === turn.user)
  if (!slot) return []
  const { user, number } = turn
  const back = (how: 'pointer' | 'owed' | 'skip', owedSince?: string): TurnEntry[] => [
    { kind: 'returned', user, number, how, ...(owedSince ? { owedSince } : {}) },
  ]
  if (turn.owedSince) return back('owed', turn.owedSince)
  if (turn.by === 'name') return slot.skips.includes(number) ? back('skip') : back('owed', at)
  return rotation.turns === number ? back('pointer') : back('owed', at)
}

/** To whom these lines give a visitor; nobody where there is no turn among them. */
export const receiverOf = (entries: readonly TurnEntry[]): string | null => entries.find((entry) => entry.kind === 'turn')?.user ?? null

/** Who would receive now, and who after him: what the desk shows before anything is decided. */
export function lookAhead(
  rotation: Rotation,
  at: string,
  settings: OwingSettings,
  declined: readonly string[] = [],
): { onTurn: string | null; standby: string | null } {
  const receiver = (state: Rotation) => nextTurn(state, at, settings, declined)
  const entries = receiver(rotation)
  const onTurn = receiverOf(entries)
  if (!onTurn) return { onTurn: null, standby: null }
  return { onTurn, standby: receiverOf(receiver(replay(rotation, entries))) }
}

const byTime = (moments: readonly string[]): string[] => [...moments].sort()

const without = (moments: readonly string[], moment: string): string[] => {
  const i = moments.indexOf(moment)
  return i < 0 ? [...moments] : [...moments.slice(0, i), ...moments.slice(i + 1)]
}

/** The ring in another form; whoever was next stays next, and after him whoever came after him. */
function rearranged({ ring, pointer, turns }: Rotation, next: Slot[]): Rotation {
  if (next.length === 0) return { ...emptyRotation, turns }
  for (let step = 1; step <= ring.length; step++) {
    const user = ring[(pointer + step) % ring.length]!.user
    const i = next.findIndex((slot) => slot.user === user)
    if (i >= 0) return { ring: next, pointer: (i - 1 + next.length) % next.length, turns }
  }
  return { ring: next, pointer: next.length - 1, turns }
}

/** What a line of the log does to the state. */
export function apply(rotation: Rotation, entry: TurnEntry): Rotation {
  const { ring, pointer, turns } = rotation
  const change = (user: string, patch: (slot: Slot) => Partial<Slot>): Slot[] =>
    ring.map((slot) => (slot.user === user ? { ...slot, ...patch(slot) } : slot))
  const placeOf = (user: string) => ring.findIndex((slot) => slot.user === user)
  switch (entry.kind) {
    case 'turn':
      return {
        ring: change(entry.user, ({ owed, skips }) => ({
          presence: 'counted',
          owed: entry.owedSince ? without(owed, entry.owedSince) : owed,
          skips: entry.by === 'name' && !entry.owedSince ? [...skips, entry.number] : skips,
        })),
        pointer: entry.by === 'walk' ? placeOf(entry.user) : pointer,
        turns: entry.number,
      }
    case 'passed':
      return entry.owedSince
        ? { ...rotation, ring: change(entry.user, ({ owed }) => ({ owed: byTime([...owed, entry.owedSince!]) })) }
        : rotation
    case 'skipped':
      return { ...rotation, ring: change(entry.user, ({ skips }) => ({ skips: skips.filter((number) => number !== entry.number) })) }
    case 'returned':
      return {
        ring: change(entry.user, ({ presence, owed, skips }) => ({
          presence: presence === 'counted' ? 'uncounted' : presence,
          owed: entry.owedSince ? byTime([...owed, entry.owedSince]) : owed,
          skips: skips.filter((number) => entry.how !== 'skip' || number !== entry.number),
        })),
        pointer: entry.how === 'pointer' ? (placeOf(entry.user) - 1 + ring.length) % ring.length : pointer,
        turns,
      }
    case 'presence':
      return { ...rotation, ring: change(entry.user, () => ({ presence: entry.presence })) }
    case 'joined': {
      const slot: Slot = { user: entry.user, presence: entry.presence, owed: [], skips: [] }
      return rearranged(rotation, [...ring.slice(0, entry.place), slot, ...ring.slice(entry.place)])
    }
    case 'parted':
      return rearranged(
        rotation,
        ring.filter(({ user }) => user !== entry.user),
      )
    case 'ordered':
      return rearranged(rotation, [
        ...entry.users.flatMap((user) => ring.filter((slot) => slot.user === user)),
        ...ring.filter(({ user }) => !entry.users.includes(user)),
      ])
    case 'carriedIn':
      return { ...rotation, ring: change(entry.user, ({ owed }) => ({ owed: byTime([...owed, ...entry.owed]) })) }
    case 'carriedOut':
      return { ...rotation, ring: change(entry.user, ({ owed }) => ({ owed: entry.owed.reduce(without, owed) })) }
  }
}

/** The state that a log leads to. */
export const replay = (from: Rotation, entries: readonly TurnEntry[]): Rotation => entries.reduce(apply, from)

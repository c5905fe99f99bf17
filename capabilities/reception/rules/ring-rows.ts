import type { Presence, Rotation, TurnEntry } from './rotation.ts'

/** A place of the ring as a shift keeps it. */
interface RingRow {
  user: string
  presence: Presence
  owed: string | null
  skips: string | null
}

/** The rotation as a shift keeps it. */
export interface KeptRing {
  ring: RingRow[]
  pointer: number | null
  turns: number | null
}

const words = (text: string | null): string[] => (text ? text.split(' ') : [])

export const readRing = ({ ring, pointer, turns }: KeptRing): Rotation => ({
  ring: ring.map(({ user, presence, owed, skips }) => ({ user, presence, owed: words(owed), skips: words(skips).map(Number) })),
  pointer: pointer ?? -1,
  turns: turns ?? 0,
})

export const keepRing = ({ ring, pointer, turns }: Rotation): KeptRing => ({
  ring: ring.map(({ user, presence, owed, skips }) => ({ user, presence, owed: owed.join(' ') || null, skips: skips.join(' ') || null })),
  pointer,
  turns,
})

/** Whom a line of the log is about. */
export const userOf = (entry: TurnEntry): string | null => ('user' in entry ? entry.user : null)

/** Who is there and who is busy, as the rules ask it. */
export const presentIn = ({ ring }: Rotation): Record<string, 'free' | 'busy' | 'absent'> =>
  Object.fromEntries(
    ring.map(({ user, presence }) => [
      user,
      presence === 'free' ? 'free' : presence === 'counted' || presence === 'uncounted' ? 'busy' : 'absent',
    ]),
  )

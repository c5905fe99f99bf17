import type { Actor } from '#engine/access/actor.ts'
import { readEvents } from '#engine/event/events.ts'
import { wordsOfEvent } from '#engine/event/event-words.ts'
import type { Runtime } from '#engine/runtime.ts'
import { firstIdAt } from '#engine/store/id.ts'
import { sql } from '#engine/store/sql.ts'
import { lockedUntil } from './attempts.ts'
import { passkeysOf, type PasskeyState } from './passkeys.ts'
import { accountsOf, type ProviderAccount } from './provider-accounts.ts'
import { factorOf, type FactorState } from './second-factor.ts'
import { sessionLimits, sessionsOf, type SessionState } from './sessions.ts'
import { signInEvents } from './sign-in-events.ts'
import { tokensOf, type TokenState } from './tokens.ts'

export interface SecurityState {
  /** When the password was set; null where there is none yet. */
  passwordAt: string | null
  factor: FactorState
  passkeys: PasskeyState[]
  /** Accounts at providers of single sign-on by which he comes in. */
  accounts: ProviderAccount[]
  sessions: (SessionState & { isThis: boolean })[]
  limits: { idleMinutes: number; sessionHours: number }
  tokens: TokenState[]
  /** Until when nobody comes in with this account; null where it is open. */
  lockedUntil: string | null
  /** What happened at the door lately, the newest first. */
  events: { id: string; at: string; words: string; address: string; device: string; about: string; isBad: boolean }[]
}

const types = signInEvents.map(({ type }) => type)
const bad = new Set(['user.signInFailed', 'user.locked'])
const text = (change: readonly unknown[] | undefined): string => (typeof change?.[1] === 'string' ? change[1] : '')

/** How a user signs in, from where he is signed in, and what happened: for himself, and for administrators. */
export async function securityOf(runtime: Runtime, reader: Actor, userId: string, session?: string): Promise<SecurityState> {
  const { database, house } = runtime
  const user = await database.row<{ email: string; changed_at: string | null }>(
    sql`select u.email, (select changed_at from credential c where c.user_id = u.id and c.kind = 'password') as changed_at from "user" u where u.id = ${userId}`,
  )
  const since = firstIdAt(runtime.clock() - 180 * 86_400_000)
  const [factor, passkeys, accounts, sessions, limits, tokens, locked, events] = await Promise.all([
    factorOf(database, userId),
    passkeysOf(database, userId),
    accountsOf(database, userId),
    sessionsOf(database, userId),
    sessionLimits(database, userId),
    tokensOf(database, userId),
    lockedUntil(database, 'account', user?.email ?? ''),
    readEvents(database, sql`e.root_id = ${userId} and e.id > ${since}::uuid and e.type = any(${types})`, sql`e.id desc`, 20),
  ])
  return {
    passwordAt: user?.changed_at ?? null,
    factor,
    passkeys,
    accounts,
    sessions: sessions.map((each) => ({ ...each, isThis: each.id === session })),
    limits,
    tokens,
    lockedUntil: locked,
    events: events.map(({ id, at, type, changes }) => ({
      id,
      at,
      words: wordsOfEvent(house, type, reader.locale),
      address: text(changes?.address),
      device: text(changes?.device),
      about: text(changes?.token) || text(changes?.passkey) || text(changes?.provider) || text(changes?.reason),
      isBad: bad.has(type),
    })),
  }
}

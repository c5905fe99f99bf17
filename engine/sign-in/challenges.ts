import { randomBytes } from 'node:crypto'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { digest } from './sessions.ts'

/**
 * What an authenticator is given to sign. It lies in the database, so that one node asks and another takes the answer; it is taken once, for
 * what it was made for and by whom, and is over in five minutes.
 */
export type ChallengeKind = 'register' | 'signIn' | 'step' | 'confirm'

export const challengeMinutes = 5

export async function makeChallenge(queries: Queries, kind: ChallengeKind, userId: string | null): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32))
  await queries.run(
    sql`insert into passkey_challenge (challenge_hash, kind, user_id, expires_at)
      values (${digest(Buffer.from(challenge).toString('base64url'))}, ${kind}, ${userId}, now() + make_interval(mins => ${challengeMinutes}))`,
  )
  return challenge
}

/** Takes a challenge, for good. @returns whether it was there. */
export async function takeChallenge(queries: Queries, kind: ChallengeKind, userId: string | null, challenge: string): Promise<boolean> {
  const taken = await queries.run(
    sql`delete from passkey_challenge where challenge_hash = ${digest(challenge)} and kind = ${kind} and user_id is not distinct from ${userId}::uuid and expires_at > now()`,
  )
  return taken > 0
}

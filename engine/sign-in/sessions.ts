import { createHash, randomBytes } from 'node:crypto'
import { tellDoors } from '#engine/access/load-actor.ts'
import type { Database, Queries } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import { sql } from '#engine/store/sql.ts'
import type { Bearer } from './bearer.ts'
import type { Origin } from './sign-in-events.ts'
import type { Simulation } from './simulations.ts'

/**
 * Sessions lie in the database, as digests of what their bearers hold, and every request asks for its own there: one that has been ended opens
 * nothing on any node from that instant.
 */
export const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** What holds where no role of a user says otherwise: unused for so long, or begun so long ago, a session is over. */
export const usualLimits = { idleMinutes: 12 * 60, sessionHours: 7 * 24 }

/** For how long somebody who has given his password need not give it again before he changes how he signs in. */
export const confirmedMinutes = 10

// The strictest of a user's roles counts; and what administrators tighten counts at once, for sessions that are open as well.
const limitsOf = (
  user: string,
) => sql`(select coalesce(min(r.idle_minutes), ${usualLimits.idleMinutes}::integer) as idle, coalesce(min(r.session_hours), ${usualLimits.sessionHours}::integer) as whole
  from role r where r.id = any(${sql.raw(user)}.roles_ids) and r.deleted_at is null)`
const isLiving = sql`s.seen_at > now() - make_interval(mins => l.idle) and s.created_at > now() - make_interval(hours => l.whole)`

/** Opens a session; the secret goes into the cookie and nowhere else. */
export async function openSession(
  queries: Queries,
  userId: string,
  { agent, address }: Origin,
): Promise<{ id: string; secret: string; expiresAt: string }> {
  const secret = randomBytes(32).toString('base64url')
  const row = await queries.row<{ id: string; expires_at: string }>(
    sql`insert into session (token_hash, id, user_id, created_at, seen_at, confirmed_at, expires_at, agent, address)
      select ${digest(secret)}::bytea, ${newId()}::uuid, u.id, now(), now(), now(), now() + make_interval(hours => l.whole), ${agent.slice(0, 300)}, ${address}
      from "user" u cross join lateral ${limitsOf('u')} l where u.id = ${userId} returning id, expires_at`,
  )
  return { id: row!.id, secret, expiresAt: row!.expires_at }
}

/** Who holds this session secret, and the state of rights, in one look. */
export async function bearerOfSession(database: Database, secret: string): Promise<Bearer | undefined> {
  const row = await database.row<{
    id: string
    user_id: string
    epoch: number | null
    idle: number
    confirmed: boolean | null
    simulation: Simulation | null
  }>(
    sql`select s.id, s.user_id, extract(epoch from now() - s.seen_at)::integer as idle, s.confirmed_at > now() - make_interval(mins => ${confirmedMinutes}) as confirmed,
        (select epoch from access_epoch where id = 1) as epoch,
        (select jsonb_build_object('userId', m.user_id, 'administratorId', m.administrator_id, 'reason', m.reason, 'startedAt', m.started_at, 'until', m.until)
          from simulation m where m.session_id = s.id and m.until > now()) as simulation
      from session s join "user" u on u.id = s.user_id cross join lateral ${limitsOf('u')} l
      where s.token_hash = ${digest(secret)} and ${isLiving}`,
    'prepare',
  )
  if (!row) return undefined
  // Noted at most once a minute; a session in use goes on.
  if (row.idle >= 60) await database.run(sql`update session set seen_at = now() where token_hash = ${digest(secret)}`)
  return {
    userId: row.user_id,
    kind: 'user',
    epoch: row.epoch ?? 0,
    session: { id: row.id, isConfirmed: row.confirmed === true },
    ...(row.simulation ? { simulation: row.simulation } : {}),
  }
}

/** Which of these sessions still hold. */
export async function livingSessions(queries: Queries, ids: readonly string[]): Promise<Set<string>> {
  const rows = await queries.rows<{ id: string }>(
    sql`select s.id from session s join "user" u on u.id = s.user_id cross join lateral ${limitsOf('u')} l where s.id = any(${ids}::uuid[]) and ${isLiving}`,
  )
  return new Set(rows.map(({ id }) => id))
}

export interface SessionState {
  id: string
  agent: string
  address: string
  createdAt: string
  seenAt: string
  expiresAt: string
}

/** A user's open sessions, the one used last first. */
export const sessionsOf = (queries: Queries, userId: string): Promise<SessionState[]> =>
  queries.rows<SessionState>(
    sql`select s.id, s.agent, s.address, s.created_at as "createdAt", s.seen_at as "seenAt",
        least(s.seen_at + make_interval(mins => l.idle), s.created_at + make_interval(hours => l.whole)) as "expiresAt"
      from session s join "user" u on u.id = s.user_id cross join lateral ${limitsOf('u')} l
      where s.user_id = ${userId} and ${isLiving} order by s.seen_at desc, s.id desc limit 200`,
  )

/** What limits hold for a user's sessions. */
export const sessionLimits = async (queries: Queries, userId: string): Promise<typeof usualLimits> =>
  (await queries.row<typeof usualLimits>(
    sql`select l.idle as "idleMinutes", l.whole as "sessionHours" from "user" u cross join lateral ${limitsOf('u')} l where u.id = ${userId}`,
  )) ?? usualLimits

/** Ends sessions of a user: one, all but one, or all. @returns how many there were. */
export async function endSessions(queries: Queries, userId: string, which: { only?: string; except?: string } = {}): Promise<number> {
  const ended = await queries.run(
    sql`delete from session where user_id = ${userId} and (${which.only ?? null}::uuid is null or id = ${which.only ?? null}::uuid) and id is distinct from ${which.except ?? null}::uuid`,
  )
  if (ended > 0) await tellDoors(queries, userId)
  return ended
}

/**
 * Notes that whoever holds this session has just shown again who he is, and gives it a new secret: what somebody may have seen of the old one is
 * worth nothing. @returns the secret, and when the session ends at last.
 */
export async function confirmSession(
  queries: Queries,
  id: string,
  userId: string,
): Promise<{ secret: string; expiresAt: string } | undefined> {
  const secret = randomBytes(32).toString('base64url')
  const row = await queries.row<{ expires_at: string }>(
    sql`update session set confirmed_at = now(), token_hash = ${digest(secret)} where id = ${id} and user_id = ${userId} returning expires_at`,
  )
  return row && { secret, expiresAt: row.expires_at }
}

import { createHash, randomBytes } from 'node:crypto'
import type { Database, Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'

/** The address at which calendar programs read somebody's calendar. Whoever knows it reads; so it is kept hashed and shown once. */

const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest()

export interface FeedState {
  createdAt: string
  /** When a program last read it; null while none has. */
  seenAt: string | null
}

export const feedOf = (queries: Queries, userId: string): Promise<FeedState | undefined> =>
  queries.row<FeedState>(sql`select created_at as "createdAt", seen_at as "seenAt" from calendar_feed where user_id = ${userId}`)

/** Makes the secret of a user's calendar; the one before no longer works. */
export async function renewFeed(queries: Queries, userId: string): Promise<string> {
  const secret = randomBytes(24).toString('base64url')
  await queries.run(
    sql`insert into calendar_feed (user_id, secret_hash, created_at) values (${userId}, ${digest(secret)}, now())
      on conflict (user_id) do update set secret_hash = excluded.secret_hash, created_at = excluded.created_at, seen_at = null`,
  )
  return secret
}

export const dropFeed = (queries: Queries, userId: string): Promise<number> =>
  queries.run(sql`delete from calendar_feed where user_id = ${userId}`)

/** Whose calendar a secret opens, and in which language he reads. Its use is noted, every five minutes at most. */
export async function readerOfFeed(
  database: Database,
  secret: string,
  allowsDemo: boolean,
): Promise<{ userId: string; locale: 'zh' | 'en' } | undefined> {
  const row = await database.row<{ user_id: string; locale: string | null; stale: boolean }>(
    sql`select f.user_id, u.locale, f.seen_at is null or f.seen_at < now() - interval '5 minutes' as stale
      from calendar_feed f join "user" u on u.id = f.user_id where f.secret_hash = ${digest(secret)} and (not u.is_demo or ${allowsDemo})`,
  )
  if (!row) return undefined
  if (row.stale) await database.run(sql`update calendar_feed set seen_at = now() where user_id = ${row.user_id}`)
  return { userId: row.user_id, locale: row.locale === 'en' ? 'en' : 'zh' }
}

import { randomBytes } from 'node:crypto'
import { tellDoors } from '#engine/access/load-actor.ts'
import type { Database, Queries } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import { sql } from '#engine/store/sql.ts'
import type { Bearer } from './bearer.ts'
import { digest } from './sessions.ts'

/** Tokens for programs, with the rights of a user or with less: kept as digests, shown once. A user makes personal ones, administrators service ones. */

export interface TokenState {
  id: string
  name: string
  kind: 'personal' | 'service'
  scopes: string[] | null
  createdAt: string
  expiresAt: string | null
  seenAt: string | null
}

const tokenColumns = sql`t.id, t.name, t.kind, t.scopes, t.created_at as "createdAt", t.expires_at as "expiresAt", t.seen_at as "seenAt"`

/** Makes a token; the secret is shown this once. */
export async function makeToken(
  queries: Queries,
  userId: string,
  name: string,
  options: { scopes?: readonly string[]; days?: number; kind?: TokenState['kind']; madeBy?: string; id?: string } = {},
): Promise<string> {
  const secret = `zk_${randomBytes(30).toString('base64url')}`
  await queries.run(
    sql`insert into token (token_hash, id, user_id, name, scopes, kind, made_by_id, created_at, expires_at)
      values (${digest(secret)}, ${options.id ?? newId()}, ${userId}, ${name}, ${options.scopes ?? null}, ${options.kind ?? 'service'}, ${options.madeBy ?? null}, now(), now() + make_interval(secs => ${options.days === undefined ? null : options.days * 86_400}::double precision))`,
  )
  return secret
}

/** Who holds this token, and what it may be used for. Its use is noted once a minute at most. */
export async function bearerOfToken(database: Database, secret: string): Promise<Bearer | undefined> {
  const row = await database.row<{
    id: string
    name: string
    user_id: string
    epoch: number | null
    scopes: string[] | null
    idle: number | null
  }>(
    sql`select t.id, t.name, t.user_id, t.scopes, extract(epoch from now() - t.seen_at)::integer as idle, (select epoch from access_epoch where id = 1) as epoch from token t where t.token_hash = ${digest(secret)} and (t.expires_at is null or t.expires_at > now())`,
    'prepare',
  )
  if (!row) return undefined
  const bearer: Bearer = {
    userId: row.user_id,
    kind: 'token',
    epoch: row.epoch ?? 0,
    tokenId: row.id,
    ...(row.scopes ? { scopes: row.scopes } : {}),
  }
  if (row.idle !== null && row.idle < 60) return bearer
  const isFirst = row.idle === null ? sql`and seen_at is null` : sql.empty
  const noted = await database.run(sql`update token set seen_at = now() where token_hash = ${digest(secret)} ${isFirst}`)
  return row.idle === null && noted > 0 ? { ...bearer, first: { id: row.id, name: row.name } } : bearer
}

/** A user's tokens that still open something, the newest first. */
export const tokensOf = (queries: Queries, userId: string): Promise<TokenState[]> =>
  queries.rows<TokenState>(
    sql`select ${tokenColumns} from token t where t.user_id = ${userId} and (t.expires_at is null or t.expires_at > now()) order by t.id desc limit 200`,
  )

/** Revokes a token. @returns what it was called, or undefined where there is none. */
export async function revokeToken(queries: Queries, userId: string, id: string): Promise<string | undefined> {
  const [gone] = await queries.rows<{ name: string }>(sql`delete from token where user_id = ${userId} and id = ${id} returning name`)
  if (gone) await tellDoors(queries, userId)
  return gone?.name
}

/** Which of these tokens still hold. */
export async function livingTokens(queries: Queries, userIds: readonly string[], ids: readonly string[]): Promise<Set<string>> {
  const rows = await queries.rows<{ id: string }>(
    sql`select id from token where user_id = any(${userIds}::uuid[]) and id = any(${ids}::uuid[]) and (expires_at is null or expires_at > now())`,
  )
  return new Set(rows.map(({ id }) => id))
}

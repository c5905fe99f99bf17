import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { badFields, refuse } from '#engine/action/refusal.ts'
import { tellDoors } from './load-actor.ts'
import type { Database, Queries } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'

/** Secrets never lie in the database: passwords are kept as Argon2id hashes, sessions and tokens as SHA-256 of what their bearer holds. */

// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest()

export const sessionHours = 12

/** Keeps a new password and ends the sessions that were opened with the old one. Refuses what is too short or too long to be one. */
export async function keepPassword(queries: Queries, userId: string, password: string): Promise<void> {
  if ([...password].length < 10) throw badFields({ password: words('密码至少 10 个字符', 'at least 10 characters') })
  if (Buffer.byteLength(password) > 256) throw badFields({ password: words('密码太长', 'is too long') })
  const secret = await hash(password.normalize('NFKC'), cost)
  await queries.run(
    sql`insert into credential (user_id, kind, secret, changed_at) values (${userId}, 'password', ${secret}, now()) on conflict (user_id, kind) do update set secret = excluded.secret, changed_at = excluded.changed_at`,
  )
  await queries.run(sql`delete from session where user_id = ${userId}`)
  await tellDoors(queries)
}

const wrong = () => refuse('wrong-password', words('邮箱或密码不正确。', 'The e-mail or the password is wrong.'), { status: 401 })

// A hash nobody's password fits: checking it costs as much as checking a real one, so that the time does not tell whether a user exists.
let decoy: Promise<string> | undefined

/**
 * Checks an e-mail and a password. Wrong ones are counted for all nodes together, per e-mail and per address; after ten in a quarter
 * of an hour the next is refused unseen for a quarter of an hour.
 * @returns the user's id.
 */
export async function checkPassword(
  database: Database,
  email: string,
  password: string,
  address: string,
  allowsDemo = true,
): Promise<string> {
  const keys = [`email:${email.toLowerCase()}`, `address:${address}`]
  const blocked = await database.row<{ until: string }>(
    sql`select max(blocked_until) as until from sign_in_attempt where key = any(${keys}) and blocked_until > now()`,
  )
  if (blocked?.until)
    throw refuse('too-many-attempts', words('尝试次数过多，请 15 分钟后再试。', 'Too many attempts; try again in 15 minutes.'), {
      status: 429,
    })
  const found = await database.row<{ id: string; secret: string }>(
    sql`select u.id, c.secret from "user" u join credential c on c.user_id = u.id and c.kind = 'password' where u.email = ${email.trim().toLowerCase()} and u.deleted_at is null and u.is_active and (not u.is_demo or ${allowsDemo})`,
  )
  decoy ??= hash(randomBytes(16).toString('hex'), cost)
  const fits = await verify(found?.secret ?? (await decoy), password.normalize('NFKC')).catch(() => false)
  if (!found || !fits) {
    const limit = (key: string) => (key.startsWith('email:') ? 10 : 100)
    for (const key of keys)
      await database.run(
        sql`insert into sign_in_attempt as a (key, failures, since) values (${key}, 1, now()) on conflict (key) do update set
          failures = case when a.since < now() - interval '15 minutes' then 1 else a.failures + 1 end,
          since = case when a.since < now() - interval '15 minutes' then now() else a.since end,
          blocked_until = case when a.since >= now() - interval '15 minutes' and a.failures + 1 >= ${limit(key)}::integer then now() + interval '15 minutes' end`,
      )
    throw wrong()
  }
  await database.run(sql`delete from sign_in_attempt where key = ${keys[0]}`)
  return found.id
}

/** Opens a session; the secret goes into the cookie and nowhere else. */
export async function openSession(
  queries: Queries,
  userId: string,
  agent: string,
  address: string,
): Promise<{ secret: string; expiresAt: string }> {
  const secret = randomBytes(32).toString('base64url')
  const row = await queries.row<{ expires_at: string }>(
    sql`insert into session (token_hash, id, user_id, created_at, seen_at, expires_at, agent, address)
      values (${digest(secret)}, ${newId()}, ${userId}, now(), now(), now() + make_interval(hours => ${sessionHours}), ${agent.slice(0, 300)}, ${address}) returning expires_at`,
  )
  return { secret, expiresAt: row!.expires_at }
}

export async function closeSession(queries: Queries, secret: string): Promise<void> {
  await queries.run(sql`delete from session where token_hash = ${digest(secret)}`)
  await tellDoors(queries)
}

export interface Bearer {
  userId: string
  kind: 'user' | 'token'
  scopes?: readonly string[]
  epoch: number
  /** Minutes since the session was last noted as used. */
  idle: number
}

/** Who holds this session secret, and the state of rights, in one look. */
export async function bearerOfSession(database: Database, secret: string): Promise<Bearer | undefined> {
  const row = await database.row<{ user_id: string; epoch: number | null; idle: number }>(
    sql`select s.user_id, extract(epoch from now() - s.seen_at)::integer / 60 as idle, (select epoch from access_epoch where id = 1) as epoch from session s where s.token_hash = ${digest(secret)} and s.expires_at > now()`,
    'prepare',
  )
  if (!row) return undefined
  // Noted at most every five minutes; a session in use goes on.
  if (row.idle >= 5)
    await database.run(
      sql`update session set seen_at = now(), expires_at = greatest(expires_at, now() + make_interval(hours => ${sessionHours})) where token_hash = ${digest(secret)}`,
    )
  return { userId: row.user_id, kind: 'user', epoch: row.epoch ?? 0, idle: row.idle }
}

/** Who holds this token, and what it may be used for. */
export async function bearerOfToken(database: Database, secret: string): Promise<Bearer | undefined> {
  const row = await database.row<{ user_id: string; epoch: number | null; scopes: string[] | null; idle: number | null }>(
    sql`select t.user_id, t.scopes, extract(epoch from now() - t.seen_at)::integer / 60 as idle, (select epoch from access_epoch where id = 1) as epoch from token t where t.token_hash = ${digest(secret)} and (t.expires_at is null or t.expires_at > now())`,
    'prepare',
  )
  if (!row) return undefined
  if (row.idle === null || row.idle >= 5) await database.run(sql`update token set seen_at = now() where token_hash = ${digest(secret)}`)
  return { userId: row.user_id, kind: 'token', epoch: row.epoch ?? 0, idle: row.idle ?? 0, ...(row.scopes ? { scopes: row.scopes } : {}) }
}

/** Makes a token; the secret is shown this once. */
export async function makeToken(
  queries: Queries,
  userId: string,
  name: string,
  options: { scopes?: string[]; days?: number } = {},
): Promise<string> {
  const secret = `zk_${randomBytes(30).toString('base64url')}`
  await queries.run(
    sql`insert into token (token_hash, id, user_id, name, scopes, created_at, expires_at)
      values (${digest(secret)}, ${newId()}, ${userId}, ${name}, ${options.scopes ?? null}, now(), ${options.days === undefined ? null : new Date(Date.now() + options.days * 86_400_000).toISOString()}::timestamptz)`,
  )
  return secret
}

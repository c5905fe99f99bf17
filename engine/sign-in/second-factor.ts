import { randomBytes } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { refuse } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { forgiveAttempts, takeAttempt } from './attempts.ts'
import { base32, codeAddress, fromBase32, stepOf } from './one-time-code.ts'
import { seal, unseal } from './secret-box.ts'

/** A second factor: codes of an app, a passkey, and ten backup codes for the day on which neither is at hand. */

export type Factor = 'app' | 'backupCode' | 'passkey'

const aboutSecret = (userId: string): string => `totp ${userId}`

const wrongCode = () =>
  refuse('wrong-code', words('验证码不正确。', 'The code is wrong.'), { fields: { code: words('不正确', 'is wrong') } })

export interface FactorState {
  /** Since when an app gives codes; null while there is none. */
  since: string | null
  passkeys: number
  codesLeft: number
  /** Whether one of the user's roles asks for it. */
  isRequired: boolean
}

export async function factorOf(queries: Queries, userId: string): Promise<FactorState> {
  const row = await queries.row<FactorState>(
    sql`select (select c.changed_at from credential c where c.user_id = u.id and c.kind = 'totp') as since,
        (select count(*) from passkey p where p.user_id = u.id) as passkeys,
        (select count(*) from backup_code b where b.user_id = u.id and b.used_at is null) as "codesLeft",
        exists (select from role r where r.id = any(u.roles_ids) and r.second_factor and r.deleted_at is null) as "isRequired"
      from "user" u where u.id = ${userId}`,
  )
  return row ?? { since: null, passkeys: 0, codesLeft: 0, isRequired: false }
}

/** Whether something is asked for beside the password. */
export const hasFactor = ({ since, passkeys }: FactorState): boolean => since !== null || passkeys > 0

/** Makes a secret for an app; it counts once a code of it has been given. */
export async function beginFactor(runtime: Runtime, userId: string): Promise<{ secret: string; address: string }> {
  const { database } = runtime
  const secret = base32(randomBytes(20))
  const user = await database.row<{ email: string }>(sql`select email from "user" where id = ${userId}`)
  const sealed = await seal(runtime, secret, aboutSecret(userId))
  await database.run(
    sql`insert into credential (user_id, kind, secret, changed_at) values (${userId}, 'totpPending', ${sealed}, now())
      on conflict (user_id, kind) do update set secret = excluded.secret, changed_at = excluded.changed_at`,
  )
  return { secret, address: codeAddress('Zhike', user?.email ?? '', secret) }
}

/** Checks the first code of an app. @returns the half minute it was of, to be kept with `keepFactor`. */
export async function checkFirstCode(runtime: Runtime, userId: string, code: string): Promise<{ sealed: string; step: number }> {
  await takeAttempt(runtime.database, 'code', userId)
  const row = await runtime.database.row<{ secret: string }>(
    sql`select secret from credential where user_id = ${userId} and kind = 'totpPending' and changed_at > now() - interval '30 minutes'`,
  )
  const step = row && stepOf(fromBase32(unseal(runtime, row.secret, aboutSecret(userId))), bare(code), runtime.clock())
  if (!row || step === undefined) throw wrongCode()
  await forgiveAttempts(runtime.database, 'code', userId)
  return { sealed: row.secret, step }
}

/** The app's secret counts from now on, and new backup codes with it. @returns the codes, shown this once. */
export async function keepFactor(queries: Queries, userId: string, { sealed, step }: { sealed: string; step: number }): Promise<string[]> {
  await queries.run(sql`delete from credential where user_id = ${userId} and kind = 'totpPending'`)
  await queries.run(
    sql`insert into credential (user_id, kind, secret, changed_at, used_step) values (${userId}, 'totp', ${sealed}, now(), ${step})
      on conflict (user_id, kind) do update set secret = excluded.secret, changed_at = excluded.changed_at, used_step = excluded.used_step`,
  )
  return renewBackupCodes(queries, userId)
}

/** No app any more. @returns whether there was one. */
export async function dropApp(queries: Queries, userId: string): Promise<boolean> {
  const gone = await queries.run(sql`delete from credential where user_id = ${userId} and kind = 'totp'`)
  await queries.run(sql`delete from credential where user_id = ${userId} and kind = 'totpPending'`)
  return gone > 0
}

/** Backup codes stand in for something: where nothing is left, they go too. */
export async function dropIdleCodes(queries: Queries, userId: string): Promise<void> {
  if (hasFactor(await factorOf(queries, userId))) return
  await queries.run(sql`delete from credential where user_id = ${userId} and kind = 'backupSalt'`)
  await queries.run(sql`delete from backup_code where user_id = ${userId}`)
}

/** Whoever has his first passkey gets backup codes with it. @returns them, or undefined where he has some. */
export const firstCodes = async (queries: Queries, userId: string): Promise<string[] | undefined> =>
  (await factorOf(queries, userId)).codesLeft > 0 ? undefined : renewBackupCodes(queries, userId)

const bare = (code: string): string => code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

// Fifty bits are too few for a plain digest: one costly hash, with a salt for the ten together, is looked up among them.
const hashCode = (code: string, salt: Buffer): Promise<Buffer> =>
  hashRaw(code, { salt, memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 })

/** Ten new backup codes in place of those before. @returns them, shown this once. */
export async function renewBackupCodes(queries: Queries, userId: string): Promise<string[]> {
  const salt = randomBytes(16)
  // Fifty bits each: ten letters and figures that are not mistaken for one another.
  const codes = Array.from({ length: 10 }, () => base32(randomBytes(7)).slice(0, 10))
  const hashes = await Promise.all(codes.map((code) => hashCode(code, salt)))
  await queries.run(sql`delete from backup_code where user_id = ${userId}`)
  for (const hash of hashes) await queries.run(sql`insert into backup_code (user_id, code_hash) values (${userId}, ${hash})`)
  await queries.run(
    sql`insert into credential (user_id, kind, secret, changed_at) values (${userId}, 'backupSalt', ${salt.toString('base64')}, now())
      on conflict (user_id, kind) do update set secret = excluded.secret, changed_at = excluded.changed_at`,
  )
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`)
}

/** Takes a code of the app, or a backup code, for good: of two who give it at the same instant one comes in. */
export async function takeCode(runtime: Runtime, userId: string, given: string): Promise<Factor> {
  const { database } = runtime
  await takeAttempt(database, 'code', userId)
  const code = bare(given)
  const taken = /^\d{6}$/.test(code) ? await takeAppCode(runtime, userId, code) : await takeBackupCode(database, userId, code)
  if (!taken) throw wrongCode()
  await forgiveAttempts(database, 'code', userId)
  return /^\d{6}$/.test(code) ? 'app' : 'backupCode'
}

async function takeAppCode(runtime: Runtime, userId: string, code: string): Promise<boolean> {
  const row = await runtime.database.row<{ secret: string }>(sql`select secret from credential where user_id = ${userId} and kind = 'totp'`)
  const step = row && stepOf(fromBase32(unseal(runtime, row.secret, aboutSecret(userId))), code, runtime.clock())
  if (!row || step === undefined) return false
  const taken = await runtime.database.run(
    sql`update credential set used_step = ${step} where user_id = ${userId} and kind = 'totp' and secret = ${row.secret} and (used_step is null or used_step < ${step})`,
  )
  return taken > 0
}

async function takeBackupCode(queries: Queries, userId: string, code: string): Promise<boolean> {
  const salt = await queries.row<{ secret: string }>(sql`select secret from credential where user_id = ${userId} and kind = 'backupSalt'`)
  if (!salt || !/^[A-Z2-7]{10}$/.test(code)) return false
  const hash = await hashCode(code, Buffer.from(salt.secret, 'base64'))
  return (
    (await queries.run(sql`update backup_code set used_at = now() where user_id = ${userId} and code_hash = ${hash} and used_at is null`)) >
    0
  )
}

import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { hash, verify } from '@node-rs/argon2'
import { tellDoors } from '#engine/access/load-actor.ts'
import { badFields } from '#engine/action/refusal.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { refusePassword } from './password-rules.ts'

/** Passwords are kept as Argon2id hashes and nothing else. */

// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. Whoever signs in with a hash of less gets a new one.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const hashed = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

/** Whether a hash was made with less than is asked for now. */
export function isOutdated(secret: string): boolean {
  const [, memory, time] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(secret) ?? []
  return Number(memory ?? 0) < cost.memoryCost || Number(time ?? 0) < cost.timeCost
}

let refusedList: { path: string; digests: ReadonlySet<string> } | undefined
const short = (password: string): string => createHash('sha256').update(password.toLowerCase()).digest('base64url').slice(0, 16)

/**
 * Reads the list that whoever runs the product has laid beside it, one password to a line: those of known breaches, say. Read once. Throws, in
 * both languages, where it is named and cannot be read: without it, what it was to refuse would be let through in silence.
 * @returns how many there are
 */
export function readRefusedPasswords(path = process.env.ZHIKE_REFUSED_PASSWORDS): number {
  if (!path) return 0
  if (refusedList?.path !== path) {
    const lines = ((): string[] => {
      try {
        return fs
          .readFileSync(path, 'utf8')
          .replace(/^\uFEFF/, '')
          .split(/\r?\n/)
      } catch (error) {
        const why = (error as { code?: string }).code
        throw new Error(
          `ZHIKE_REFUSED_PASSWORDS 指定的文件 ${path} 无法读取（${why}）。 The file ${path} that ZHIKE_REFUSED_PASSWORDS names cannot be read (${why}).`,
        )
      }
    })()
    refusedList = {
      path,
      digests: new Set(
        lines
          .map((line) => line.trim())
          .filter(Boolean)
          .map(short),
      ),
    }
  }
  return refusedList.digests.size
}

/** Whether a password stands on that list, in whatever case. */
export const isOnList = (password: string): boolean => readRefusedPasswords() > 0 && refusedList!.digests.has(short(password.trim()))

/**
 * Keeps a new password and ends the sessions that were opened with the old one. Refuses what is too short, too long, or guessed first.
 * @param field under which name a refusal speaks of it
 */
export async function keepPassword(queries: Queries, userId: string, password: string, field = 'password'): Promise<void> {
  const user = await queries.row<{ name: string; email: string }>(sql`select name, email from "user" where id = ${userId}`)
  const fault = refusePassword(password, user ? [user.name, user.email] : [], isOnList)
  if (fault) throw badFields({ [field]: fault })
  await queries.run(
    sql`insert into credential (user_id, kind, secret, changed_at) values (${userId}, 'password', ${await hashed(password)}, now()) on conflict (user_id, kind) do update set secret = excluded.secret, changed_at = excluded.changed_at`,
  )
  await queries.run(sql`delete from session where user_id = ${userId}`)
  await queries.run(sql`delete from sign_in_step where user_id = ${userId}`)
  await tellDoors(queries, userId)
}

// A hash nobody's password fits: checking it costs as much as checking a real one, so that the time does not tell whether a user exists.
let decoy: Promise<string> | undefined

/** Whether a password fits a hash; where there is none, it takes as long to say no. */
export async function fits(secret: string | undefined, password: string): Promise<boolean> {
  decoy ??= hash(randomBytes(16).toString('hex'), cost)
  return (await verify(secret ?? (await decoy), password.normalize('NFKC')).catch(() => false)) && secret !== undefined
}

/** Hashes a password anew, with what is asked for now; a password set meanwhile stays. */
export async function renewHash(queries: Queries, userId: string, secret: string, password: string): Promise<void> {
  await queries.run(
    sql`update credential set secret = ${await hashed(password)} where user_id = ${userId} and kind = 'password' and secret = ${secret}`,
  )
}

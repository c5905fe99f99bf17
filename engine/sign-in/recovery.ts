import { randomBytes } from 'node:crypto'
import { systemActor } from '#engine/access/actor.ts'
import { refuse } from '#engine/action/refusal.ts'
import { languagePreference } from '#engine/notice/notice-preference.ts'
import { readPreferences } from '#engine/preference/preferences.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { words, type Locale } from '#engine/text/words.ts'
import { forgiveAttempts, takeAttempt } from './attempts.ts'
import { composeRecovery } from './compose-recovery.ts'
import { keepPassword } from './passwords.ts'
import { digest } from './sessions.ts'
import { from, tellDoor, type Origin } from './sign-in-events.ts'
import { tellOwner } from './sign-in.ts'

/** A new password for whoever has lost his: by a link that works once, for half an hour. A second factor is asked for all the same. */

export const recoveryMinutes = 30

export const recoveryPath = (secret: string): string => `/recover/#${secret}`

/** Makes a link; those before no longer work. */
export async function makeRecovery(queries: Queries, userId: string): Promise<{ secret: string; expiresAt: string }> {
  const secret = randomBytes(32).toString('base64url')
  await queries.run(sql`delete from recovery where user_id = ${userId}`)
  const row = await queries.row<{ expires_at: string }>(
    sql`insert into recovery (secret_hash, user_id, created_at, expires_at) values (${digest(secret)}, ${userId}, now(), now() + make_interval(mins => ${recoveryMinutes})) returning expires_at`,
  )
  return { secret, expiresAt: row!.expires_at }
}

/** Whether links can go by mail: there is a server for it, and it is known where the product is reached. */
export const canMailRecovery = ({ mail }: Pick<Runtime, 'mail'>): boolean => Boolean(mail?.publicUrl)

/**
 * Somebody has forgotten his password. The answer is the same whether or not there is such a user, and so is the work before it: all else
 * is done behind.
 */
export async function askRecovery(runtime: Runtime, email: string, origin: Origin): Promise<void> {
  if (!canMailRecovery(runtime)) return
  await takeAttempt(runtime.database, 'address', origin.address)
  const isTooOften = await takeAttempt(runtime.database, 'recovery', email).then(
    () => false,
    () => true,
  )
  if (!isTooOften) await runtime.enqueue(runtime.database, 'send-recovery', { email: email.trim().toLowerCase(), origin })
}

/** Sends the link, where there is somebody to send it to. */
export async function sendRecovery(runtime: Runtime, { email, origin }: { email: string; origin: Origin }): Promise<void> {
  const { mail } = runtime
  const user = await runtime.database.row<{ id: string; name: string; locale: Locale | null }>(
    sql`select id, name, locale from "user" where email = ${email} and deleted_at is null and is_active and not is_demo`,
  )
  if (!mail?.publicUrl || !user) return
  const language = (await readPreferences(runtime.database, languagePreference, [user.id])).get(user.id)
  let secret = ''
  await tellDoor(runtime, systemActor, user.id, 'recoveryAsked', from(origin), async (queries) => {
    secret = (await makeRecovery(queries, user.id)).secret
  })
  await mail.send({
    to: { name: user.name, address: email },
    key: digest(secret).toString('hex').slice(0, 32),
    ...composeRecovery(language ?? user.locale ?? 'zh', mail.publicUrl + recoveryPath(secret), recoveryMinutes),
  })
}

const over = () => refuse('recovery-over', words('链接已用过或已过期。', 'This link has been used or has expired.'), { status: 404 })

/** Sets a new password by a link, once. All sessions of before end. */
export async function recover(runtime: Runtime, secret: string, password: string, origin: Origin): Promise<void> {
  await takeAttempt(runtime.database, 'address', origin.address)
  const row = await runtime.database.row<{ user_id: string; email: string }>(
    sql`select r.user_id, u.email from recovery r join "user" u on u.id = r.user_id
      where r.secret_hash = ${digest(secret)} and r.expires_at > now() and u.is_active and u.deleted_at is null`,
  )
  const actor = row && (await runtime.actorOf(row.user_id, 'user'))
  if (!row || !actor) throw over()
  await tellDoor(runtime, actor, row.user_id, 'passwordSet', from(origin), async (queries) => {
    if ((await queries.run(sql`delete from recovery where secret_hash = ${digest(secret)}`)) === 0) throw over()
    await keepPassword(queries, row.user_id, password)
    await forgiveAttempts(queries, 'account', row.email)
    await tellOwner(queries, row.user_id, words('您的密码已更换。', 'Your password has been changed.'))
  })
}

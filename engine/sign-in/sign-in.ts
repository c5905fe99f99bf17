import { randomBytes } from 'node:crypto'
import { systemActor, type Actor } from '#engine/access/actor.ts'
import { badFields, notSignedIn, refuse } from '#engine/action/refusal.ts'
import { notify } from '#engine/notice/notify.ts'
import type { Changes } from '#engine/event/define-event.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { forgiveAttempts, takeAttempt, takeBackAttempt, type Attempt } from './attempts.ts'
import { fits, isOutdated, renewHash } from './passwords.ts'
import { checkFirstCode, factorOf, hasFactor, keepFactor, takeCode, type Factor } from './second-factor.ts'
import { passkeysOf } from './passkeys.ts'
import { digest, openSession } from './sessions.ts'
import { from, noteDoor, tellDoor, tellOfNobody, type Origin } from './sign-in-events.ts'
import { securityNotice } from './sign-in-notices.ts'
import type { Site } from './site.ts'

/**
 * The way in: the password, then a code or a passkey where there is a second factor, or its set-up where a role asks for one; then a session.
 * A passkey alone (`passkey-sign-in.ts`) and a provider (`provider-sign-in.ts`) end here as well.
 */

const wrong = () => refuse('wrong-password', words('邮箱或密码不正确。', 'The e-mail or the password is wrong.'), { status: 401 })

interface Account {
  id: string
  email: string
  secret: string
}

/**
 * Checks an e-mail and a password. Nothing in the answer, nor the time it takes, tells whether there is such a user; too many tries are refused
 * unseen, for a known address as for an unknown one.
 */
export async function checkPassword(runtime: Runtime, email: string, password: string, origin: Origin): Promise<Account> {
  const { database } = runtime
  await takeAttempt(database, 'address', origin.address)
  const attempt = await takeAttempt(database, 'account', email)
  const found = await database.row<Account>(
    sql`select u.id, u.email, c.secret from "user" u join credential c on c.user_id = u.id and c.kind = 'password' where u.email = ${email.trim().toLowerCase()} and u.deleted_at is null and u.is_active and (not u.is_demo or ${runtime.allowsDemo})`,
  )
  if (!(await fits(found?.secret, password)) || !found) {
    await (found ? tellOfFailure(runtime, found.id, attempt, origin) : tellOfNobody(runtime, origin))
    throw wrong()
  }
  await forgiveAttempts(database, 'account', email)
  await takeBackAttempt(database, 'address', origin.address)
  if (isOutdated(found.secret)) await renewHash(database, found.id, found.secret, password)
  return found
}

async function tellOfFailure(runtime: Runtime, userId: string, { lockedUntil, since }: Attempt, origin: Origin): Promise<void> {
  // The same statements as for an account that does not exist: the time must not tell.
  await noteDoor(runtime.database, userId, 'signInFailed', from(origin), runtime.clock())
  if (!lockedUntil) return
  await tellDoor(runtime, systemActor, userId, 'locked', { ...from(origin), until: [null, lockedUntil] }, async (queries) => {
    const until = showInstant(lockedUntil, companyZone)
    const what = words(
      `您的账号多次登录失败，${until} 前不能登录。不是您本人的话，更换密码并告诉管理员。`,
      `Several sign-ins to your account have failed; it is locked until ${until}. If that was not you, change your password and tell an administrator.`,
    )
    await notify(queries, { kind: securityNotice, to: userId, args: { what }, key: `locked:${since}` })
  })
}

export type NextStep = 'code' | 'setUp'

/** What is still to come before this user is in. */
export async function nextStep(queries: Queries, userId: string): Promise<NextStep | undefined> {
  const factor = await factorOf(queries, userId)
  return hasFactor(factor) ? 'code' : factor.isRequired ? 'setUp' : undefined
}

/** For how long somebody is half-way in. */
export const stepMinutes = 10

/** Remembers that the password was right. Nothing else is reached by it. @returns the secret of the step. */
export async function openStep(queries: Queries, userId: string, kind: NextStep): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await queries.run(
    sql`insert into sign_in_step (secret_hash, user_id, kind, expires_at) values (${digest(secret)}, ${userId}, ${kind}, now() + make_interval(mins => ${stepMinutes}))`,
  )
  return secret
}

const stepOver = () =>
  refuse('step-over', words('登录已超时，请重新输入密码。', 'This sign-in has run out of time; begin again.'), { status: 403 })

/** Whoever holds a step, and what is still to come; undefined where it is over. */
export const stepBearer = async (runtime: Runtime, secret: string | undefined): Promise<{ userId: string; kind: NextStep } | undefined> =>
  secret
    ? await runtime.database.row<{ userId: string; kind: NextStep }>(
        sql`select s.user_id as "userId", s.kind from sign_in_step s join "user" u on u.id = s.user_id
          where s.secret_hash = ${digest(secret)} and s.expires_at > now() and u.is_active and u.deleted_at is null`,
      )
    : undefined

/** Whoever is half-way in, with this still to come. */
export async function bearerOfStep(runtime: Runtime, secret: string | undefined, kind: NextStep): Promise<string> {
  const bearer = await stepBearer(runtime, secret)
  if (bearer?.kind !== kind) throw stepOver()
  return bearer.userId
}

/** By what somebody who has a second factor may go on: a code of whatever kind, a passkey of this site. */
export async function waysOn(
  runtime: Runtime,
  userId: string,
  next: NextStep,
  { passkeyHost }: Site,
): Promise<{ ways?: ('code' | 'passkey')[] }> {
  if (next !== 'code') return {}
  const [factor, passkeys] = await Promise.all([factorOf(runtime.database, userId), passkeysOf(runtime.database, userId)])
  return {
    ways: [
      ...(factor.since !== null || factor.codesLeft > 0 ? (['code'] as const) : []),
      ...(passkeys.some(({ host }) => host === passkeyHost) ? (['passkey'] as const) : []),
    ],
  }
}

export interface Opened {
  secret: string
  expiresAt: string
}

/**
 * Opens a session, always a new one: what the browser brought along is ended.
 * @param how what was given beside the password, and what the event says of it
 */
export async function letIn(
  runtime: Runtime,
  userId: string,
  origin: Origin,
  { old, step, factor, more }: { old?: string | undefined; step?: string | undefined; factor?: Factor | undefined; more?: Changes } = {},
  work?: (queries: Queries) => Promise<void>,
): Promise<Opened> {
  const actor = await runtime.actorOf(userId, 'user')
  if (!actor) throw notSignedIn()
  let opened!: Opened
  await tellDoor(
    runtime,
    actor,
    userId,
    'signedIn',
    { ...from(origin), ...(factor ? { factor: [null, factor] } : {}), ...more },
    async (queries) => {
      // A step leads in once, however many come with it at the same instant.
      if (step && (await queries.run(sql`delete from sign_in_step where secret_hash = ${digest(step)}`)) === 0) throw stepOver()
      if (old) await queries.run(sql`delete from session where token_hash = ${digest(old)} and user_id = ${userId}`)
      await work?.(queries)
      opened = await openSession(queries, userId, origin)
    },
  )
  return opened
}

/** Notes a wrong code, and says so. */
export async function withCode<T>(runtime: Runtime, userId: string, origin: Origin, check: () => Promise<T>): Promise<T> {
  try {
    return await check()
  } catch (error) {
    if ((error as { code?: string }).code === 'wrong-code')
      await tellDoor(runtime, systemActor, userId, 'signInFailed', { ...from(origin), factor: [null, 'code'] })
    throw error
  }
}

/** The second half of the way in: a code of the app, or a backup code. */
export async function enterWithCode(
  runtime: Runtime,
  step: string | undefined,
  code: string,
  origin: Origin,
  old?: string,
): Promise<Opened> {
  const userId = await bearerOfStep(runtime, step, 'code')
  const factor = await withCode(runtime, userId, origin, () => takeCode(runtime, userId, code))
  return letIn(runtime, userId, origin, { old, step, factor })
}

/** The other second half: the first code of an app that has just been set up. */
export async function enterWithFirstCode(
  runtime: Runtime,
  step: string | undefined,
  code: string,
  origin: Origin,
  old?: string,
): Promise<Opened & { codes: string[] }> {
  const userId = await bearerOfStep(runtime, step, 'setUp')
  const checked = await withCode(runtime, userId, origin, () => checkFirstCode(runtime, userId, code))
  let codes: string[] = []
  const opened = await letIn(runtime, userId, origin, { old, step, factor: 'app' }, async (queries) => {
    codes = await keepFactor(queries, userId, checked)
  })
  const actor = await runtime.actorOf(userId, 'user')
  if (actor) await tellDoor(runtime, actor, userId, 'secondFactorOn', from(origin), (queries) => tellOwner(queries, userId, factorOnWords))
  return { ...opened, codes }
}

export const factorOnWords = words('您的账号已开启两步验证。', 'Your account now asks for a second factor.')

/** Tells a user of a change of how he signs in. */
export const tellOwner = async (queries: Queries, userId: string, what: ReturnType<typeof words>): Promise<void> =>
  void (await notify(queries, { kind: securityNotice, to: userId, args: { what } }))

/**
 * Whether somebody who is in is who he says: asked again before he changes how he signs in.
 * @param isConfirmed he has shown himself with all that he has within the last minutes: a code is not asked for where he has no app to give it
 */
export async function confirmIdentity(
  runtime: Runtime,
  actor: Actor,
  given: { password: string; code?: string | undefined },
  origin: Origin,
  field = 'password',
  isConfirmed = false,
): Promise<void> {
  const { database } = runtime
  const found = await database.row<{ email: string; secret: string | null }>(
    sql`select u.email, (select secret from credential c where c.user_id = u.id and c.kind = 'password') as secret from "user" u where u.id = ${actor.id}`,
  )
  const attempt = await takeAttempt(database, 'account', found!.email)
  if (!(await fits(found!.secret ?? undefined, given.password))) {
    await tellOfFailure(runtime, actor.id, attempt, origin)
    throw badFields({ [field]: words('密码不正确', 'is wrong') })
  }
  await forgiveAttempts(database, 'account', found!.email)
  const factor = await factorOf(database, actor.id)
  if (!hasFactor(factor) || (isConfirmed && !factor.since)) return
  if (!given.code) throw badFields({ code: words('需要填写', 'is required') })
  await withCode(runtime, actor.id, origin, () => takeCode(runtime, actor.id, given.code!))
}

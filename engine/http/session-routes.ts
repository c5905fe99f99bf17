import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Runtime } from '#engine/runtime.ts'
import { readProviders, refuseWithoutProvider } from '#engine/sign-in/single-sign-on.ts'
import { askRecovery, canMailRecovery, recover } from '#engine/sign-in/recovery.ts'
import { beginFactor } from '#engine/sign-in/second-factor.ts'
import { bearerOfSession, digest } from '#engine/sign-in/sessions.ts'
import { from, tellDoor } from '#engine/sign-in/sign-in-events.ts'
import {
  bearerOfStep,
  checkPassword,
  enterWithCode,
  enterWithFirstCode,
  letIn,
  nextStep,
  openStep,
  stepBearer,
  stepMinutes,
  waysOn,
  type NextStep,
} from '#engine/sign-in/sign-in.ts'
import { tellDoors } from '#engine/access/load-actor.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { cookieOf, dropCookie, keepCookie } from './cookies.ts'
import { moment } from './answers/parts.ts'
import { backupCodes, factorBegun, me, opened, signedIn, wayIn } from './answers/sign-in-answers.ts'
import { originOf, siteOf } from './who.ts'
import { defineRoute } from './route.ts'

export function setSession(
  runtime: Runtime,
  request: FastifyRequest,
  reply: FastifyReply,
  { secret, expiresAt }: { secret: string; expiresAt: string },
): void {
  keepCookie(runtime, request, reply, 'session', { value: secret, seconds: (Date.parse(expiresAt) - Date.now()) / 1000 })
  dropCookie(runtime, request, reply, 'step')
}

/** Half-way in: what is still to come, held by the browser for some minutes. */
export async function setStep(
  runtime: Runtime,
  request: FastifyRequest,
  reply: FastifyReply,
  userId: string,
  next: NextStep,
): Promise<void> {
  keepCookie(runtime, request, reply, 'step', { value: await openStep(runtime.database, userId, next), seconds: stepMinutes * 60 })
}

const code = z.string().min(1).max(40)

/** Ends the session of a browser, and tells of it where it still held. */
async function signOut(runtime: Runtime, request: FastifyRequest): Promise<void> {
  const secret = cookieOf(runtime, request, 'session')
  const bearer = secret ? await bearerOfSession(runtime.database, secret) : undefined
  const actor = bearer && (await runtime.actorOf(bearer.userId, 'user'))
  const close = () => runtime.database.run(sql`delete from session where token_hash = ${digest(secret!)}`)
  if (secret && !actor) await close()
  if (actor)
    await tellDoor(runtime, actor, actor.id, 'signedOut', from(originOf(request)), async (queries) => {
      await queries.run(sql`delete from session where token_hash = ${digest(secret!)}`)
      await tellDoors(queries, actor.id)
    })
}

export const sessionRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/sign-in',
    words: words('怎样登录', 'How one signs in'),
    open: true,
    answers: { 200: { schema: wayIn } },
    async handler({ runtime, request }) {
      const site = siteOf(runtime, request)
      const step = await stepBearer(runtime, cookieOf(runtime, request, 'step'))
      return {
        recovery: canMailRecovery(runtime) ? 'mail' : 'administrator',
        /** The address at which passkeys work; null where they work at none. */
        passkeysAt: site.passkeyHost === null ? null : site.origin,
        providers: (await readProviders(runtime.database)).map(({ id, name }) => ({ id, name })),
        /** Where whoever asks is half-way in: what is still to come. */
        ...(step ? { step: { next: step.kind, ...(await waysOn(runtime, step.userId, step.kind, site)) } } : {}),
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/sign-in',
    words: words(
      '登录；需要验证码或设置两步验证时以 next 说明',
      'Sign in; "next" says where a code or the set-up of a second factor is still to come',
    ),
    open: true,
    body: z.strictObject({ email: z.string().max(254), password: z.string().max(1000) }),
    answers: { 200: { schema: signedIn } },
    async handler({ runtime, body, request, reply }) {
      const origin = originOf(request)
      const { id } = await checkPassword(runtime, body.email, body.password, origin)
      await refuseWithoutProvider(runtime.database, id)
      const next = await nextStep(runtime.database, id)
      if (next) {
        await setStep(runtime, request, reply, id, next)
        return { next, ...(await waysOn(runtime, id, next, siteOf(runtime, request))) }
      }
      const { secret, expiresAt } = await letIn(runtime, id, origin, { old: cookieOf(runtime, request, 'session') })
      setSession(runtime, request, reply, { secret, expiresAt })
      return { user: id, expiresAt }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/sign-in/code',
    words: words('登录的第二步：验证码或备用码', 'Second step of signing in: a code of the app, or a backup code'),
    open: true,
    body: z.strictObject({ code }),
    answers: { 200: { schema: opened } },
    async handler({ runtime, body, request, reply }) {
      const old = cookieOf(runtime, request, 'session')
      const { secret, expiresAt } = await enterWithCode(runtime, cookieOf(runtime, request, 'step'), body.code, originOf(request), old)
      setSession(runtime, request, reply, { secret, expiresAt })
      return { expiresAt }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/sign-in/set-up',
    words: words('登录时设置两步验证', 'Set up a second factor while signing in'),
    open: true,
    answers: { 200: { schema: factorBegun } },
    handler: async ({ runtime, request }) => beginFactor(runtime, await bearerOfStep(runtime, cookieOf(runtime, request, 'step'), 'setUp')),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/sign-in/set-up/confirm',
    words: words('以第一个验证码完成设置并登录', 'Finish the set-up with the first code, and sign in'),
    open: true,
    body: z.strictObject({ code }),
    answers: { 200: { schema: backupCodes.extend({ expiresAt: moment }) } },
    async handler({ runtime, body, request, reply }) {
      const old = cookieOf(runtime, request, 'session')
      const { secret, expiresAt, codes } = await enterWithFirstCode(
        runtime,
        cookieOf(runtime, request, 'step'),
        body.code,
        originOf(request),
        old,
      )
      setSession(runtime, request, reply, { secret, expiresAt })
      return { expiresAt, codes }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/recovery',
    words: words(
      '找回密码：有此用户时发送邮件，回答总是一样',
      'Recover a password: a mail is sent where there is such a user; the answer is always the same',
    ),
    open: true,
    body: z.strictObject({ email: z.string().max(254) }),
    answers: { 204: {} },
    handler: ({ runtime, body, request }) => askRecovery(runtime, body.email, originOf(request)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/recovery/password',
    words: words('以链接设置新密码', 'Set a new password by a link'),
    open: true,
    body: z.strictObject({ secret: z.string().max(100), password: z.string().max(1000) }),
    answers: { 204: {} },
    handler: ({ runtime, body, request }) => recover(runtime, body.secret, body.password, originOf(request)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/sign-out',
    words: words('退出', 'Sign out'),
    open: true,
    answers: { 204: {} },
    async handler({ runtime, request, reply }) {
      await signOut(runtime, request)
      dropCookie(runtime, request, reply, 'session')
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/me',
    words: words('我是谁', 'Who I am'),
    answers: { 200: { schema: me } },
    handler: ({ actor }) => ({
      id: actor.id,
      name: actor.name,
      roles: actor.roles.map((role) => role.code),
      departments: actor.departments,
    }),
  }),
]

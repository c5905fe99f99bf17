import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Runtime } from '#engine/runtime.ts'
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
  stepMinutes,
} from '#engine/sign-in/sign-in.ts'
import { tellDoors } from '#engine/access/load-actor.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { backupCodes, factorBegun, me, signedIn } from './answers/sign-in-answers.ts'
import { moment } from './answers/parts.ts'
import { originOf, sessionCookie } from './who.ts'
import { defineRoute } from './route.ts'

/** Held by whoever has given his password and not yet his code. It goes to the way in and nowhere else. */
const stepCookie = 'zhike_step'
const stepPath = '/api/v1/sign-in'

export function setSession(request: FastifyRequest, reply: FastifyReply, secret: string, expiresAt: string): void {
  void reply.setCookie(sessionCookie, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: Math.max(0, Math.floor((Date.parse(expiresAt) - Date.now()) / 1000)),
  })
  void reply.clearCookie(stepCookie, { path: stepPath })
}

const code = z.string().min(1).max(40)

/** Ends the session of a browser, and tells of it where it still held. */
async function signOut(runtime: Runtime, request: FastifyRequest): Promise<void> {
  const secret = request.cookies[sessionCookie]
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
    answers: { 200: { schema: z.object({ recovery: z.enum(['mail', 'administrator']) }) } },
    handler: ({ runtime }) => ({ recovery: canMailRecovery(runtime) ? 'mail' : 'administrator' }),
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
      const next = await nextStep(runtime.database, id)
      if (next) {
        const step = await openStep(runtime.database, id, next)
        void reply.setCookie(stepCookie, step, {
          path: stepPath,
          httpOnly: true,
          sameSite: 'strict',
          secure: request.protocol === 'https',
          maxAge: stepMinutes * 60,
        })
        return { next }
      }
      const { secret, expiresAt } = await letIn(runtime, id, origin, { old: request.cookies[sessionCookie] })
      setSession(request, reply, secret, expiresAt)
      return { user: id, expiresAt }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/sign-in/code',
    words: words('登录的第二步：验证码或备用码', 'Second step of signing in: a code of the app, or a backup code'),
    open: true,
    body: z.strictObject({ code }),
    answers: { 200: { schema: z.object({ expiresAt: moment }) } },
    async handler({ runtime, body, request, reply }) {
      const old = request.cookies[sessionCookie]
      const { secret, expiresAt } = await enterWithCode(runtime, request.cookies[stepCookie], body.code, originOf(request), old)
      setSession(request, reply, secret, expiresAt)
      return { expiresAt }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/sign-in/set-up',
    words: words('登录时设置两步验证', 'Set up a second factor while signing in'),
    open: true,
    answers: { 200: { schema: factorBegun } },
    handler: async ({ runtime, request }) => beginFactor(runtime, await bearerOfStep(runtime, request.cookies[stepCookie], 'setUp')),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/sign-in/set-up/confirm',
    words: words('以第一个验证码完成设置并登录', 'Finish the set-up with the first code, and sign in'),
    open: true,
    body: z.strictObject({ code }),
    answers: { 200: { schema: backupCodes.extend({ expiresAt: moment }) } },
    async handler({ runtime, body, request, reply }) {
      const old = request.cookies[sessionCookie]
      const { secret, expiresAt, codes } = await enterWithFirstCode(runtime, request.cookies[stepCookie], body.code, originOf(request), old)
      setSession(request, reply, secret, expiresAt)
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
      void reply.clearCookie(sessionCookie, { path: '/' })
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

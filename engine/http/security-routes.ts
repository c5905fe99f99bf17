import { z } from 'zod'
import type { Actor } from '#engine/access/actor.ts'
import { notFound, refuse } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Bearer } from '#engine/sign-in/bearer.ts'
import { factorRequired } from '#engine/sign-in/passkey-sign-in.ts'
import { keepPassword } from '#engine/sign-in/passwords.ts'
import { giveToken, takeToken } from '#engine/sign-in/give-token.ts'
import {
  beginFactor,
  checkFirstCode,
  dropApp,
  dropIdleCodes,
  factorOf,
  hasFactor,
  keepFactor,
  renewBackupCodes,
} from '#engine/sign-in/second-factor.ts'
import { securityOf } from '#engine/sign-in/security-state.ts'
import { confirmSession, endSessions, openSession } from '#engine/sign-in/sessions.ts'
import { from, tellDoor } from '#engine/sign-in/sign-in-events.ts'
import { confirmIdentity, factorOnWords, tellOwner, withCode } from '#engine/sign-in/sign-in.ts'
import { scopesSchema } from '#engine/sign-in/token-scopes.ts'
import { words } from '#engine/text/words.ts'
import { backupCodes, factorBegun, security, tokenGiven } from './answers/sign-in-answers.ts'
import { defineRoute } from './route.ts'
import { setSession } from './session-routes.ts'
import { originOf } from './who.ts'

/** Before somebody changes how he signs in he shows once more who he is: a screen left open is not enough. */
export function refuseUnconfirmed(bearer: Bearer | undefined): void {
  if (!bearer?.session?.isConfirmed)
    throw refuse('confirm-first', words('先输入密码确认是您本人。', 'First give your password, to show that it is you.'), { status: 403 })
}

/** At most a year: what nobody renews ends by itself. */
export const tokenSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  scopes: scopesSchema.optional(),
  days: z.int().min(1).max(366),
})

const presented = (runtime: Runtime, actor: Actor, bearer: Bearer | undefined) => securityOf(runtime, actor, actor.id, bearer?.session?.id)

export const securityRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/me/security',
    words: words('我的登录与安全', 'My sign-in and security'),
    forSessions: true,
    answers: { 200: { schema: security } },
    handler: ({ runtime, actor, bearer }) => presented(runtime, actor, bearer),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/me/confirm',
    words: words('再次确认是本人', 'Show once more who one is'),
    forSessions: true,
    body: z.strictObject({ password: z.string().max(1000), code: z.string().max(40).optional() }),
    answers: { 204: {} },
    async handler({ runtime, actor, bearer, body, request, reply }) {
      await confirmIdentity(runtime, actor, body, originOf(request))
      let renewed: Awaited<ReturnType<typeof confirmSession>>
      await tellDoor(runtime, actor, actor.id, 'confirmed', from(originOf(request)), async (queries) => {
        renewed = await confirmSession(queries, bearer!.session!.id, actor.id)
      })
      if (renewed) setSession(runtime, request, reply, renewed)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/me/password',
    words: words('更换我的密码；其他登录随之结束', 'Change my password; all other sessions end'),
    forSessions: true,
    body: z.strictObject({ current: z.string().max(1000).optional(), code: z.string().max(40).optional(), password: z.string().max(1000) }),
    answers: { 204: {} },
    async handler({ runtime, actor, bearer, body, request, reply }) {
      const { passwordAt, factor } = await securityOf(runtime, actor, actor.id)
      // Whoever has no password, or no app to give a code, has shown himself by what he has.
      if (passwordAt === null || (hasFactor(factor) && factor.since === null)) refuseUnconfirmed(bearer)
      const given = { password: body.current ?? '', code: body.code }
      if (passwordAt !== null) await confirmIdentity(runtime, actor, given, originOf(request), 'current', bearer?.session?.isConfirmed)
      const origin = originOf(request)
      let opened!: Awaited<ReturnType<typeof openSession>>
      await tellDoor(runtime, actor, actor.id, 'passwordSet', from(origin), async (queries) => {
        await keepPassword(queries, actor.id, body.password)
        await tellOwner(queries, actor.id, words('您的密码已更换。', 'Your password has been changed.'))
        opened = await openSession(queries, actor.id, origin)
      })
      setSession(runtime, request, reply, opened)
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/me/sessions/{id}',
    words: words('结束我的一处登录', 'End one of my sessions'),
    forSessions: true,
    params: z.object({ id: z.uuid() }),
    answers: { 204: {} },
    async handler({ runtime, actor, bearer, params, request }) {
      refuseUnconfirmed(bearer)
      await tellDoor(runtime, actor, actor.id, 'sessionEnded', from(originOf(request)), async (queries) => {
        if ((await endSessions(queries, actor.id, { only: params.id })) === 0) throw notFound()
      })
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/me/sessions/end-others',
    words: words('结束我的其他登录', 'End all my other sessions'),
    forSessions: true,
    answers: { 200: { schema: security } },
    async handler({ runtime, actor, bearer, request }) {
      refuseUnconfirmed(bearer)
      await tellDoor(runtime, actor, actor.id, 'sessionEnded', from(originOf(request)), async (queries) => {
        const ended = await endSessions(queries, actor.id, { except: bearer!.session!.id })
        return { ended: [null, ended] }
      })
      return presented(runtime, actor, bearer)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/me/second-factor',
    words: words('开始设置两步验证', 'Begin to set up a second factor'),
    forSessions: true,
    answers: { 200: { schema: factorBegun } },
    handler({ runtime, actor, bearer }) {
      refuseUnconfirmed(bearer)
      return beginFactor(runtime, actor.id)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/me/second-factor/confirm',
    words: words('以第一个验证码开启两步验证', 'Turn the second factor on with its first code'),
    forSessions: true,
    body: z.strictObject({ code: z.string().min(1).max(40) }),
    answers: { 200: { schema: backupCodes } },
    async handler({ runtime, actor, bearer, body, request }) {
      refuseUnconfirmed(bearer)
      const origin = originOf(request)
      const checked = await withCode(runtime, actor.id, origin, () => checkFirstCode(runtime, actor.id, body.code))
      let codes: string[] = []
      await tellDoor(runtime, actor, actor.id, 'secondFactorOn', from(origin), async (queries) => {
        codes = await keepFactor(queries, actor.id, checked)
        // Whoever came in by the password alone shows himself anew.
        await endSessions(queries, actor.id, { except: bearer!.session!.id })
        await tellOwner(queries, actor.id, factorOnWords)
      })
      return { codes }
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/me/second-factor',
    words: words('关闭两步验证', 'Turn the second factor off'),
    forSessions: true,
    answers: { 204: {} },
    async handler({ runtime, actor, bearer, request }) {
      refuseUnconfirmed(bearer)
      await tellDoor(runtime, actor, actor.id, 'secondFactorOff', from(originOf(request)), async (queries) => {
        await dropApp(queries, actor.id)
        const left = await factorOf(queries, actor.id)
        if (left.isRequired && !hasFactor(left)) throw factorRequired()
        await dropIdleCodes(queries, actor.id)
        await tellOwner(queries, actor.id, words('您的账号不再使用验证码应用。', 'Your account no longer takes codes of an app.'))
      })
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/me/backup-codes',
    words: words('生成新的备用码，旧的作废', 'Make new backup codes; those before no longer work'),
    forSessions: true,
    answers: { 200: { schema: backupCodes } },
    async handler({ runtime, actor, bearer, request }) {
      refuseUnconfirmed(bearer)
      let codes: string[] = []
      await tellDoor(runtime, actor, actor.id, 'backupCodesMade', from(originOf(request)), async (queries) => {
        if (!hasFactor(await factorOf(queries, actor.id)))
          throw refuse('no-factor', words('还没有开启两步验证。', 'There is no second factor yet.'), { status: 409 })
        codes = await renewBackupCodes(queries, actor.id)
      })
      return { codes }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/me/tokens',
    words: words('生成个人令牌，只显示这一次', 'Make a personal token; it is shown this once'),
    forSessions: true,
    body: tokenSchema,
    answers: { 201: { words: words('令牌', 'The token'), schema: tokenGiven } },
    async handler({ runtime, actor, bearer, body, request, reply }) {
      refuseUnconfirmed(bearer)
      void reply.code(201)
      return giveToken(runtime, actor, actor.id, { ...body, kind: 'personal' }, originOf(request))
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/me/tokens/{id}',
    words: words('撤销我的一个令牌', 'Revoke one of my tokens'),
    forSessions: true,
    params: z.object({ id: z.uuid() }),
    answers: { 204: {} },
    handler: ({ runtime, actor, params, request }) => takeToken(runtime, actor, actor.id, params.id, originOf(request)),
  }),
]

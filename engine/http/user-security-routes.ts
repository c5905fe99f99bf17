import { z } from 'zod'
import { hasRole, type Actor } from '#engine/access/actor.ts'
import { notAllowed, notFound } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import { giveToken, takeToken } from '#engine/sign-in/give-token.ts'
import { dropAccount } from '#engine/sign-in/provider-accounts.ts'
import { makeRecovery, recoveryPath } from '#engine/sign-in/recovery.ts'
import { securityOf } from '#engine/sign-in/security-state.ts'
import { endSessions } from '#engine/sign-in/sessions.ts'
import { endSimulation, longestSimulation, startSimulation } from '#engine/sign-in/simulations.ts'
import { from, tellDoor } from '#engine/sign-in/sign-in-events.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { security, tokenGiven } from './answers/sign-in-answers.ts'
import { moment } from './answers/parts.ts'
import { defineRoute } from './route.ts'
import { refuseUnconfirmed, tokenSchema } from './security-routes.ts'
import { originOf } from './who.ts'

/** How others sign in is an administrator's business. */
async function refuseOthers(runtime: Runtime, actor: Actor, userId: string): Promise<void> {
  if (!hasRole(actor, 'administrator')) throw notAllowed()
  if (!(await runtime.database.row(sql`select 1 from "user" where id = ${userId} and deleted_at is null`))) throw notFound()
}

const user = z.object({ id: z.uuid() })

export const userSecurityRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/users/{id}/security',
    words: words('一个用户的登录与安全（管理员）', 'Sign-in and security of a user, for administrators'),
    forSessions: true,
    params: user,
    answers: { 200: { schema: security } },
    async handler({ runtime, actor, bearer, params: { id } }) {
      await refuseOthers(runtime, actor, id)
      return securityOf(runtime, actor, id, bearer?.session?.id)
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/users/{id}/sessions/{session}',
    words: words('结束一个用户的一处登录', 'End one session of a user'),
    forSessions: true,
    params: user.extend({ session: z.uuid() }),
    answers: { 204: {} },
    async handler({ runtime, actor, params: { id, session }, request }) {
      await refuseOthers(runtime, actor, id)
      await tellDoor(runtime, actor, id, 'sessionEnded', from(originOf(request)), async (queries) => {
        if ((await endSessions(queries, id, { only: session })) === 0) throw notFound()
      })
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/users/{id}/recovery-link',
    words: words('为用户生成设置密码的一次性链接', 'Make a link by which a user sets his password, once'),
    forSessions: true,
    params: user,
    answers: {
      201: {
        words: words('链接，只显示这一次', 'The link; it is shown this once'),
        schema: z.object({ path: z.string(), expiresAt: moment }),
      },
    },
    async handler({ runtime, actor, bearer, params: { id }, request, reply }) {
      await refuseOthers(runtime, actor, id)
      refuseUnconfirmed(bearer)
      let made!: Awaited<ReturnType<typeof makeRecovery>>
      await tellDoor(runtime, actor, id, 'recoveryLinkMade', from(originOf(request)), async (queries) => {
        made = await makeRecovery(queries, id)
      })
      void reply.code(201)
      return { path: recoveryPath(made.secret), expiresAt: made.expiresAt }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/users/{id}/tokens',
    words: words('生成服务令牌，只显示这一次', 'Make a service token with the rights of a user; it is shown this once'),
    forSessions: true,
    params: user,
    body: tokenSchema,
    answers: { 201: { words: words('令牌', 'The token'), schema: tokenGiven } },
    async handler({ runtime, actor, bearer, params: { id }, body, request, reply }) {
      await refuseOthers(runtime, actor, id)
      refuseUnconfirmed(bearer)
      void reply.code(201)
      return giveToken(runtime, actor, id, { ...body, kind: 'service' }, originOf(request))
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/users/{id}/tokens/{token}',
    words: words('撤销一个用户的令牌', 'Revoke a token of a user'),
    forSessions: true,
    params: user.extend({ token: z.uuid() }),
    answers: { 204: {} },
    async handler({ runtime, actor, params: { id, token }, request }) {
      await refuseOthers(runtime, actor, id)
      await takeToken(runtime, actor, id, token, originOf(request))
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/users/{id}/accounts/{provider}',
    words: words('断开一个用户的单点登录账号', 'Disconnect a user from his account at a provider'),
    forSessions: true,
    params: user.extend({ provider: z.uuid() }),
    answers: { 204: {} },
    async handler({ runtime, actor, bearer, params: { id, provider }, request }) {
      await refuseOthers(runtime, actor, id)
      refuseUnconfirmed(bearer)
      await tellDoor(runtime, actor, id, 'providerDisconnected', from(originOf(request)), async (queries) => {
        const name = await dropAccount(queries, id, provider)
        if (name === undefined) throw notFound()
        return { provider: [name, null] }
      })
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/users/{id}/simulate',
    words: words('以某个用户的身份查看（只读，管理员）', 'Look at the product as a user sees it; read only, for administrators'),
    forSessions: true,
    params: user,
    body: z.strictObject({
      reason: z.string().trim().min(2).max(200),
      minutes: z.number().int().min(1).max(longestSimulation).default(15),
    }),
    answers: { 204: {} },
    async handler({ runtime, actor, bearer, params: { id }, body }) {
      await refuseOthers(runtime, actor, id)
      refuseUnconfirmed(bearer)
      await startSimulation(runtime, actor, bearer!.session!.id, id, body)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/simulation/end',
    words: words('结束以他人身份查看', 'Stop looking as somebody else'),
    forSessions: true,
    whileSimulating: true,
    answers: { 204: {} },
    async handler({ runtime, bearer }) {
      const { simulation, session } = bearer!
      const administrator = simulation && (await runtime.actorOf(simulation.administratorId, 'user'))
      if (administrator) await endSimulation(runtime, administrator, session!.id, simulation.userId)
    },
  }),
]

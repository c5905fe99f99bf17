import { z } from 'zod'
import {
  addPasskey,
  confirmWithPasskey,
  enterWithFirstPasskey,
  enterWithPasskey,
  enterWithSecondPasskey,
  removePasskey,
} from '#engine/sign-in/passkey-sign-in.ts'
import { askPasskey, assertionSchema, beginPasskey, registrationSchema } from '#engine/sign-in/passkeys.ts'
import { bearerOfStep } from '#engine/sign-in/sign-in.ts'
import { words } from '#engine/text/words.ts'
import { defineRoute } from './route.ts'
import { refuseUnconfirmed } from './security-routes.ts'
import { moment } from './answers/parts.ts'
import { backupCodes, opened, passkeyOptions } from './answers/sign-in-answers.ts'
import { cookieOf } from './cookies.ts'
import { setSession } from './session-routes.ts'
import { originOf, siteOf } from './who.ts'

const made = z.strictObject({ name: z.string().trim().min(1).max(60), response: registrationSchema })
const signed = z.strictObject({ response: assertionSchema })

/** Each way by a passkey takes two requests: what the device is to sign, and what it has signed. */
export const passkeyRoutes = [
  defineRoute({
    method: 'POST',
    path: '/api/v1/sign-in/passkey/begin',
    words: words('开始用通行密钥登录', 'Begin to sign in with a passkey'),
    open: true,
    answers: { 200: { schema: passkeyOptions } },
    handler: ({ runtime, request }) => askPasskey(runtime, siteOf(runtime, request), 'signIn', null),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/sign-in/passkey',
    words: words('用通行密钥登录，不需密码', 'Sign in with a passkey and nothing else'),
    open: true,
    body: signed,
    answers: { 200: { schema: opened } },
    async handler({ runtime, body, request, reply }) {
      const old = cookieOf(runtime, request, 'session')
      const entered = await enterWithPasskey(runtime, siteOf(runtime, request), body.response, originOf(request), old)
      setSession(runtime, request, reply, entered)
      return { expiresAt: entered.expiresAt }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/sign-in/code/passkey/begin',
    words: words('登录的第二步：开始用通行密钥', 'Second step of signing in: begin with a passkey'),
    open: true,
    answers: { 200: { schema: passkeyOptions } },
    handler: async ({ runtime, request }) =>
      askPasskey(runtime, siteOf(runtime, request), 'step', await bearerOfStep(runtime, cookieOf(runtime, request, 'step'), 'code')),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/sign-in/code/passkey',
    words: words('登录的第二步：通行密钥', 'Second step of signing in: a passkey'),
    open: true,
    body: signed,
    answers: { 200: { schema: opened } },
    async handler({ runtime, body, request, reply }) {
      const [step, old] = [cookieOf(runtime, request, 'step'), cookieOf(runtime, request, 'session')]
      const entered = await enterWithSecondPasskey(runtime, siteOf(runtime, request), step, body.response, originOf(request), old)
      setSession(runtime, request, reply, entered)
      return { expiresAt: entered.expiresAt }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/sign-in/set-up/passkey/begin',
    words: words('登录时开始添加通行密钥', 'Begin to add a passkey while signing in'),
    open: true,
    answers: { 200: { schema: passkeyOptions } },
    handler: async ({ runtime, request }) =>
      beginPasskey(runtime, await bearerOfStep(runtime, cookieOf(runtime, request, 'step'), 'setUp'), siteOf(runtime, request)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/sign-in/set-up/passkey',
    words: words('登录时添加通行密钥并登录', 'Add a passkey while signing in, and sign in'),
    open: true,
    body: made,
    answers: { 200: { schema: backupCodes.extend({ expiresAt: moment }) } },
    async handler({ runtime, body, request, reply }) {
      const [step, old] = [cookieOf(runtime, request, 'step'), cookieOf(runtime, request, 'session')]
      const entered = await enterWithFirstPasskey(runtime, siteOf(runtime, request), step, body, originOf(request), old)
      setSession(runtime, request, reply, entered)
      return { expiresAt: entered.expiresAt, codes: entered.codes ?? [] }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/me/passkeys/begin',
    words: words('开始添加通行密钥', 'Begin to add a passkey'),
    forSessions: true,
    answers: { 200: { schema: passkeyOptions } },
    handler({ runtime, actor, bearer, request }) {
      refuseUnconfirmed(bearer)
      return beginPasskey(runtime, actor.id, siteOf(runtime, request))
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/me/passkeys',
    words: words('添加通行密钥；没有备用码时一并生成', 'Add a passkey; backup codes come with the first'),
    forSessions: true,
    body: made,
    answers: { 201: { schema: backupCodes } },
    async handler({ runtime, actor, bearer, body, request, reply }) {
      refuseUnconfirmed(bearer)
      const codes = await addPasskey(runtime, actor, siteOf(runtime, request), bearer!.session!.id, body, originOf(request))
      void reply.code(201)
      return { codes: codes ?? [] }
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/me/passkeys/{id}',
    words: words('移除我的一个通行密钥', 'Remove one of my passkeys'),
    forSessions: true,
    params: z.object({ id: z.uuid() }),
    answers: { 204: {} },
    async handler({ runtime, actor, bearer, params, request }) {
      refuseUnconfirmed(bearer)
      await removePasskey(runtime, actor, params.id, originOf(request))
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/me/confirm/passkey/begin',
    words: words('开始以通行密钥确认是本人', 'Begin to show with a passkey who one is'),
    forSessions: true,
    answers: { 200: { schema: passkeyOptions } },
    handler: ({ runtime, actor, request }) => askPasskey(runtime, siteOf(runtime, request), 'confirm', actor.id),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/me/confirm/passkey',
    words: words('以通行密钥再次确认是本人', 'Show once more who one is, with a passkey'),
    forSessions: true,
    body: signed,
    answers: { 204: {} },
    async handler({ runtime, actor, bearer, body, request, reply }) {
      const site = siteOf(runtime, request)
      const renewed = await confirmWithPasskey(runtime, actor, site, bearer!.session!.id, body.response, originOf(request))
      if (renewed) setSession(runtime, request, reply, renewed)
    },
  }),
]

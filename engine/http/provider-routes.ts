import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import { isProviderFault } from '#engine/sign-in/provider-faults.ts'
import { beginProvider, comeBack, providerMinutes, returnPath, type CameBack } from '#engine/sign-in/provider-sign-in.ts'
import { bearerOfSession, confirmSession } from '#engine/sign-in/sessions.ts'
import { from, tellDoor } from '#engine/sign-in/sign-in-events.ts'
import { letIn, nextStep } from '#engine/sign-in/sign-in.ts'
import { words } from '#engine/text/words.ts'
import { providerRefusal } from '#engine/sign-in/provider-client.ts'
import { defineRoute } from './route.ts'
import { wayToProvider } from './answers/sign-in-answers.ts'
import { cookieOf, dropCookie, keepCookie } from './cookies.ts'
import { setSession, setStep } from './session-routes.ts'
import { originOf, siteOf } from './who.ts'

/** Where somebody wants to be afterwards: an address of ours, never another's. */
const back = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\\\u0000-\u001f#]*$/)

const providerParams = z.object({ id: z.uuid() })

/** Begins the way to a provider; the browser goes where the answer says. */
async function begin(runtime: Runtime, request: FastifyRequest, reply: FastifyReply, id: string, to: string, again?: string) {
  const { address, secret } = await beginProvider(runtime, siteOf(runtime, request), id, { back: to, again })
  keepCookie(runtime, request, reply, 'provider', { value: secret, seconds: providerMinutes * 60 })
  return { address }
}

/** Lets in whom a provider means, or asks for what is still to come. @returns where the browser goes on. */
async function enter(runtime: Runtime, request: FastifyRequest, reply: FastifyReply, came: CameBack): Promise<string> {
  const { provider, userId } = came
  const next = provider.provesTwice ? undefined : await nextStep(runtime.database, userId)
  if (next) {
    await setStep(runtime, request, reply, userId, next)
    return `${came.back}#sign-in=next`
  }
  const opened = await letIn(runtime, userId, originOf(request), {
    old: cookieOf(runtime, request, 'session'),
    more: { provider: [null, provider.name] },
  })
  setSession(runtime, request, reply, opened)
  return came.back
}

/** Notes that whoever is in has shown himself again, where it is he. */
async function confirm(runtime: Runtime, request: FastifyRequest, reply: FastifyReply, came: CameBack): Promise<string> {
  const secret = cookieOf(runtime, request, 'session')
  const bearer = secret ? await bearerOfSession(runtime.database, secret) : undefined
  const actor = bearer?.userId === came.userId ? await runtime.actorOf(came.userId, 'user') : undefined
  if (!actor) throw providerRefusal('not-you')
  let renewed: Awaited<ReturnType<typeof confirmSession>>
  await tellDoor(
    runtime,
    actor,
    actor.id,
    'confirmed',
    { ...from(originOf(request)), provider: [null, came.provider.name] },
    async (queries) => {
      renewed = await confirmSession(queries, bearer!.session!.id, actor.id)
    },
  )
  if (renewed) setSession(runtime, request, reply, renewed)
  return came.back
}

export const providerSignInRoutes = [
  defineRoute({
    method: 'POST',
    path: '/api/v1/sign-in/providers/{id}',
    words: words('开始单点登录；浏览器转到所答的地址', 'Begin single sign-on; the browser goes to the address answered'),
    open: true,
    params: providerParams,
    body: z.strictObject({ back: back.default('/') }),
    answers: { 200: { schema: wayToProvider } },
    problems: [502, 504],
    handler: ({ runtime, params, body, request, reply }) => begin(runtime, request, reply, params.id, body.back),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/me/confirm/providers/{id}',
    words: words('开始以单点登录确认是本人', 'Begin to show by single sign-on who one is'),
    forSessions: true,
    params: providerParams,
    body: z.strictObject({ back: back.default('/') }),
    answers: { 200: { schema: wayToProvider } },
    problems: [502, 504],
    handler: ({ runtime, actor, params, body, request, reply }) => begin(runtime, request, reply, params.id, body.back, actor.id),
  }),
  defineRoute({
    method: 'GET',
    path: returnPath,
    words: words('身份提供方把浏览器送回这里', 'Where providers send the browser back'),
    open: true,
    answers: { 303: { words: words('回到页面；未能登录时原因在 # 之后', 'Back to a page; why nobody came in stands behind the #') } },
    async handler({ runtime, request, reply }) {
      const search = request.url.slice(returnPath.length)
      dropCookie(runtime, request, reply, 'provider')
      const to = await comeBack(runtime, siteOf(runtime, request), cookieOf(runtime, request, 'provider'), search, originOf(request))
        .then((came) => (came.isAgain ? confirm : enter)(runtime, request, reply, came))
        .catch((error: unknown) => {
          if (!(error instanceof Refusal) || !isProviderFault(error.code)) throw error
          // Whoever has a session may have been showing himself again; without one every page is the way in.
          return `${cookieOf(runtime, request, 'session') ? '/security' : '/'}#sign-in=${error.code}`
        })
      return reply.redirect(to, 303)
    },
  }),
]

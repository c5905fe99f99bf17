import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { systemActor } from '#engine/access/actor.ts'
import type { People } from '#engine/access/load-actor.ts'
import { badFields, notAllowed, refuse } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import { onBehalfOf } from '#engine/store/purpose.ts'
import { newId } from '#engine/store/id.ts'
import { words, type Words } from '#engine/text/words.ts'
import { contentPolicy } from './content-policy.ts'
import { answerErrors } from './errors.ts'
import type { Route } from './route.ts'
import { serveWeb } from './web-files.ts'
import { whoIs } from './who.ts'

export interface ServerOptions {
  runtime: Runtime
  people: People
  routes: readonly Route[]
  /** Folder of the built web files; none in tests of the API. */
  web?: string
}

const fault: Words = words('格式不对', 'has the wrong form')

const forSessions = () =>
  notAllowed(words('令牌不能做这件事，请登录后在页面上操作。', 'No token may do this; sign in and do it on the page.'))

function parse<T>(schema: z.ZodType<T> | undefined, given: unknown, status: number): T {
  if (!schema) return given as T
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const fields = Object.fromEntries(
    result.error.issues
      .slice(0, 10)
      .map((issue) => [issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join() : 'body'), fault]),
  )
  const refusal = badFields(fields)
  throw refuse('bad-request', words('请求的格式不对，请看标出的部分。', 'The request has the wrong form; see the parts named.'), {
    status,
    ...(refusal.fields ? { fields: refusal.fields } : {}),
  })
}

/** What goes with every answer; and counts and logs it: the route by its pattern, never the address, which holds ids and what was searched for. */
function followAnswers(server: FastifyInstance, runtime: Runtime): void {
  server.addHook('onSend', (_, reply, __, done) => {
    if (!reply.hasHeader('content-security-policy')) void reply.header('content-security-policy', contentPolicy)
    if (runtime.isStopping) void reply.header('connection', 'close')
    done()
  })
  server.addHook('onResponse', (request, reply, done) => {
    const route = (request.routeOptions.url ?? 'unknown').replace(/:(\w+)/g, '{$1}')
    // A stream goes on for as long as its page.
    if (route !== '/api/v1/live') runtime.metrics.answered(request.method, route, reply.statusCode, reply.elapsedTime / 1000)
    request.log.info({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
    done()
  })
}

/** Builds the server out of declared routes. Never listens: `app/main.ts` does, and tests call it by injection. */
export async function buildServer({ runtime, people, routes, web }: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    loggerInstance: runtime.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: process.env.ZHIKE_TRUST_PROXY === '1',
    bodyLimit: 1_048_576,
    requestTimeout: 120_000,
    // Whoever dawdles over his first lines keeps no connection for long.
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000 },
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
    // Whoever is connected while it stops is answered, and told to come back elsewhere.
    return503OnClosing: false,
    genReqId: () => newId(),
  })
  answerErrors(server)
  followAnswers(server, runtime)
  await server.register(cookie)
  await server.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  })
  await server.register(multipart, { limits: { fileSize: 300 * 1_048_576, files: 1, fields: 20, fieldSize: 100_000 } })

  async function answer(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const { actor, bearer } = route.open ? { actor: systemActor, bearer: undefined } : await whoIs(runtime, people, request)
    if (route.forSessions && !bearer?.session) throw forSessions()
    const params = parse(route.params, request.params, 404)
    const query = parse(route.query, request.query, 400)
    const body = route.multipart ? undefined : parse(route.body, request.body ?? undefined, 400)
    if (!route.open) void reply.header('cache-control', 'no-store')
    const answer = await route.handler({ runtime, actor, bearer, params, query, body, request, reply })
    if (reply.sent || answer === reply) return reply
    if (answer === undefined) return reply.code(204).send()
    // Answers are plain data of ours: written once, without a second look at every value.
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer))
  }

  for (const route of routes) {
    server.route({
      method: route.method,
      url: route.path.replace(/\{(\w+)\}/g, ':$1'),
      ...(route.bodyLimit ? { bodyLimit: route.bodyLimit } : {}),
      handler: (request, reply) => onBehalfOf(`${route.method} ${route.path}`, () => answer(route, request, reply)),
    })
  }
  if (web) await serveWeb(server, web)
  return server
}

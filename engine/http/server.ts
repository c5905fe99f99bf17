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
import { isByTls } from './cookies.ts'
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

/** What an HTML form sends; of fields that come several times all values. */
function readForm(text: string): Record<string, string | string[]> {
  const pairs = [...new URLSearchParams(text)].slice(0, 200)
  return Object.fromEntries(
    [...Map.groupBy(pairs, ([name]) => name)].map(([name, list]) => [
      name,
      list.length === 1 ? list[0]![1] : list.map(([, value]) => value),
    ]),
  )
}

const formType = 'application/x-www-form-urlencoded'

const forSessions = () =>
  notAllowed(words('令牌不能做这件事，请登录后在页面上操作。', 'No token may do this; sign in and do it on the page.'))

const refuseType = () => refuse('bad-type', words('这里只接受 JSON。', 'Only JSON is taken here.'), { status: 415 })

const whileSimulating = () =>
  notAllowed(words('以他人身份查看时只能看，不能做。', 'While you look as somebody else you may look and do nothing.'))

/** What somebody may ask who looks as another: to read, though no secrets of how that one signs in, and nothing that takes records out. */
const isReading = (route: Route): boolean => route.whileSimulating ?? (route.method === 'GET' && !route.forSessions)

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
    contentSecurityPolicy: {
      useDefaults: false,
      // Scripts and styles come from files of ours alone; what a page of ours writes at run time carries its nonce (`web-files.ts`).
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        // A PDF of ours is shown in a frame of the page, and a web form as others see it.
        frameSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  })
  server.addHook('onRequest', (request, reply, done) => {
    // Nothing of an answer is kept by browsers and proxies, unless its route says so.
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store')
    if (isByTls(runtime, request)) void reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
    done()
  })
  await server.register(multipart, { limits: { fileSize: 300 * 1_048_576, files: 1, fields: 20, fieldSize: 100_000 } })

  // Browsers send these from anywhere without asking first: only routes that say so take them.
  server.addContentTypeParser(formType, { parseAs: 'string' }, (_, body, done) => done(null, readForm(String(body))))

  async function answer(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const { actor, bearer } = route.open ? { actor: systemActor, bearer: undefined } : await whoIs(runtime, people, request)
    if (route.forSessions && !bearer?.session) throw forSessions()
    if (bearer?.simulation && !isReading(route)) throw whileSimulating()
    if (!route.takesForms && request.headers['content-type']?.toLowerCase().startsWith(formType)) throw refuseType()
    const params = parse(route.params, request.params, 404)
    const query = parse(route.query, request.query, 400)
    const body = route.multipart ? undefined : parse(route.body, request.body ?? undefined, 400)
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

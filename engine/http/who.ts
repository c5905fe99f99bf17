import type { FastifyRequest } from 'fastify'
import type { Actor } from '#engine/access/actor.ts'
import type { People } from '#engine/access/load-actor.ts'
import { notAllowed, notSignedIn } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Bearer } from '#engine/sign-in/bearer.ts'
import { bearerOfSession } from '#engine/sign-in/sessions.ts'
import { siteAt, type Site } from '#engine/sign-in/site.ts'
import { from, tellDoor, type Origin } from '#engine/sign-in/sign-in-events.ts'
import { spendRequest } from '#engine/sign-in/token-allowance.ts'
import { simulatedBy } from '#engine/sign-in/simulations.ts'
import { isLimited, mayWriteAny } from '#engine/sign-in/token-scopes.ts'
import { bearerOfToken } from '#engine/sign-in/tokens.ts'
import { localeOf, words } from '#engine/text/words.ts'
import { cookieOf } from './cookies.ts'

/** From where a request comes. */
export const originOf = (request: FastifyRequest): Origin => ({ address: request.ip, agent: request.headers['user-agent'] ?? '' })

/** Under which address the product is reached: as configured, else as the request came. */
export const siteOf = (runtime: Runtime, request: FastifyRequest): Site => siteAt(runtime.publicUrl, request.protocol, request.host)

/**
 * Browsers send the cookie along with requests that other sites cause; those are told by where the browser says they come from.
 * A client that is no browser says nothing of the kind and has to name itself by `X-Requested-With`.
 */
function refuseForeign(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  const isOwn = site
    ? site === 'same-origin' || site === 'none'
    : origin
      ? URL.parse(origin)?.host === request.headers.host
      : request.headers['x-requested-with'] !== undefined
  if (!isOwn) throw notAllowed(words('请求来自其他网站，已拒绝。', 'The request came from another site and was refused.'))
}

/** What a token limited to some records may call at all: routes that go through the rights of each record, and those that tell of nothing. */
const forLimited = /^\/metrics$|^\/api\/v1\/(records\/|actions\/|files\b|search\b|(me|description|openapi\.json|client\.ts)($|\?))/

function refuseBeyondScopes(scopes: readonly string[], request: FastifyRequest): void {
  if (isLimited(scopes) && !forLimited.test(request.url))
    throw notAllowed(words('这个令牌只用于指定的对象。', 'This token is for certain records only.'))
  if (!mayWriteAny(scopes) && request.method !== 'GET' && request.method !== 'HEAD')
    throw notAllowed(words('这个令牌只能读取。', 'This token may only read.'))
}

/**
 * Who sent a request: the bearer of a token or of a session, looked up in the database every time, so that what has been revoked opens nothing
 * from that instant. Throws 401 where nobody is signed in.
 */
export async function whoIs(runtime: Runtime, people: People, request: FastifyRequest): Promise<{ actor: Actor; bearer: Bearer }> {
  const header = request.headers.authorization
  const token = header?.startsWith('Bearer ') ? header.slice(7).trim() : undefined
  const cookie = cookieOf(runtime, request, 'session')
  const { database } = runtime
  const bearer = token ? await bearerOfToken(database, token) : cookie ? await bearerOfSession(database, cookie) : undefined
  if (!bearer) throw notSignedIn()
  if (!token) refuseForeign(request)
  if (bearer.tokenId) await spendRequest(runtime, bearer.tokenId)
  const actor = await people.actorOf(bearer.userId, bearer.epoch, {
    kind: bearer.kind,
    locale: localeOf(request.headers['accept-language']),
    ...(bearer.scopes ? { tokenScopes: bearer.scopes } : {}),
  })
  if (!actor) throw notSignedIn()
  if (bearer.scopes) refuseBeyondScopes(bearer.scopes, request)
  const { simulation } = bearer
  if (simulation && simulatedBy(simulation, actor)) {
    const simulated = await people.actorOf(simulation.userId, bearer.epoch, { kind: 'user', locale: actor.locale })
    if (simulated) return { actor: simulated, bearer }
  }
  delete bearer.simulation
  const { tokenScopes: _, ...whole } = actor
  if (bearer.first) await tellDoor(runtime, whole, actor.id, 'tokenUsed', { ...from(originOf(request)), token: [null, bearer.first.name] })
  return { actor, bearer }
}

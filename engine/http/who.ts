import type { FastifyRequest } from 'fastify'
import type { Actor } from '#engine/access/actor.ts'
import { bearerOfSession, bearerOfToken, type Bearer } from '#engine/access/credentials.ts'
import type { People } from '#engine/access/load-actor.ts'
import { notAllowed, notSignedIn } from '#engine/action/refusal.ts'
import type { Signals } from '#engine/event/signals.ts'
import type { Runtime } from '#engine/runtime.ts'
import { localeOf, words } from '#engine/text/words.ts'

export const sessionCookie = 'zhike_session'

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

/** Tells who holds a secret. */
export interface Doorkeeper {
  bearerOf(secret: string, kind: 'session' | 'token'): Promise<Bearer | undefined>
}

/**
 * Looks secrets up in the database, and remembers the answer for a few seconds as long as signals can be heard: every change of rights,
 * every ended session and revoked token is told to all nodes at once, and everything remembered is forgotten.
 */
export function openDoor(runtime: Runtime, signals: Signals): Doorkeeper {
  const keep = 10_000
  let known = new Map<string, { bearer: Bearer; until: number }>()
  let generation = 0
  const forget = () => {
    known = new Map()
    generation += 1
  }
  signals.on('zhike_access', forget)
  runtime.onRights.add(forget)
  return {
    async bearerOf(secret, kind) {
      const key = `${kind} ${secret}`
      const found = known.get(key)
      if (found && found.until > Date.now() && signals.isListening()) return found.bearer
      const before = generation
      const bearer = await (kind === 'token' ? bearerOfToken : bearerOfSession)(runtime.database, secret)
      // What was read before a signal may be what the signal took back.
      if (bearer && signals.isListening() && before === generation) {
        if (known.size > 10_000) known.clear()
        known.set(key, { bearer, until: Date.now() + keep })
      }
      return bearer
    },
  }
}

/** Who sent a request: the bearer of a token or of a session. Throws 401 where nobody is signed in. */
export async function whoIs(door: Doorkeeper, people: People, request: FastifyRequest): Promise<Actor> {
  const header = request.headers.authorization
  const token = header?.startsWith('Bearer ') ? header.slice(7).trim() : undefined
  const cookie = request.cookies[sessionCookie]
  const bearer = token ? await door.bearerOf(token, 'token') : cookie ? await door.bearerOf(cookie, 'session') : undefined
  if (!bearer) throw notSignedIn()
  if (!token) refuseForeign(request)
  const actor = await people.actorOf(bearer.userId, bearer.epoch, {
    kind: bearer.kind,
    locale: localeOf(request.headers['accept-language']),
    ...(bearer.scopes ? { tokenScopes: bearer.scopes } : {}),
  })
  if (!actor) throw notSignedIn()
  if (actor.tokenScopes && !actor.tokenScopes.includes('write') && request.method !== 'GET' && request.method !== 'HEAD')
    throw notAllowed(words('这个令牌只能读取。', 'This token may only read.'))
  return actor
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Runtime } from '#engine/runtime.ts'

/**
 * What browsers hold of us. None is read by scripts, none goes to other sites. Where we are reached by TLS they are sent by TLS alone, and their
 * names say so: a browser takes a `__Host-` or `__Secure-` cookie from nobody else, and from no page without TLS.
 */
const cookies = {
  /** Whoever is in. */
  session: { path: '/', sameSite: 'lax' },
  /** Whoever has given his password and not yet what comes after. It goes to the way in and nowhere else. */
  step: { path: '/api/v1/sign-in', sameSite: 'strict' },
  /** Whoever is on his way to a provider. It is sent when the provider sends the browser back, which a strict one would not be. */
  provider: { path: '/api/v1/sign-in', sameSite: 'lax' },
} as const
export type CookieName = keyof typeof cookies

/** Whether a request came by TLS, here or as far as the proxy before us, which the configured address tells. */
export function isByTls({ publicUrl }: Pick<Runtime, 'publicUrl'>, request: FastifyRequest): boolean {
  if (request.protocol === 'https') return true
  const url = URL.parse(publicUrl ?? '')
  return url?.protocol === 'https:' && url.host === request.host
}

const nameOf = (name: CookieName, isSecure: boolean): string =>
  `${isSecure ? (cookies[name].path === '/' ? '__Host-' : '__Secure-') : ''}zhike_${name}`

export const cookieOf = (runtime: Runtime, request: FastifyRequest, name: CookieName): string | undefined =>
  request.cookies[nameOf(name, isByTls(runtime, request))]

export function keepCookie(
  runtime: Runtime,
  request: FastifyRequest,
  reply: FastifyReply,
  name: CookieName,
  { value, seconds }: { value: string; seconds: number },
): void {
  const secure = isByTls(runtime, request)
  void reply.setCookie(nameOf(name, secure), value, { ...cookies[name], httpOnly: true, secure, maxAge: Math.max(0, Math.floor(seconds)) })
}

export function dropCookie(runtime: Runtime, request: FastifyRequest, reply: FastifyReply, name: CookieName): void {
  const secure = isByTls(runtime, request)
  void reply.clearCookie(nameOf(name, secure), { ...cookies[name], httpOnly: true, secure })
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor } from '#engine/access/actor.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Bearer } from '#engine/sign-in/bearer.ts'
import type { Words } from '#engine/text/words.ts'

/** What a route's handler has at hand: everything parsed, and somebody who acts. */
export interface RouteContext<P, Q, B> {
  runtime: Runtime
  actor: Actor
  /** How he has come in; nobody at open routes. */
  bearer: Bearer | undefined
  params: P
  query: Q
  body: B
  request: FastifyRequest
  reply: FastifyReply
}

export interface Route<P = any, Q = any, B = any> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path with its places in braces: "/api/v1/records/{record}". */
  path: string
  words: Words
  /** Answered without signing in. */
  open?: true
  /** For whoever sits at a screen: no token reaches it. */
  forSessions?: true
  /** Reading alone is possible to whoever looks as somebody else. This can be done all the same, or (false) is no mere reading. */
  whileSimulating?: boolean
  /** Part of the documented interface; pages and probes are not. */
  documented?: false
  params?: z.ZodType<P>
  query?: z.ZodType<Q>
  body?: z.ZodType<B>
  /** Takes a file: read by the handler, part by part. */
  multipart?: true
  /** Takes what a plain HTML form sends, beside JSON. */
  takesForms?: true
  /** Largest body in bytes; one megabyte unless said. */
  bodyLimit?: number
  /** Headers that it heeds: the version of a record that the caller saw, and a key under which a request sent twice is done once. */
  heeds?: { version?: 'needed' | 'optional'; repeats?: true }
  /** What it answers by its status, problems apart: their words, unless the route's own say it, and what they carry. */
  answers?: Record<number, Answer>
  /** Statuses of problems beyond those that every route of its kind may answer. */
  problems?: readonly number[]
  handler(context: RouteContext<P, Q, B>): Promise<unknown> | unknown
}

export interface Answer {
  words?: Words
  schema?: z.ZodType
  /** The type of what is no JSON; several where the caller chooses. */
  type?: string | readonly string[]
}

/** A switch in an address: "1" and "true" are on. */
export const flag = z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1')

/** Ends when the connection is closed before the answer was sent. */
export function whileOpen(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.on('close', () => reply.raw.writableFinished || gone.abort())
  return gone.signal
}

/** Declares one route. All routes of the product are declared so: they are described, tested and guarded from these declarations. */
export const defineRoute = <P, Q, B>(route: Route<P, Q, B>): Route<P, Q, B> => route

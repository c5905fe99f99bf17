import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '#engine/access/actor.ts'
import type { House } from '#engine/record/house.ts'
import { words, type Locale } from '#engine/text/words.ts'
import { writeClient } from './client/write-client.ts'
import { describeApi } from './description/describe-api.ts'
import { defineRoute, type Route } from './route.ts'

interface Kept {
  house: House
  actor: Actor
  locale: Locale
  text: string
  etag: string
}

/** The last few that were made: a description is large, and few ask for it, each several times. */
const kept: Kept[] = []
const mostKept = 8

function descriptionFor(house: House, routes: readonly Route[], actor: Actor, locale: Locale): Kept {
  const known = kept.find((entry) => entry.house === house && entry.actor === actor && entry.locale === locale)
  if (known) return known
  const text = JSON.stringify(describeApi({ house, routes, actor, locale }))
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 20)}"`
  const made = { house, actor, locale, text, etag }
  kept.unshift(made)
  kept.length = Math.min(kept.length, mostKept)
  return made
}

/** The client for TypeScript, with the fields of this installation that its reader may see. */
export function clientRoute(routes: () => readonly Route[]): Route {
  return defineRoute({
    method: 'GET',
    path: '/api/v1/client.ts',
    words: words(
      'TypeScript 客户端（一个文件，无依赖），含自定义字段',
      'The client for TypeScript: one file without dependencies, custom fields included',
    ),
    answers: { 200: { words: words('源代码', 'Its source'), type: 'text/plain' } },
    handler({ runtime, actor, reply }) {
      const api = describeApi({ house: runtime.house, routes: routes(), actor, locale: actor.locale })
      const source = writeClient(api, 'Zhike, /api/v1/client.ts')
      return reply.type('text/plain; charset=utf-8').header('content-disposition', 'attachment; filename="zhike-client.ts"').send(source)
    },
  })
}

/** The route that answers the description of all routes, itself included. */
export function openapiRoute(routes: () => readonly Route[]): Route {
  return defineRoute({
    method: 'GET',
    path: '/api/v1/openapi.json',
    words: words(
      '接口描述（OpenAPI 3.1），按您的权限，含自定义字段',
      'Description of this interface (OpenAPI 3.1) within your rights, custom fields included',
    ),
    query: z.strictObject({ lang: z.enum(['zh', 'en']).optional() }),
    answers: {
      200: { schema: z.looseObject({ openapi: z.literal('3.1.0'), paths: z.record(z.string(), z.unknown()) }) },
      304: { words: words('与上次相同', 'The same as before') },
    },
    handler({ runtime, actor, query, request, reply }) {
      const { text, etag } = descriptionFor(runtime.house, routes(), actor, query.lang ?? actor.locale)
      void reply.header('etag', etag).header('cache-control', 'private, no-cache')
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      return reply.type('application/json; charset=utf-8').send(text)
    },
  })
}

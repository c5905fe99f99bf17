import type { ActionType } from '#engine/action/define-action.ts'
import { verbOf, verbs } from '#engine/action/derived.ts'
import { mayCreateSome, resolveDeclared } from '#engine/access/resolve.ts'
import { isNever } from '#engine/access/rules.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import type { Actor } from '#engine/access/actor.ts'
import type { House } from '#engine/record/house.ts'
import { filterSchema } from '#engine/record/fields/index.ts'
import { usualTokenRate } from '#engine/sign-in/token-allowance.ts'
import { say, words, type Locale } from '#engine/text/words.ts'
import { anyItem, count, named, problem, words as wordsSchema } from '../answers/parts.ts'
import type { Route } from '../route.ts'
import { describeOperation, type Place } from './describe-operation.ts'
import { valueSchemas } from './field-schemas.ts'
import { jsonOf, opened, type Components, type Json } from './json-schema.ts'
import { problemResponses } from './problems.ts'
import { addRecordSchemas, shapesFor, type Reader } from './record-schemas.ts'
import { topicWords } from './topics.ts'

/**
 * The interface after OpenAPI 3.1, described from what it is made of: routes, record types (custom fields included) and actions. A path with
 * the place {record} or {action} is written out once for each.
 */

export interface Wish {
  house: House
  routes: readonly Route[]
  locale: Locale
  /** For whose eyes; everything there is where nobody is named. */
  actor?: Actor
  /** Answers are described to the last word: what is not said is a fault. For tests. */
  isClosed?: boolean
}

/** Every action that a reader might do to something, the verbs of every record included. */
function actionsFor(reader: Reader): ActionType[] {
  const { house, actor } = reader
  const shapes = shapesFor(reader)
  const shown = new Set(shapes.map(({ name }) => name))
  const all = new Map(house.actions)
  for (const shape of shapes) for (const verb of verbs) all.set(`${shape.name}.${verb}`, verbOf(house, shape, verb))
  return [...all.values()].filter((action) => {
    const about = action.on ?? action.creates
    if (!actor || !about) return true
    if (!shown.has(about.name)) return false
    const shape = house.shapes.get(about.name)!
    const access = accessTo(house, actor, shape)
    if (!action.on) return access.create.constant !== false
    return !isNever(action.allow ? resolveDeclared(house, actor, shape, action.allow) : access.edit.condition)
  })
}

/** Whether a route is of use to those alone who may make such records. */
const makesRecords = ({ method, path }: Route): boolean => method === 'POST' && path === '/api/v1/records/{record}'

function placesOf(reader: Reader, routes: readonly Route[]): Place[] {
  return routes
    .filter((route) => route.documented !== false)
    .flatMap((route): Place[] => {
      const { path } = route
      if (path.includes('{record}'))
        return shapesFor(reader)
          .filter((shape) => !makesRecords(route) || !reader.actor || mayCreateSome(reader.house, reader.actor, shape))
          .map((shape) => ({ route, path: path.replace('{record}', shape.name), shape }))
      if (path.includes('{action}'))
        return actionsFor(reader).map((action) => ({ route, path: path.replace('{action}', action.name), action }))
      return [{ route, path }]
    })
}

const parameters = (locale: Locale): Json => {
  const version = { name: 'If-Match', in: 'header', schema: { type: 'string', pattern: '^(W/)?"?\\d{1,9}"?$' }, example: '"3"' }
  const seen = words(
    '您看到的版本（ETag 或 version）。此后被他人改过的字段不会覆盖，回答 412。',
    'The version that you saw (ETag, or version). What somebody has changed since is not written over: 412.',
  )
  return {
    VersionNeeded: { ...version, required: true, description: say(seen, locale) },
    Version: {
      ...version,
      required: false,
      description: say(words(`${seen.zh}对单条记录执行时需要。`, `${seen.en} Needed where it is done to one record.`), locale),
    },
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      schema: { type: 'string', minLength: 1, maxLength: 200 },
      description: say(
        words(
          '同一键重复发送只做一次，24 小时内回答第一次的结果；内容不同则 422，仍在进行则 409。',
          'Sent again under the same key it is done once: for 24 hours the first result is answered. Another content is 422, one still under way 409.',
        ),
        locale,
      ),
    },
    Language: {
      name: 'Accept-Language',
      in: 'header',
      required: false,
      schema: { type: 'string' },
      example: locale,
      description: say(words('文字用中文（zh）还是英文（en）', 'Whether words come in Chinese (zh) or English (en)'), locale),
    },
  }
}

const about = (locale: Locale): string =>
  say(
    words(
      `知客的开放接口。用个人令牌或服务令牌（Authorization: Bearer zk_…）或登录后的会话调用；权限与该用户在页面上的一致。每个令牌每分钟最多 ${usualTokenRate} 次请求（管理员可另行设定），所有节点合计；超出回答 429，Retry-After 说明多少秒后再试。回答中可能增加新的字段，忽略不认识的即可。空文本等于没有值。`,
      `The open interface of Zhike. Call it with a personal or service token (Authorization: Bearer zk_…) or with the session of a signed-in user: rights are those that the user has on the screen. A token may send ${usualTokenRate} requests a minute unless set otherwise, all nodes together; beyond, the answer is 429 with Retry-After in seconds. Answers may come to have further fields: pass over those you do not know. Empty text is no value.`,
    ),
    locale,
  )

/** The whole interface, as one reader may use it. */
export function describeApi({ house, routes, locale, actor, isClosed = false }: Wish): Json {
  const reader: Reader = { house, locale, actor }
  const components: Components = { schemas: { ...valueSchemas } }
  for (const schema of [anyItem, count, named, problem, wordsSchema, filterSchema]) jsonOf(schema, 'output', components)
  const shapes = shapesFor(reader)
  for (const shape of shapes) addRecordSchemas(reader, shape, components)
  const paths: Record<string, Json> = {}
  const topics = new Set<string>()
  for (const place of placesOf(reader, routes)) {
    const described = describeOperation(reader, place, components, !isClosed)
    topics.add((described.tags as string[])[0]!)
    paths[place.path] = { ...paths[place.path], [place.route.method.toLowerCase()]: described }
  }
  // What requests are made of takes no more than is said.
  const isStrict = (name: string) => name === 'Filter' || /(Create|Edit|Filter)$/.test(name)
  const schemas = isClosed
    ? components.schemas
    : Object.fromEntries(Object.entries(components.schemas).map(([name, schema]) => [name, isStrict(name) ? schema : opened(schema)]))
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { title: say(words('知客开放接口', 'Zhike open interface'), locale), version: '1', description: about(locale) },
    servers: [{ url: '/' }],
    tags: [...topics].map((name) => {
      const record = house.shapes.get(name)?.record
      const text = record?.words ?? topicWords(name)
      return { name, description: say(text, locale), ...(record ? { 'x-record': true } : {}) }
    }),
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: say(
            words(
              '个人令牌或服务令牌。范围：read、write，或 read:customer、write:customer 这样只限一种对象或一个能力。',
              'A personal or service token. Scopes: read, write, or for one record type or capability alone: read:customer, write:customer.',
            ),
            locale,
          ),
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'zhike_session',
          description: say(
            words(
              '登录后的会话；浏览器以外的客户端修改数据时还要带 X-Requested-With。',
              'The session of a signed-in user; a client that is no browser adds X-Requested-With to whatever changes something.',
            ),
            locale,
          ),
        },
      },
      parameters: parameters(locale),
      responses: problemResponses(locale),
      schemas,
    },
  }
}

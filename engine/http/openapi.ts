import { z } from 'zod'
import { verbOf } from '#engine/action/derived.ts'
import type { Field, Fields } from '#engine/record/field.ts'
import type { House, Shape } from '#engine/record/house.ts'
import { schemaOf } from '#engine/record/parse.ts'
import { words } from '#engine/text/words.ts'
import { defineRoute, type Route } from './route.ts'

/**
 * The interface described from what it is made of: routes, record types (custom fields included) and actions. A path with the place
 * {record} is written out once for every record type.
 */

type Json = Record<string, unknown>

const jsonOf = (schema: z.ZodType): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return json
}

const described = ({ options }: Field): string => `${options.zh} · ${options.en}`

function valueSchema(field: Field): Json {
  const json = jsonOf(schemaOf(field))
  return { anyOf: [json, { type: 'null' }], description: described(field) }
}

/** A value as it is answered: links carry their titles, what is masked comes as text. */
function answerSchema(field: Field): Json {
  const linked = {
    type: 'object',
    properties: { id: { type: 'string', format: 'uuid' }, title: { type: 'string' }, hidden: { type: 'boolean' } },
  }
  const any = { ...linked, properties: { record: { type: 'string' }, ...linked.properties } }
  const json =
    field.kind === 'link' ? linked : field.kind === 'links' ? { type: 'array', items: linked } : field.kind === 'linkAny' ? any : {}
  return { ...json, description: described(field) }
}

const inputSchema = (fields: Fields, needed: boolean): Json => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueSchema(field)])),
  ...(needed
    ? {
        required: Object.entries(fields).flatMap(([name, { options }]) =>
          options.required && options.default === undefined ? [name] : [],
        ),
      }
    : {}),
})

const schemaNames = (shape: Shape) => {
  const base = shape.name[0]!.toUpperCase() + shape.name.slice(1)
  return { item: base, create: `${base}Create`, edit: `${base}Edit` }
}

function recordSchemas(house: House, shape: Shape): Json {
  const names = schemaNames(shape)
  return {
    [names.item]: {
      type: 'object',
      description: `${shape.record.words.zh} · ${shape.record.words.en}`,
      required: ['id', 'version', 'can'],
      properties: {
        id: { type: 'string', format: 'uuid' },
        version: { type: 'integer' },
        can: { $ref: '#/components/schemas/Can' },
        masked: { type: 'array', items: { type: 'string' } },
        ...Object.fromEntries(
          [...shape.fields.values()].filter(({ name }) => name !== 'version').map(({ name, field }) => [name, answerSchema(field)]),
        ),
      },
    },
    [names.create]: inputSchema(verbOf(house, shape, 'create').input as Fields, true),
    [names.edit]: inputSchema(verbOf(house, shape, 'edit').input as Fields, false),
  }
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const content = (schema: Json) => ({ content: { 'application/json': { schema } } })

/** Body and answer of the routes over records, which are known better than the routes themselves can say. */
function recordContent(route: Route, shape: Shape): { body?: Json; answer?: Json } {
  const { item, create, edit } = schemaNames(shape)
  const path = route.path.replace('/api/v1/records/{record}', '')
  const page = {
    type: 'object',
    required: ['items', 'next'],
    properties: { items: { type: 'array', items: ref(item) }, next: { type: ['string', 'null'] }, count: ref('Count') },
  }
  if (route.method === 'GET' && path === '') return { answer: page }
  if (route.method === 'POST' && path === '') return { body: ref(create), answer: ref(item) }
  if (route.method === 'GET' && path === '/{id}') return { answer: ref(item) }
  if (route.method === 'PATCH' && path === '/{id}') return { body: ref(edit), answer: ref(item) }
  if (path === '/batch')
    return { body: { type: 'object', required: ['items'], properties: { items: { type: 'array', maxItems: 1000, items: ref(create) } } } }
  return {}
}

function operation(route: Route, path: string, shape?: Shape): Json {
  const known = shape ? recordContent(route, shape) : {}
  const query = route.query ? (jsonOf(route.query) as { properties?: Json; required?: string[] }) : {}
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...Object.entries(query.properties ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      required: query.required?.includes(name) ?? false,
      schema,
    })),
    ...(route.answers?.[412] ? [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } }] : []),
    ...(route.method === 'POST' || route.answers?.[412]
      ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }]
      : []),
  ]
  const body = known.body ?? (route.body ? jsonOf(route.body) : undefined)
  const answers =
    route.answers && Object.keys(route.answers).some((code) => Number(code) < 300)
      ? route.answers
      : { 200: { words: route.words }, ...route.answers }
  return {
    summary: `${route.words.zh} · ${route.words.en}${shape ? ` — ${shape.record.words.zh} · ${shape.record.words.en}` : ''}`,
    tags: [shape?.name ?? 'general'],
    parameters,
    ...(route.multipart
      ? {
          requestBody: {
            content: {
              'multipart/form-data': {
                schema: {
                  type: 'object',
                  properties: { file: { type: 'string', format: 'binary' } },
                  additionalProperties: { type: 'string' },
                },
              },
            },
          },
        }
      : body
        ? { requestBody: { required: true, ...content(body) } }
        : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([code, answer]) => [
          code,
          {
            description: `${answer.words.zh} · ${answer.words.en}`,
            ...(code === '204'
              ? {}
              : answer.type
                ? { content: { [answer.type]: {} } }
                : Number(code) < 300
                  ? content(known.answer ?? (answer.schema ? jsonOf(answer.schema) : {}))
                  : {}),
          },
        ]),
      ),
      default: { description: '出错 · Problem', content: { 'application/problem+json': { schema: ref('Problem') } } },
    },
    security: route.open ? [] : [{ token: [] }, { session: [] }],
  }
}

/** The whole interface after OpenAPI 3.1. */
export function describeApi(house: House, routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {}
  const add = (path: string, route: Route, shape?: Shape) => {
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, path, shape) }
  }
  for (const route of routes) {
    if (route.documented === false) continue
    if (!route.path.includes('{record}')) add(route.path, route)
    else for (const shape of house.shapes.values()) add(route.path.replace('{record}', shape.name), route, shape)
  }
  return {
    openapi: '3.1.0',
    info: { title: '知客 Zhike', version: '1', description: '客户关系系统接口 · The interface of the customer-relationship system' },
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' }, session: { type: 'apiKey', in: 'cookie', name: 'zhike_session' } },
      schemas: {
        Can: {
          type: 'object',
          required: ['level', 'edit', 'recycle', 'do'],
          properties: {
            level: { enum: ['none', 'card', 'full', 'edit'] },
            edit: { type: 'boolean' },
            recycle: { type: 'boolean' },
            do: { type: 'array', items: { type: 'string' } },
          },
        },
        Count: { type: 'object', required: ['value', 'exact'], properties: { value: { type: 'integer' }, exact: { type: 'boolean' } } },
        Problem: {
          type: 'object',
          required: ['title', 'status', 'code'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string' },
            fields: { type: 'object', additionalProperties: { type: 'string' } },
          },
        },
        ...Object.assign({}, ...[...house.shapes.values()].map((shape) => recordSchemas(house, shape))),
      },
    },
    'x-actions': Object.fromEntries(
      [...house.actions.values()].map((action) => [
        action.name,
        { on: action.on?.name ?? null, label: action.words.label, input: inputSchema(action.input as Fields, true) },
      ]),
    ),
  }
}

/** The route that answers the description of all routes, itself included. */
export function openapiRoute(routes: () => readonly Route[]): Route {
  return defineRoute({
    method: 'GET',
    path: '/api/v1/openapi.json',
    words: words('接口描述', 'Description of this interface'),
    handler: ({ runtime }) => describeApi(runtime.house, routes()),
  })
}

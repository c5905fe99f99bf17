import type { ActionType } from '#engine/action/define-action.ts'
import type { Fields } from '#engine/record/field.ts'
import type { Shape } from '#engine/record/house.ts'
import { fill, say, words, type Words } from '#engine/text/words.ts'
import type { Answer, Route } from '../route.ts'
import { sampleInput } from './examples.ts'
import { inputsOf } from './field-schemas.ts'
import { jsonOf, opened, ref, type Components, type Json } from './json-schema.ts'
import { problemRef, problemsOf } from './problems.ts'
import { schemaNames, sortable, type Reader } from './record-schemas.ts'
import { topicOf } from './topics.ts'

/** One route for one record type or one action, where its path leaves that open. */
export interface Place {
  route: Route
  path: string
  shape?: Shape
  action?: ActionType
}

interface Known {
  body?: Json
  answer?: Json
}

const inRecords = '/api/v1/records/{record}'

/** Body and answer of the routes over records, which are known better than the routes themselves can say. */
function recordContent({ route, shape }: Place): Known {
  if (!shape || !route.path.startsWith(inRecords)) return {}
  const { item, create, edit, change, page } = schemaNames(shape)
  switch (`${route.method} ${route.path.slice(inRecords.length)}`) {
    case 'GET ':
      return { answer: ref(page) }
    case 'POST ':
      return { body: ref(create), answer: ref(item) }
    case 'GET /{id}':
      return { answer: ref(item) }
    case 'PATCH /{id}':
      return { body: ref(edit), answer: ref(item) }
    case 'POST /batch':
      return { body: batchOf(create, change) }
    default:
      return {}
  }
}

const batchOf = (create: string, change: string): Json => ({
  type: 'object',
  required: ['items'],
  additionalProperties: false,
  properties: {
    items: {
      type: 'array',
      minItems: 1,
      maxItems: 1000,
      items: {
        anyOf: [ref(create), ref(change)],
      },
    },
  },
})

/** What one action takes: to whom it is done, and its own inputs. */
function actionContent(reader: Reader, { action }: Place, components: Components): Known {
  if (!action) return {}
  const one = { type: 'string', format: 'uuid' }
  const filter = action.on ? ref(schemaNames(action.on).filter) : ref('Filter')
  const several = {
    type: 'object',
    required: ['filter'],
    properties: { filter, q: { type: 'string', maxLength: 100 }, recycled: { type: 'boolean' } },
    additionalProperties: false,
  }
  const fields = action.input as Fields
  return {
    body: {
      type: 'object',
      additionalProperties: false,
      ...(action.on ? { required: ['on'] } : {}),
      properties: {
        ...(action.on ? { on: { anyOf: [one, { type: 'array', items: one, minItems: 1, maxItems: 10_000 }, several] } } : {}),
        input: { ...inputsOf(fields, reader.locale, components, false), default: {} },
        mode: { type: 'string', enum: ['run', 'preview'], default: 'run' },
      },
      examples: [{ ...(action.on ? { on: '019ab3f0-7c1e-7d30-8a52-0c6f1e2d3b4a' } : {}), input: sampleInput(fields), mode: 'preview' }],
    },
  }
}

function queryParameters(reader: Reader, { route, shape }: Place, components: Components): Json[] {
  if (!route.query) return []
  const query = jsonOf(route.query, 'input', components) as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(query.properties ?? {}).map(([name, schema]) => {
    const base = { name, in: 'query', required: query.required?.includes(name) ?? false }
    if (name === 'filter' && shape)
      return {
        ...base,
        content: { 'application/json': { schema: ref(schemaNames(shape).filter) } },
        description: say(filterWords, reader.locale),
      }
    if (name === 'sort' && shape) {
      const names = sortable(reader, shape)
      return {
        ...base,
        schema,
        description: say(fill(sortWords, { names: names.join(', ') }), reader.locale),
        example: `-${names[0] ?? 'createdAt'}`,
        'x-fields': names,
      }
    }
    const text = queryWords[name]
    return { ...base, schema, ...(text ? { description: say(text, reader.locale) } : {}) }
  })
}

const filterWords = words('筛选条件（JSON）。', 'A condition as JSON.')
const sortWords = words('排序；前加 - 为降序。可用：{names}', 'Order, descending with - in front. Possible: {names}')
const queryWords: Record<string, Words> = {
  limit: words('最多多少条', 'At most so many'),
  cursor: words('上一页的 next', 'The next of the page before'),
  before: words('只要此编号之前的（上一页的 next）', 'Only those before this id: the next of the page before'),
  fields: words(
    '只要这些字段，以逗号分隔；关联记录的字段写成路径',
    'Only these fields, with commas between; those of linked records by path',
  ),
  q: words('搜索词', 'Search words'),
  count: words('一并计数；capped 最多数到 10,000', 'Count as well; capped counts to 10,000'),
  recycled: words('回收站中的记录', 'Those in the recycle bin'),
  partial: words('只做能做的，其余给出原因', 'Do what can be done, and say why the rest was not'),
}

const headerParameters = ({ route }: Place): Json[] => [
  ...(route.heeds?.version ? [{ $ref: `#/components/parameters/${route.heeds.version === 'needed' ? 'VersionNeeded' : 'Version'}` }] : []),
  ...(route.heeds?.repeats ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  { $ref: '#/components/parameters/Language' },
]

function pathParameters({ route, path }: Place, components: Components): Json[] {
  const known = route.params ? (jsonOf(route.params, 'input', components).properties as Record<string, Json> | undefined) : undefined
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: known?.[name!] ?? { type: 'string' },
  }))
}

const fileBody: Json = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary' } },
        additionalProperties: { type: 'string' },
      },
    },
  },
}

function answerContent({ schema, type }: Answer, known: Json | undefined, components: Components, isOpen: boolean): Json {
  const json = known ?? (schema ? jsonOf(schema, 'output', components) : undefined)
  const content = {
    ...(json ? { 'application/json': { schema: isOpen ? (opened(json) as Json) : json } } : {}),
    ...Object.fromEntries([type ?? []].flat().map((each) => [each, { schema: { type: 'string', format: 'binary' } }])),
  }
  return Object.keys(content).length > 0 ? { content } : {}
}

const answersOf = ({ answers }: Route): Record<string, Answer> => answers ?? { 200: {} }

/** What a token needs to be let in; routes for those who sit at a screen take none. */
function securityOf({ route, shape, action }: Place): Json[] {
  if (route.open) return []
  if (route.forSessions) return [{ session: [] }]
  const verb = route.method === 'GET' ? 'read' : 'write'
  const about = shape?.name ?? action?.on?.name
  return [{ token: [about ? `${verb}:${about}` : verb] }, { session: [] }]
}

const operationId = (method: string, path: string): string =>
  method.toLowerCase() +
  path
    .replace(/^\/api\/v1/, '')
    .split(/[^a-zA-Z0-9]+/)
    .filter(Boolean)
    .map((part) => part[0]!.toUpperCase() + part.slice(1))
    .join('')

/**
 * One operation of the interface.
 * @param isOpen answers may come to have more than is said; else what is not said is a fault
 */
export function describeOperation(reader: Reader, place: Place, components: Components, isOpen: boolean): Json {
  const { route, path, shape, action } = place
  const { locale } = reader
  const known = { ...recordContent(place), ...actionContent(reader, place, components) }
  const body = known.body ?? (route.body ? jsonOf(route.body, 'input', components) : undefined)
  const isBodyNeeded = body !== undefined && !(route.body && route.body.safeParse(undefined).success)
  const about = action?.words.label ?? shape?.record.words
  const hint = action?.words.hint
  return {
    operationId: operationId(route.method, path),
    summary: action ? say(about, locale) : about ? `${say(about, locale)} · ${say(route.words, locale)}` : say(route.words, locale),
    ...(hint ? { description: say(hint, locale) } : {}),
    tags: [shape?.name ?? action?.on?.name ?? topicOf(path)],
    parameters: [...pathParameters(place, components), ...queryParameters(reader, place, components), ...headerParameters(place)],
    ...(route.multipart
      ? { requestBody: fileBody }
      : body
        ? { requestBody: { required: isBodyNeeded, content: { 'application/json': { schema: body } } } }
        : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(answersOf(route)).map(([status, answer]) => [
          status,
          {
            description: say(answer.words ?? route.words, locale),
            ...(Number(status) < 300 ? answerContent(answer, known.answer, components, isOpen) : {}),
          },
        ]),
      ),
      ...Object.fromEntries(problemsOf(route).map((status) => [status, problemRef(status)])),
    },
    security: securityOf(place),
  }
}

import type { Random } from '../demo/names.ts'

/** Requests made from the description of the interface: mostly of the right form, now and then of none. */

type Json = Record<string, any>

export interface Wanted {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  headers: Record<string, string>
  body?: unknown
  /** The path as it stands in the description. */
  route: string
}

/** What no field expects. */
const hostile: readonly unknown[] = [
  '',
  ' ',
  null,
  true,
  0,
  -1,
  1e308,
  -1e-308,
  2 ** 53,
  '9007199254740993',
  '9'.repeat(400),
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\u2066张',
  '👩‍👩‍👧‍👦'.repeat(50),
  "' or 1=1 --",
  "'; drop table customer; --",
  '") or true --',
  '%27%20or%201=1',
  '${7*7}{{7*7}}',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data',
  'javascript:alert(1)',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=cmd|"/c calc"!A1',
  '0000-00-00',
  '2026-02-30',
  '9999-12-31',
  '-000001-01-01T00:00:00Z',
  '2026-06-15T02:00:00+99:00',
  'NaN',
  'Infinity',
  '1e999999',
  '*',
  '%',
  '_',
  '\\',
  '(((((((((',
  'x'.repeat(12_000),
  [],
  {},
  [[[[[[[[]]]]]]]],
  [null, null],
  { toString: 1 },
  { constructor: { prototype: { isAdmin: true } } },
  JSON.parse('{"__proto__":{"roles":["administrator"]}}') as unknown,
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
]

/** Names of fields that nobody may set by sending them. */
const smuggled = ['id', 'version', 'ownerId', 'createdById', 'deletedAt', 'department', 'roles', 'isActive', '__proto__', 'constructor']

export interface FuzzWorld {
  /** The description of the interface. */
  api: Json
  random: Random
  /** Ids that there are, by record type. */
  ids: Readonly<Record<string, readonly string[]>>
  /** Record types whose living rows are left alone: who signs in, and what he may. */
  spared: ReadonlySet<string>
}

export function openFuzz({ api, random, ids, spared }: FuzzWorld): () => Wanted {
  const below = (n: number) => Math.floor(random() * n)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  const chance = (share: number) => random() < share
  const everyId = Object.entries(ids).flatMap(([record, list]) => (spared.has(record) ? [] : list))
  const schemas = api.components.schemas as Record<string, Json>
  const operations = Object.entries(api.paths as Record<string, Json>).flatMap(([route, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      route,
      method: method.toUpperCase() as Wanted['method'],
      operation: operation as Json,
    })),
  )

  const textOf = ({ format, pattern, maxLength = 40, enum: list }: Json): unknown => {
    if (list) return pick(list)
    if (format === 'uuid' || pattern?.includes('0-9a-f')) return chance(0.8) ? pick(everyId) : crypto.randomUUID()
    if (format === 'date-time') return new Date(Date.UTC(2026, below(12), 1 + below(28), below(24))).toISOString()
    if (format === 'date' || pattern?.includes('\\d{4}-')) return `2026-0${1 + below(9)}-1${below(10)}`
    if (format === 'email') return `a${below(999)}@example.com`
    if (chance(0.2)) return `1380000${1000 + below(9000)}`
    return pick([
      '杭州',
      'Aaron',
      '西子',
      'customer',
      'name',
      'created',
      'x',
      '{"field":"name","op":"contains","value":"西"}',
      '-createdAt',
      'read',
    ]).slice(0, maxLength)
  }

  function valueOf(schema: Json, depth = 0): unknown {
    if (chance(depth === 0 ? 0.02 : 0.06)) return pick(hostile)
    if (schema.$ref) return valueOf(schemas[schema.$ref.split('/').at(-1)] ?? {}, depth + 1)
    if (schema.const !== undefined) return schema.const
    if (schema.enum) return pick(schema.enum)
    const choices = schema.anyOf ?? schema.oneOf
    if (choices) return valueOf(pick(choices), depth + 1)
    if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part: Json) => valueOf(part, depth + 1)))
    const type = Array.isArray(schema.type) ? pick(schema.type) : schema.type
    if (depth > 6) return null
    if (type === 'object') {
      const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>)
      const required = new Set<string>(schema.required ?? [])
      const kept = properties.filter(([name]) => (required.has(name) ? chance(0.97) : chance(properties.length > 8 ? 0.25 : 0.6)))
      const made = Object.fromEntries(kept.map(([name, of]) => [name, valueOf(of, depth + 1)]))
      if (chance(0.04)) made[pick(smuggled)] = pick(hostile)
      return made
    }
    if (type === 'array') return Array.from({ length: below(4) }, () => valueOf(schema.items ?? {}, depth + 1))
    if (type === 'integer' || type === 'number') return pick([0, 1, 2, schema.minimum ?? 3, schema.maximum ?? 50, below(1000)])
    if (type === 'boolean') return chance(0.5)
    if (type === 'null') return null
    if (type === 'string') return textOf(schema)
    return pick([textOf({}), pick(hostile), pick(everyId)])
  }

  const written = (value: unknown) =>
    encodeURIComponent((typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed().slice(0, 4000))

  function placeOf(name: string, route: string, isChange: boolean): string {
    const record = /records\/(\w+)/.exec(route)?.[1]
    if (chance(0.1)) return written(pick(hostile)) || 'x'
    if (name.toLowerCase().includes('id')) {
      if (isChange && (!record || spared.has(record))) return crypto.randomUUID()
      return record && ids[record]?.length && chance(0.85) ? pick(ids[record]) : pick(everyId)
    }
    return written(textOf({}))
  }

  return () => {
    const { route, method, operation } = pick(operations)
    const body = operation.requestBody?.content?.['application/json']?.schema as Json | undefined
    const parameters = ((operation.parameters ?? []) as Json[]).map((parameter): Json =>
      parameter.$ref ? api.components.parameters[parameter.$ref.split('/').at(-1)] : parameter,
    )
    const query = parameters
      .filter((parameter) => parameter.in === 'query' && (parameter.required || chance(0.4)))
      .map((parameter) => `${parameter.name}=${written(valueOf(parameter.schema ?? parameter.content['application/json'].schema))}`)
    if (chance(0.03)) query.push(`${pick(['q', 'limit', 'filter', 'a[b]', '__proto__[x]'])}=${written(pick(hostile))}`)
    const url = route.replace(/\{(\w+)\}/g, (_, name: string) => placeOf(name, route, method !== 'GET'))
    const headers: Record<string, string> = {}
    if (parameters.some((parameter) => parameter.name === 'If-Match') && chance(0.9))
      headers['if-match'] = chance(0.9) ? `"${1 + below(4)}"` : 'W/"x'
    if (chance(0.05)) headers['idempotency-key'] = chance(0.5) ? `k${below(20)}` : 'x'.repeat(300)
    if (chance(0.02)) headers['accept-language'] = pick(['en', 'zh;q=x', '*', 'x'.repeat(500)])
    const wanted: Wanted = { method, url: query.length > 0 ? `${url}?${query.join('&')}` : url, headers, route }
    if (method === 'GET' || !operation.requestBody) return wanted
    if (chance(0.02))
      return {
        ...wanted,
        headers: { ...headers, 'content-type': pick(['application/json', 'text/plain', 'application/xml']) },
        body: pick(['{', '[', 'null', '"x"', '<x/>']),
      }
    return { ...wanted, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(valueOf(body ?? {})) }
  }
}

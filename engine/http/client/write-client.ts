import fs from 'node:fs'
import path from 'node:path'
import type { Json } from '../description/json-schema.ts'

/** Writes the client for TypeScript: the types of an installation, taken from its description, and the part that is the same everywhere. */

const isName = /^[A-Za-z_$][\w$]*$/
const keyOf = (name: string): string => (isName.test(name) ? name : JSON.stringify(name))
const note = (text: unknown): string =>
  typeof text === 'string' && text ? `/** ${text.replaceAll('*/', '* /').replaceAll('\n', ' · ')} */ ` : ''

/** The client has a Problem of its own, to be thrown. */
const typeNamed = (name: string): string => (name === 'Problem' ? 'ProblemDetail' : name)

/** A JSON Schema as a type. */
export function typeOf(schema: Json): string {
  if (typeof schema.$ref === 'string') return typeNamed(schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1))
  if ('const' in schema) return JSON.stringify(schema.const)
  if (Array.isArray(schema.enum)) return schema.enum.map((each) => JSON.stringify(each)).join(' | ') || 'never'
  const several = (schema.anyOf ?? schema.oneOf) as Json[] | undefined
  if (several) return [...new Set(several.map((each) => grouped(typeOf(each))))].join(' | ')
  if (schema.allOf) return (schema.allOf as Json[]).map((each) => grouped(typeOf(each))).join(' & ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type })).join(' | ')
  switch (schema.type) {
    case 'string':
      // What has a dot within is a path.
      return schema.pattern === '\\.' ? '`${string}.${string}`' : 'string'
    case 'integer':
    case 'number':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'null':
      return 'null'
    case 'array':
      return `${grouped(typeOf((schema.items as Json | undefined) ?? {}))}[]`
    case 'object':
      return objectOf(schema)
    default:
      return 'unknown'
  }
}

const grouped = (type: string): string => (/[|&]/.test(type) ? `(${type})` : type)

function objectOf(schema: Json): string {
  const properties = Object.entries((schema.properties as Record<string, Json> | undefined) ?? {})
  const needed = new Set(schema.required as string[] | undefined)
  const rest = schema.additionalProperties
  if (properties.length === 0) {
    if (rest === false) return 'Record<string, never>'
    return rest && typeof rest === 'object' ? `Record<string, ${typeOf(rest as Json)}>` : 'Record<string, unknown>'
  }
  const lines = properties.map(([name, each]) => `  ${note(each.description)}${keyOf(name)}${needed.has(name) ? '' : '?'}: ${typeOf(each)}`)
  if (schema.patternProperties) lines.push('  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown')
  return `{\n${lines.join('\n')}\n}`
}

interface Described {
  paths: Record<string, Record<string, Json>>
  components: { schemas: Record<string, Json> }
}

const inRecords = /^\/api\/v1\/records\/(\w+)(.*)$/

/** The record types, by the tags of their lists. */
function recordsOf({ paths }: Described): string[] {
  return Object.keys(paths).flatMap((each) => {
    const [, record, rest] = inRecords.exec(each) ?? []
    return record && rest === '' ? [record] : []
  })
}

/** The fields that a list of this record may be ordered by, from the words of its parameter. */
function sortsOf({ paths }: Described, record: string): string {
  const list = paths[`/api/v1/records/${record}`]!.get!
  const sort = (list.parameters as Json[]).find(({ name }) => name === 'sort')
  const names = (sort?.['x-fields'] as string[] | undefined) ?? []
  return names.map((name) => JSON.stringify(name)).join(' | ') || 'never'
}

const answerOf = (operation: Json): string => {
  const responses = operation.responses as Record<string, Json>
  const [status] = Object.keys(responses).filter((each) => each.startsWith('2'))
  const schema = (responses[status ?? '']?.content as Record<string, Json> | undefined)?.['application/json']?.schema as Json | undefined
  return schema ? typeOf(schema) : 'undefined'
}

/** Calls beyond records and actions, by method and path; those about one record type stand for all. */
function callsOf(described: Described): string {
  const records = new Set(recordsOf(described))
  const calls = new Map<string, string>()
  for (const [each, methods] of Object.entries(described.paths)) {
    const [, , rest] = inRecords.exec(each) ?? []
    if (each.startsWith('/api/v1/actions/') || rest === '' || rest === '/{id}' || rest === '/batch') continue
    const path = each.replace(/^(\/api\/v1\/\w+\/)(\w+)/, (whole, begin: string, name: string) =>
      records.has(name) ? `${begin}{record}` : whole,
    )
    for (const [method, operation] of Object.entries(methods)) {
      const name = `${method.toUpperCase()} ${path}`
      const about = note(path === each ? operation.summary : '')
      if (!calls.has(name)) calls.set(name, `  ${about}${JSON.stringify(name)}: ${answerOf(operation)}`)
    }
  }
  return [...calls.values()].join('\n')
}

function actionsOf({ paths }: Described): string {
  return Object.entries(paths)
    .filter(([each]) => each.startsWith('/api/v1/actions/'))
    .map(([each, { post }]) => {
      const body = (post!.requestBody as { content: Record<string, { schema: Json }> }).content['application/json']!.schema
      const input = (body.properties as Record<string, Json>).input!
      return `  ${note(post!.summary)}${JSON.stringify(each.slice('/api/v1/actions/'.length))}: { input: ${typeOf(input)} }`
    })
    .join('\n')
}

const pascal = (record: string) => record[0]!.toUpperCase() + record.slice(1)

/** @param api a description after OpenAPI, as `/api/v1/openapi.json` answers it */
export function writeClient(api: Json, head: string): string {
  const described = api as unknown as Described
  const { schemas } = described.components
  const types = Object.entries(schemas).map(([name, schema]) => {
    const own = typeNamed(name)
    const type = typeOf(schema)
    const about = note(schema.description)
    return (
      about.trim() +
      (about ? '\n' : '') +
      (schema.type === 'object' && type.startsWith('{') ? `export interface ${own} ${type}` : `export type ${own} = ${type}`)
    )
  })
  const records = recordsOf(described).map((record) => {
    const base = pascal(record)
    const fields = Object.keys((schemas[base]?.properties as Json | undefined) ?? {}).map((field) => JSON.stringify(field))
    return `  ${keyOf(record)}: { item: ${base}; create: ${base}Create; edit: ${base}Edit; change: ${base}Change; filter: ${base}Filter; sort: ${sortsOf(described, record)}; field: ${fields.join(' | ') || 'never'} }`
  })
  return `// ${head}

/* eslint-disable */

${types.join('\n\n')}

/** The records of this installation. */
export interface Records {
${records.join('\n')}
}

/** Its actions. */
export interface Actions {
${actionsOf(described)}
}

/** Its other calls, with what they answer. */
export interface Calls {
${callsOf(described)}
}

/** Opens the way to this installation. */
export const openZhike = (options: ClientOptions): Zhike => openClient<Zhikes>(options)

export interface Zhikes {
  records: Records
  actions: Actions
  calls: Calls
}
export type Zhike = Client<Zhikes>

${fs.readFileSync(path.join(import.meta.dirname, 'client.ts'), 'utf8')}`
}

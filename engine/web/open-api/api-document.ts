/** The description of the interface, as far as the page that shows it has to know its form. */

export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  allOf?: Schema[]
  additionalProperties?: boolean | Schema
  default?: unknown
  examples?: unknown[]
  minimum?: number
  maximum?: number
  maxLength?: number
}

export interface Parameter {
  $ref?: string
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  description?: string
  schema?: Schema
  content?: Record<string, { schema: Schema }>
  example?: unknown
}

export interface Operation {
  operationId: string
  summary: string
  description?: string
  tags: string[]
  parameters: Parameter[]
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> }
  responses: Record<string, { $ref?: string; description?: string; content?: Record<string, { schema?: Schema }> }>
  security: Record<string, string[]>[]
}

export interface ApiDocument {
  info: { title: string; description: string }
  tags: { name: string; description: string; 'x-record'?: boolean }[]
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Record<string, Schema>
    parameters: Record<string, Parameter>
    responses: Record<string, { description: string }>
  }
}

export interface Entry {
  method: string
  path: string
  operation: Operation
}

const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1)

/** All operations, by topic or record. */
export function entriesByTag(api: ApiDocument): Map<string, Entry[]> {
  const entries = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Entry => ({ method: method.toUpperCase(), path, operation })),
  )
  return Map.groupBy(entries, ({ operation }) => operation.tags[0] ?? '')
}

/** The operations that hold every word of what was typed. */
export function search(entries: readonly Entry[], typed: string): Entry[] {
  const parts = typed.trim().toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter(({ method, path, operation }) => {
    const text = `${method} ${path} ${operation.summary}`.toLowerCase()
    return parts.every((part) => text.includes(part))
  })
}

export const schemaAt = (api: ApiDocument, schema: Schema): Schema =>
  schema.$ref ? (api.components.schemas[nameOf(schema.$ref)] ?? {}) : schema

export const schemaName = ({ $ref }: Schema): string | undefined => ($ref ? nameOf($ref) : undefined)

export const parametersOf = (api: ApiDocument, { parameters }: Operation): Parameter[] =>
  parameters.map((each) => (each.$ref ? (api.components.parameters[nameOf(each.$ref)] ?? each) : each))

export const answerWords = (api: ApiDocument, answer: Operation['responses'][string]): string =>
  (answer.$ref ? api.components.responses[nameOf(answer.$ref)]?.description : answer.description) ?? ''

export const schemaOfParameter = ({ schema, content }: Parameter): Schema => schema ?? content?.['application/json']?.schema ?? {}

/** What a value is, in a word or two: "string", "Customer", "one of A, B". */
export function sayType(schema: Schema): string {
  const name = schemaName(schema)
  if (name) return name
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map(String).join(' | ')
  const several = schema.anyOf ?? schema.allOf
  if (several) return [...new Set(several.map(sayType))].join(schema.allOf ? ' & ' : ' | ')
  if (schema.type === 'array') return `${schema.items ? sayType(schema.items) : 'any'}[]`
  const type = [schema.type ?? 'any'].flat().join(' | ')
  return schema.format && schema.format !== 'uuid' ? `${type} (${schema.format})` : type
}

/** A value that fits, for the box in which a request is written. */
export function exampleOf(api: ApiDocument, given: Schema, depth = 0): unknown {
  const schema = schemaAt(api, given)
  if (schema.examples?.length) return schema.examples[0]
  if (schema.default !== undefined) return schema.default
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [first] = schema.anyOf ?? schema.allOf ?? []
  if (first) return exampleOf(api, first, depth + 1)
  const type = [schema.type].flat()[0]
  if (type === 'array') return schema.items && depth < 4 ? [exampleOf(api, schema.items, depth + 1)] : []
  if (type === 'object' || schema.properties) {
    const names = schema.required ?? Object.keys(schema.properties ?? {}).slice(0, 4)
    return depth > 4
      ? {}
      : Object.fromEntries(
          names.flatMap((name) => (schema.properties?.[name] ? [[name, exampleOf(api, schema.properties[name], depth + 1)]] : [])),
        )
  }
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1
  if (type === 'boolean') return true
  return type === 'string'
    ? schema.format === 'date-time'
      ? '2026-11-22T01:30:00.000Z'
      : schema.format === 'date'
        ? '2026-11-22'
        : ''
    : null
}

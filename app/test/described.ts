import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { describeApi } from '#engine/http/description/describe-api.ts'
import type { Route } from '#engine/http/route.ts'
import type { House } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'

/**
 * Holds the description of the interface against what really goes over it: every answer of every test must be one that is described, and
 * every request that was accepted must be one that the description allows.
 */

type Json = Record<string, any>

/** The description of one state of the declarations, with what checks values by it. */
interface Described {
  paths: { pattern: RegExp; methods: Json }[]
  exact: Map<string, Json>
  parameters: Json
  check(schema: Json): ValidateFunction
}

const known = new WeakMap<House, Described | undefined>()
/** By what is declared and set up: the companies of most tests are alike, and a description takes its time. */
const alike = new Map<string, Described>()

const signatureOf = ({ shapes, actions }: House): string =>
  JSON.stringify([
    [...shapes.values()].map(({ name, fields }) => [name, [...fields.values()].map((each) => [each.name, each.storage, each.field])]),
    [...actions.values()].map(({ name, input }) => [name, input as unknown]),
  ])

/** To describe another state of the declarations takes half a second: tests that set up much have the first of theirs looked at. */
const mostStates = 12

/** Compiled once for all files of a worker; most of them have the same declarations. */
const compiled = new Map<string, ValidateFunction>()

/** A schema with everything that it refers to, standing by itself. */
function standing(schema: Json, components: Json): Json {
  const needed = new Map<string, Json>()
  const visit = (part: unknown): void => {
    for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g))
      if (!needed.has(name!)) {
        needed.set(name!, components[name!])
        visit(components[name!] ?? {})
      }
  }
  visit(schema)
  const text = JSON.stringify({ ...schema, $defs: Object.fromEntries(needed) })
  return JSON.parse(text.replaceAll('"#/components/schemas/', '"#/$defs/')) as Json
}

export const openAjv = (): Ajv2020 => new Ajv2020({ strict: false, validateFormats: false, allErrors: false })

export function describedOf(house: House, routes: readonly Route[]): Described | undefined {
  if (known.has(house)) return known.get(house)
  const signature = signatureOf(house)
  const before = alike.get(signature)
  known.set(house, before)
  if (before || alike.size >= mostStates) return before
  const api = describeApi({ house, routes, locale: 'en', isClosed: true }) as Json
  const ajv = openAjv()
  const exact = new Map<string, Json>()
  const paths: Described['paths'] = []
  for (const [path, methods] of Object.entries(api.paths as Json))
    if (path.includes('{')) paths.push({ pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`), methods })
    else exact.set(path, methods)
  const bySchema = new WeakMap<Json, ValidateFunction>()
  const made: Described = {
    paths,
    exact,
    parameters: api.components.parameters,
    check(schema) {
      let check = bySchema.get(schema)
      if (!check) {
        const whole = standing(schema, api.components.schemas)
        const key = JSON.stringify(whole)
        check = compiled.get(key) ?? ajv.compile(whole)
        compiled.set(key, check)
        bySchema.set(schema, check)
      }
      return check
    },
  }
  known.set(house, made)
  alike.set(signature, made)
  return made
}

/** The operation that a request is one of; undefined where nothing is described at its address. */
export function operationAt(described: Described, method: string, path: string): Json | undefined {
  const exact = described.exact.get(path)?.[method.toLowerCase()]
  return (
    exact ??
    described.paths.find(({ pattern, methods }) => pattern.test(path) && methods[method.toLowerCase()])?.methods[method.toLowerCase()]
  )
}

const faultOf = (check: ValidateFunction, value: unknown): string | undefined =>
  check(value)
    ? undefined
    : check.errors!.map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`).join('; ')

/** Empty text is no value, says the description. */
const withoutBlanks = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, typeof each === 'string' && each.trim() === '' ? null : each]))
    : value

const bodyOf = (request: FastifyRequest): unknown => {
  const body = request.body as Json | undefined
  if (body && typeof body.input === 'object') return { ...body, input: withoutBlanks(body.input) }
  if (body && Array.isArray(body.items)) return { ...body, items: body.items.map(withoutBlanks) }
  return withoutBlanks(body)
}

function requestFault(described: Described, operation: Json, request: FastifyRequest): string | undefined {
  const schema = operation.requestBody?.content['application/json']?.schema
  if (schema && request.body !== undefined && request.body !== null) {
    const fault = faultOf(described.check(schema), bodyOf(request))
    if (fault) return `accepted a body that is not described: ${fault}: ${JSON.stringify(request.body).slice(0, 300)}`
  }
  const query = new Map((operation.parameters as Json[]).filter((each) => each.in === 'query').map((each) => [each.name as string, each]))
  for (const [name, given] of Object.entries(request.query as Record<string, string>)) {
    const parameter = query.get(name)
    if (!parameter) return `accepted the parameter ${name}, which is not described`
    const isJson = parameter.content !== undefined
    const shape = isJson ? parameter.content['application/json'].schema : parameter.schema
    const isNumber = shape.type === 'integer' || shape.type === 'number'
    const fault = faultOf(described.check(shape), isJson ? JSON.parse(given) : isNumber ? Number(given) : given)
    if (fault) return `accepted ${name}=${given}, which is not described: ${fault}`
  }
  return undefined
}

function answerFault(described: Described, operation: Json, status: number, type: string, payload: unknown): string | undefined {
  const answer = operation.responses[status] as Json | undefined
  if (!answer) return `${status} is not described`
  if (status >= 400) return type.startsWith('application/problem+json') ? undefined : `${status} is no problem but ${type}`
  const plain = type.split(';')[0]!
  const content = answer.content as Json | undefined
  if (!content) return payload ? `${status} carries something that is not described` : undefined
  if (!content[plain])
    return Object.keys(content).includes('application/octet-stream') ? undefined : `${status} answers ${plain}, which is not described`
  if (plain !== 'application/json' || typeof payload !== 'string') return undefined
  const fault = faultOf(described.check(content[plain].schema), JSON.parse(payload))
  return fault ? `${status} is not as described: ${fault}: ${payload.slice(0, 600)}` : undefined
}

/** Watches all that a server answers. @returns what was not as described, as it comes up. */
export function watchAnswers(server: FastifyInstance, runtime: Runtime, routes: readonly Route[]): string[] {
  const faults: string[] = []
  // The same fault again and again is told once.
  const seen = new Set<string>()
  server.addHook('onSend', (request, reply, payload, done) => {
    const path = request.url.split('?')[0]!
    const status = reply.statusCode
    if (path.startsWith('/api/') && path !== '/api/v1/demo') {
      const described = describedOf(runtime.house, routes)
      if (!described) return done(null, payload)
      const operation = operationAt(described, request.method, path)
      // An address that is not there answers 404, whatever it is.
      // Done to many, what is refused is told one by one.
      const isEachForItself = 'partial' in (request.query as object) || typeof (request.body as Json | undefined)?.on === 'object'
      const fault = operation
        ? ((status < 300 && !isEachForItself ? requestFault(described, operation, request) : undefined) ??
          answerFault(described, operation, status, String(reply.getHeader('content-type') ?? ''), payload))
        : status === 404 || status === 400 || status === 401 || status === 403
          ? undefined
          : `${status} from an address that is not described`
      const place = `${String(operation?.operationId)} ${fault?.slice(0, fault.indexOf(':', 40))}`
      if (fault && !seen.has(place)) faults.push(`${request.method} ${request.url.slice(0, 200)}: ${fault}`)
      if (fault) seen.add(place)
    }
    done(null, payload)
  })
  return faults
}

import { z } from 'zod'

export type Json = Record<string, unknown>

/** What is named once and referred to everywhere else. */
export interface Components {
  schemas: Json
}

export const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })

interface Written {
  schema: Json
  named: Json
}

const written = { input: new WeakMap<z.ZodType, Written>(), output: new WeakMap<z.ZodType, Written>() }

const moved = (json: unknown): Json =>
  JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/'), (key, value: unknown) =>
    // Where a number may be as large as any, there is nothing to say.
    (key === 'maximum' && value === Number.MAX_SAFE_INTEGER) || (key === 'minimum' && value === Number.MIN_SAFE_INTEGER)
      ? undefined
      : value,
  ) as Json

function write(schema: z.ZodType, io: 'input' | 'output'): Written {
  // Within an object, so that what has a name of its own is named and not written out.
  const json = z.toJSONSchema(z.object({ it: schema }), { io, unrepresentable: 'any' }) as unknown as {
    properties: { it: Json }
    $defs?: Json
  }
  return {
    schema: moved(json.properties.it),
    named: Object.fromEntries(Object.entries(json.$defs ?? {}).map(([name, each]) => [name, moved({ ...(each as Json), id: undefined })])),
  }
}

/** A schema as JSON Schema 2020-12; what it names goes to the components. */
export function jsonOf(schema: z.ZodType, io: 'input' | 'output', components: Components): Json {
  let known = written[io].get(schema)
  if (!known) written[io].set(schema, (known = write(schema, io)))
  Object.assign(components.schemas, known.named)
  return known.schema
}

/** Says of answers no more than what is there: who reads them passes over what comes to be added. */
export function opened(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(opened)
  if (schema === null || typeof schema !== 'object') return schema
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]) => (key === 'additionalProperties' && value === false ? [] : [[key, opened(value)]])),
  )
}

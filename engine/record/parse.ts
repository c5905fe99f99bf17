import type { z } from 'zod'
import { kindOf } from '#engine/record/fields/index.ts'
import { words, type Words } from '#engine/text/words.ts'
import { needed } from './fault.ts'
import type { Field, Fields } from './field.ts'

const schemas = new WeakMap<Field, z.ZodType>()

/** The schema of a field's value, made once. */
export function schemaOf(field: Field): z.ZodType {
  let schema = schemas.get(field)
  if (!schema) {
    schema = kindOf(field).schema(field.options)
    schemas.set(field, schema)
  }
  return schema
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key], value)

const isNothing = (value: unknown) => value === null || value === undefined || value === ''

/** What is wrong with one value, each fault under its place: "mobile", "lines.0.price". Empty where the value is fine. */
export function faultsIn(name: string, field: Field, value: unknown): Record<string, Words> {
  const result = schemaOf(field).safeParse(value)
  const faults: Record<string, Words> = {}
  for (const issue of result.error?.issues.slice(0, 100) ?? [])
    faults[[name, ...issue.path.map(String)].join('.')] ??=
      issue.path.length > 0 && isNothing(at(value, issue.path)) ? needed : kindOf(field).fault(issue, field.options)
  return faults
}

export type Parsed = { values: Record<string, unknown>; faults: Record<string, Words> }

/**
 * Reads values as the API or a form carries them: each by its field's schema. Empty text counts as nothing. Every fault is named by its field;
 * names that nobody declared are faults too.
 */
export function parseValues(fields: Fields, given: unknown): Parsed {
  const faults: Record<string, Words> = {}
  const values: Record<string, unknown> = {}
  if (given === null || typeof given !== 'object' || Array.isArray(given))
    return { values, faults: { '': words('内容应为一个对象', 'The content must be an object') } }
  for (const [name, raw] of Object.entries(given)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!field) {
      faults[name] = words('没有这个字段', 'There is no such field')
      continue
    }
    if (raw === undefined) continue
    if (raw === null || (typeof raw === 'string' && raw.trim() === '')) {
      values[name] = null
      continue
    }
    const result = schemaOf(field).safeParse(raw)
    if (result.success) values[name] = result.data
    else Object.assign(faults, faultsIn(name, field, raw))
  }
  return { values, faults }
}

import type { Actor } from '#engine/access/actor.ts'
import type { KnownField, Shape } from '#engine/record/house.ts'
import type { Lifecycle } from '#engine/record/fields/lifecycle/index.ts'
import type { Claim } from '#engine/store/claims.ts'
import { emptyOf, type StoredRow } from '#engine/store/rows.ts'
import { dependentFault, dependentFields, isNothing, type Depends } from '#engine/record/depends.ts'
import { needed } from '#engine/record/fault.ts'
import type { Fields } from '#engine/record/field.ts'
import type { Choices } from '#engine/record/fields/choice/index.ts'
import { fill, words, type Words } from '#engine/text/words.ts'
import { badFields, refuse, type Refusal } from './refusal.ts'

/** Whether two stored values are the same, missing ones included. The database hands objects back with their keys in an order of its own. */
export const same = (a: unknown, b: unknown): boolean =>
  a === b ||
  ((a ?? null) === null && (b ?? null) === null) ||
  (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a, inOneOrder) === JSON.stringify(b, inOneOrder))

const inOneOrder = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** The value a new record begins with: what was given, else the declared default. */
export function initialValue({ field }: KnownField, given: unknown, actor: Actor): unknown {
  if (given !== undefined && given !== null) return given
  const options = field.options as { default?: unknown; life?: Lifecycle }
  if (field.kind === 'lifecycle') return options.life!.initial
  const empty = emptyOf(field.kind)
  if (given === null && empty === null) return null
  if (field.kind === 'link' && options.default === 'me') return actor.kind === 'system' ? null : actor.id
  if (field.kind === 'link' && options.default === 'myDepartment') return actor.departments[0] ?? null
  return options.default ?? empty
}

/** Works out the computed fields of a row in place; the names of those that changed. */
export function recompute(shape: Shape, row: StoredRow): string[] {
  const changed: string[] = []
  for (const { name, field } of shape.fields.values()) {
    if (!field.options.from) continue
    const value = (field.options.from as (row: StoredRow) => unknown)(row) ?? null
    if (same(value, row[name])) continue
    row[name] = value
    changed.push(name)
  }
  return changed
}

/** The fields of a shape that depend on others. Worked out once: every row written asks for them. */
const dependents = new WeakMap<Shape, Map<string, string[]>>()

function dependentsOf(shape: Shape): Map<string, string[]> {
  let found = dependents.get(shape)
  if (!found) {
    found = dependentFields([...shape.fields.values()].map(({ name, field }) => [name, field.options as Depends]))
    dependents.set(shape, found)
  }
  return found
}

/** Refuses when one of these fields, or one that depends on them, is empty and must not be, or does not go with the others. */
export function refuseUnfit(shape: Shape, row: StoredRow, names: Iterable<string>): void {
  const written = new Set(names)
  const faults: Record<string, Words> = {}
  for (const name of written) {
    const options = shape.fields.get(name)?.field.options
    if (options?.required && !options.onlyWhen && isNothing(row[name])) faults[name] = needed
  }
  for (const [name, others] of dependentsOf(shape)) {
    if (!written.has(name) && !others.some((other) => written.has(other))) continue
    const fault = dependentFault(shape.fields.get(name)!.field.options as Depends, row[name], row)
    if (fault) faults[name] = fault
  }
  if (Object.keys(faults).length > 0) throw badFields(faults)
}

/** Choices among these values that are not offered any more, by field; those that the record has already stay. */
export function retiredAmong(fields: Fields, values: Record<string, unknown>, row?: StoredRow): Record<string, Words> {
  const faults: Record<string, Words> = {}
  for (const [name, value] of Object.entries(values)) {
    const { choices } = (fields[name]?.options ?? {}) as { choices?: Choices }
    if (!choices || value === null) continue
    const had = [row?.[name]].flat()
    const code = [value].flat().find((one) => choices[one as string]?.isRetired && !had.includes(one)) as string | undefined
    if (code) faults[name] = fill(words('“{choice}”已停用', '"{choice}" is not offered any more'), { choice: choices[code]! })
  }
  return faults
}

/** Refuses a move that the lifecycle does not know. */
export function refuseMove({ field }: KnownField, from: string, to: string): void {
  const { states, moves } = (field.options as unknown as { life: Lifecycle }).life
  if (moves[from]?.includes(to)) return
  const name = (state: string, locale: 'zh' | 'en') => states[state]?.[locale] ?? state
  throw refuse(
    'bad-move',
    words(`不能从“${name(from, 'zh')}”变为“${name(to, 'zh')}”。`, `It cannot go from "${name(from, 'en')}" to "${name(to, 'en')}".`),
    { status: 409 },
  )
}

/** These identities belong to other records. What more may be said is the presenter's business. */
export const identityTaken = (claims: readonly Claim[], detail: Record<string, unknown> = {}): Refusal =>
  refuse('identity-taken', words('该标识已登记在另一条记录上。', 'This identity is registered on another record.'), {
    status: 409,
    fields: Object.fromEntries(claims.map((claim) => [claim.field, words('已被登记', 'is registered already')])),
    detail,
  })

import type { Actor } from '#engine/access/actor.ts'
import type { KnownField, Shape } from '#engine/record/house.ts'
import type { Lifecycle } from '#engine/record/fields/lifecycle/index.ts'
import type { Claim } from '#engine/store/claims.ts'
import { emptyOf, type StoredRow } from '#engine/store/rows.ts'
import { words, type Words } from '#engine/text/words.ts'
import { badFields, refuse, type Refusal } from './refusal.ts'

/** Whether two stored values are the same, missing ones included. */
export const same = (a: unknown, b: unknown): boolean =>
  a === b ||
  ((a ?? null) === null && (b ?? null) === null) ||
  (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))

export const required: Words = words('此项必填', 'This is required')

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

/** Refuses when one of these required fields is empty. */
export function refuseMissing(shape: Shape, row: StoredRow, names: Iterable<string>): void {
  const missing = [...names].filter(
    (name) => shape.fields.get(name)?.field.options.required && (row[name] === null || row[name] === undefined),
  )
  if (missing.length > 0) throw badFields(Object.fromEntries(missing.map((name) => [name, required])))
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

import type { Actor } from '#engine/access/actor.ts'
import { loadFacts } from '#engine/access/facts.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import { kindOf } from '#engine/record/fields/index.ts'
import { linkTarget, type House, type Shape } from '#engine/record/house.ts'
import { parseValues } from '#engine/record/parse.ts'
import type { Runtime } from '#engine/runtime.ts'
import { claimFields, claimsOf, takenClaims, type Claim } from '#engine/store/claims.ts'
import type { Queries } from '#engine/store/database.ts'
import { blankRow, readRows, type StoredRow } from '#engine/store/rows.ts'
import { words, type Words } from '#engine/text/words.ts'
import type { ActionType } from './define-action.ts'
import { verbOf } from './derived.ts'
import { badLinks } from './links.ts'
import { notFound, Refusal } from './refusal.ts'
import { identityTaken, initialValue } from './values.ts'

/**
 * What may be said of the record that holds an identity: its name to those who may see it; to others only that it exists.
 * Anything more would let people find out customers of others by trying numbers.
 */
export async function describeTaken(queries: Queries, house: House, actor: Actor, claim: Claim, holder: Claim): Promise<Refusal> {
  const shape = house.shapes.get(holder.rootRecord)
  const [row] = shape ? await readRows(queries, shape, [holder.rootId]) : []
  if (shape && row && !row.deletedAt) {
    const access = accessTo(house, actor, shape)
    const [facts] = await loadFacts(queries, house, actor, shape, [row], access.paths)
    if (access.card.check(facts!)) {
      const title = shape.fields.get(shape.record.title)!
      const kind = kindOf(title.field)
      const value = row[title.name] as never
      const name = access.fields.get(title.name)!.view.check(facts!)
        ? kind.show(value, title.field.options, actor.locale)
        : String(kind.mask?.(value) ?? '***')
      const refusal = identityTaken([claim], { holder: { record: shape.name, id: row.id, title: name } })
      refusal.fields![claim.field] = words(`已登记在“${name}”`, `Is registered on "${name}"`)
      return refusal
    }
  }
  const refusal = identityTaken([claim])
  refusal.fields![claim.field] = words('已被登记，可向上级申请查看', 'Is registered already; ask your supervisor for access')
  return refusal
}

/** The input that carries a field of a record that an action makes along: `contactMobile` becomes the `mobile` of a contact. */
export const inputFor = (record: string, field: string): string => `${record}${field[0]!.toUpperCase()}${field.slice(1)}`

/** A refusal that names the input by which the caller gave the value. */
export function named(action: ActionType, claim: Claim, refusal: Refusal): Refusal {
  const name = inputFor(claim.record, claim.field)
  if (!refusal.fields?.[claim.field] || !(name in action.input)) return refusal
  const { [claim.field]: text, ...rest } = refusal.fields
  return new Refusal(refusal.code, refusal.words, {
    status: refusal.status,
    fields: { ...rest, [name]: text! },
    ...(refusal.detail ? { detail: refusal.detail } : {}),
  })
}

/** The identities of other records that a creation asks for beside its own fields, by input. */
export function identitiesAlong(house: House, shape: Shape, action: ActionType): Map<string, { shape: Shape; field: string }> {
  const found = new Map<string, { shape: Shape; field: string }>()
  for (const other of house.shapes.values())
    for (const field of claimFields(other)) {
      const name = inputFor(other.name, field)
      if (name in action.input && !shape.fields.has(name)) found.set(name, { shape: other, field })
    }
  return found
}

/** The row that would come of these values; nothing where the actor could not write it, and so would hear nothing of identities either. */
async function wouldBe(runtime: Runtime, actor: Actor, shape: Shape, values: Record<string, unknown>): Promise<StoredRow | undefined> {
  const { house, database } = runtime
  const access = accessTo(house, actor, shape)
  const row: StoredRow = Object.assign(blankRow(shape), { createdBy: actor.id })
  for (const field of shape.fields.values())
    if (field.storage !== 'system') row[field.name] = initialValue(field, values[field.name], actor)
  const [under] = shape.chain
  if (under) {
    const field = shape.fields.get(under)!.field
    if (typeof row[under] !== 'string') return undefined
    if ((await badLinks(database, house, actor, { [under]: field }, [{ index: 0, values }])).size > 0) return undefined
    const [parent] = await readRows(database, house.shapes.get(linkTarget(field))!, [row[under]])
    row.rootId = parent!.rootId
    const [root] = await readRows(database, house.shapes.get(shape.root.name)!, [row.rootId])
    for (const key of ['owner', 'department'] as const)
      if (shape.root.access?.[key]) row[`^${key}`] = root?.[shape.root.access[key]] ?? null
  }
  const [facts] = await loadFacts(database, house, actor, shape, [row], access.paths)
  return access.create.check(facts!) ? row : undefined
}

/** The row as these values would change it, where the actor may change them. */
async function wouldBecome(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  id: string,
  values: Record<string, unknown>,
): Promise<StoredRow | undefined> {
  const access = accessTo(runtime.house, actor, shape)
  const [row] = await readRows(runtime.database, shape, [id])
  const [facts] = row ? await loadFacts(runtime.database, runtime.house, actor, shape, [row], access.paths) : []
  if (!row || row.deletedAt || !access.card.check(facts!)) throw notFound()
  const isOpen = access.edit.check(facts!) && Object.keys(values).every((name) => access.fields.get(name)?.edit.check(facts!))
  return isOpen ? { ...row, ...values } : undefined
}

/**
 * Tells of identities that others hold, while they are typed: by field, in the very words of the refusal, and only to whom writing these
 * values would be refused for this reason and no other.
 * @param id the record that is changed; absent for a new one.
 */
export async function whatIsTaken(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  id: string | undefined,
  given: Record<string, unknown>,
): Promise<Record<string, Words>> {
  const { house, database } = runtime
  const action = verbOf(house, shape, id ? 'edit' : 'create')
  const { values, faults } = parseValues(action.input, given)
  const row = id ? await wouldBecome(runtime, actor, shape, id, values) : await wouldBe(runtime, actor, shape, values)
  if (!row) return {}
  const claims = claimsOf(shape, row, new Set(Object.keys(values)))
  if (!id)
    for (const [name, { shape: other, field }] of identitiesAlong(house, shape, action))
      if (values[name] !== undefined && values[name] !== null)
        claims.push(...claimsOf(other, Object.assign(blankRow(other), { [field]: values[name] }), new Set([field])))
  const said: Record<string, Words> = {}
  for (const [claim, holder] of await takenClaims(database, claims))
    Object.assign(said, named(action, claim, await describeTaken(database, house, actor, claim, holder)).fields)
  return { ...Object.fromEntries(Object.entries(faults).filter(([name]) => name in given)), ...said }
}

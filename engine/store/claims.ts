import { kindNamed } from '#engine/record/fields/index.ts'
import type { KnownField, Shape } from '#engine/record/house.ts'
import { copyText } from './copy.ts'
import type { Queries } from './database.ts'
import type { StoredRow } from './rows.ts'
import { sql } from './sql.ts'

/** A normalised identity of one record. */
export interface Claim {
  identity: string
  value: string
  exclusive: boolean
  field: string
  record: string
  recordId: string
  rootRecord: string
  rootId: string
}

/** The identities that a row claims by its fields. */
export function claimsOf(shape: Shape, row: StoredRow, only?: ReadonlySet<string>): Claim[] {
  const claims: Claim[] = []
  for (const { name, field, kind } of identityFields(shape)) {
    const option = field.options.identity!
    if (only && !only.has(name) && !(option.namedBy && only.has(option.namedBy.field)) && !(option.unless && only.has(option.unless)))
      continue
    const raw = row[name]
    const named = option.namedBy?.names[row[option.namedBy.field] as string]
    const identity = named?.name ?? option.name
    const normalise = named ? kindNamed(named.kind).normalise : kind.normalise
    const value = raw === null || raw === undefined || !identity ? null : (normalise?.(raw as never) ?? null)
    if (!identity || !value) continue
    const exclusive =
      (typeof option.exclusive === 'function' ? option.exclusive(value) : (option.exclusive ?? true)) &&
      !(option.unless && row[option.unless] === true)
    claims.push({
      identity,
      value,
      exclusive,
      field: name,
      record: shape.name,
      recordId: row.id,
      rootRecord: shape.root.name,
      rootId: row.rootId,
    })
  }
  return claims
}

const kept = new WeakMap<Shape, { fields: KnownField[]; names: Set<string> }>()

function identitiesOf(shape: Shape): { fields: KnownField[]; names: Set<string> } {
  let found = kept.get(shape)
  if (!found) {
    const fields = [...shape.fields.values()].filter(({ field }) => field.options.identity)
    const names = fields.flatMap(({ name, field }) => [
      name,
      field.options.identity!.namedBy?.field ?? name,
      field.options.identity!.unless ?? name,
    ])
    kept.set(shape, (found = { fields, names: new Set(names) }))
  }
  return found
}

const identityFields = (shape: Shape): readonly KnownField[] => identitiesOf(shape).fields

/** The fields of a shape whose change changes its claims. */
export const claimFields = (shape: Shape): Set<string> => identitiesOf(shape).names

const keyOf = (claim: { identity: string; value: string }) => `${claim.identity}\u0000${claim.value}`

/** For each claim that cannot be had: who holds it, in the database or earlier in the same set. */
export async function takenClaims(queries: Queries, wanted: readonly Claim[]): Promise<Map<Claim, Claim>> {
  const taken = new Map<Claim, Claim>()
  const exclusive = wanted.filter((claim) => claim.exclusive)
  if (exclusive.length === 0) return taken
  const rows = await queries.rows<{
    identity: string
    value: string
    field: string
    record: string
    record_id: string
    root_record: string
    root_id: string
  }>(
    sql`select c.identity, c.value, c.field, c.record, c.record_id, c.root_record, c.root_id from claim c
      join unnest(${exclusive.map((claim) => claim.identity)}::text[], ${exclusive.map((claim) => claim.value)}::text[]) as w(identity, value)
      on c.identity = w.identity and c.value = w.value where c.exclusive`,
    'prepare',
  )
  const held = new Map<string, Claim>(
    rows.map((row) => [
      keyOf(row),
      {
        identity: row.identity,
        value: row.value,
        exclusive: true,
        field: row.field,
        record: row.record,
        recordId: row.record_id,
        rootRecord: row.root_record,
        rootId: row.root_id,
      },
    ]),
  )
  for (const claim of exclusive) {
    const holder = held.get(keyOf(claim))
    if (holder && holder.recordId !== claim.recordId) taken.set(claim, holder)
    else held.set(keyOf(claim), claim)
  }
  return taken
}

/** Writes claims, in an order that is the same for every writer, so that two sets never wait for each other in a circle. */
export async function insertClaims(queries: Queries, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return
  const sorted = [...claims].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const columns: { column: string; type: string; of(claim: Claim): unknown }[] = [
    { column: 'identity', type: 'text', of: (claim) => claim.identity },
    { column: 'value', type: 'text', of: (claim) => claim.value },
    { column: 'record', type: 'text', of: (claim) => claim.record },
    { column: 'record_id', type: 'uuid', of: (claim) => claim.recordId },
    { column: 'field', type: 'text', of: (claim) => claim.field },
    { column: 'root_record', type: 'text', of: (claim) => claim.rootRecord },
    { column: 'root_id', type: 'uuid', of: (claim) => claim.rootId },
    { column: 'exclusive', type: 'boolean', of: (claim) => claim.exclusive },
  ]
  const names = sql.join(columns.map(({ column }) => sql.id(column)))
  const [first] = sorted
  if (sorted.length === 1 && first)
    await queries.run(sql`insert into claim (${names}) values (${sql.join(columns.map(({ of }) => sql`${of(first)}`))})`, 'prepare')
  else await queries.copy(sql`copy claim (${names}) from stdin`, copyText(columns, sorted))
}

export async function dropClaims(queries: Queries, recordIds: readonly string[], fields?: readonly string[]): Promise<void> {
  if (recordIds.length === 0) return
  await queries.run(
    fields
      ? sql`delete from claim where record_id = any(${recordIds}::uuid[]) and field = any(${fields}::text[])`
      : sql`delete from claim where record_id = any(${recordIds}::uuid[])`,
  )
}

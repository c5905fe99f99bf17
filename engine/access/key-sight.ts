import type { House, Shape } from '#engine/record/house.ts'
import type { Queries } from '#engine/store/database.ts'
import { blankRow, type StoredRow } from '#engine/store/rows.ts'
import type { Actor } from './actor.ts'
import { loadFacts } from './facts.ts'
import { atLeast } from './rules.ts'
import { mayExceed } from './secrecy.ts'
import { accessTo } from './shape-access.ts'

/** By what records are added up: whose they are, and of which department. */
export interface Keys {
  owner: string | null
  department: string | null
}

const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Whether an actor may read a field of any record of a type that has these keys: whatever else there is to the record, and though nobody has
 * let him in to it. Sums over all records of one owner and department are for those alone for whom that is so.
 */
export async function mayReadAllOf(
  queries: Queries,
  house: House,
  actor: Actor,
  shape: Shape,
  keys: readonly Keys[],
  field: string,
): Promise<boolean[]> {
  const access = accessTo(house, actor, shape)
  const { owner, department } = shape.record.access ?? {}
  const rows = keys.map((entry): StoredRow => ({
    ...blankRow(shape),
    id: nobody,
    rootId: nobody,
    ...(owner ? { [owner]: entry.owner } : {}),
    ...(department ? { [department]: entry.department } : {}),
  }))
  // On some records it may be more secret than its keys tell.
  if (actor.kind !== 'system' && actor.roles.some(({ clearance }) => mayExceed(house, shape, field, clearance)))
    return keys.map(() => false)
  const facts = await loadFacts(queries, house, actor, shape, rows, access.paths)
  return facts.map((fact) => atLeast(access.levelOf(fact), 'full') && access.fields.get(field)!.view.check(fact))
}

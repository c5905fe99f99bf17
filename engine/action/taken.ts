import type { Actor } from '#engine/access/actor.ts'
import { loadFacts } from '#engine/access/facts.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import { kindOf } from '#engine/record/fields/index.ts'
import type { House } from '#engine/record/house.ts'
import type { Claim } from '#engine/store/claims.ts'
import type { Queries } from '#engine/store/database.ts'
import { readRows } from '#engine/store/rows.ts'
import { words } from '#engine/text/words.ts'
import type { Refusal } from './refusal.ts'
import { identityTaken } from './values.ts'

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
      const name = kindOf(title.field).show(row[title.name] as never, title.field.options, actor.locale)
      const refusal = identityTaken([claim], { holder: { record: shape.name, id: row.id, title: name } })
      refusal.fields![claim.field] = words(`已登记在“${name}”`, `is registered on "${name}"`)
      return refusal
    }
  }
  const refusal = identityTaken([claim])
  refusal.fields![claim.field] = words('已被登记，请向上级申请查看', 'is registered already; ask your supervisor for access')
  return refusal
}

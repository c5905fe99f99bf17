import type { Actor } from '#engine/access/actor.ts'
import { compileSql } from '#engine/access/condition-sql.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import type { RecordRef } from '#engine/record/fields/link-any/index.ts'
import type { Fields } from '#engine/record/field.ts'
import { linkTarget, type House } from '#engine/record/house.ts'
import { snake } from '#engine/store/columns.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { badFields, type Refusal } from './refusal.ts'

/** Checks that every link in these inputs leads to a living record that the actor may see: one query per record type, whatever the number of inputs. */
export async function badLinks(
  queries: Queries,
  house: House,
  actor: Actor,
  fields: Fields,
  inputs: readonly { index: number; values: Record<string, unknown> }[],
): Promise<Map<number, Refusal>> {
  const wanted = new Map<string, { index: number; name: string; id: string }[]>()
  const want = (record: string, entry: { index: number; name: string; id: string }) =>
    wanted.set(record, [...(wanted.get(record) ?? []), entry])
  for (const [name, field] of Object.entries(fields)) {
    if (!['link', 'links', 'linkAny'].includes(field.kind)) continue
    for (const { index, values } of inputs) {
      const value = values[name]
      if (value === null || value === undefined) continue
      if (field.kind === 'links') for (const id of value as string[]) want(linkTarget(field), { index, name, id })
      else if (field.kind === 'link') want(linkTarget(field), { index, name, id: value as string })
      else want((value as RecordRef).record, { index, name, id: (value as RecordRef).id })
    }
  }
  const bad = new Map<number, Refusal>()
  for (const [record, entries] of wanted) {
    const shape = house.shapes.get(record)
    const ids = [...new Set(entries.map((entry) => entry.id))]
    const seen = shape
      ? await queries.arrays(
          sql`select t.id from ${sql.id(snake(record))} t where t.id = any(${ids}::uuid[]) and t.deleted_at is null and ${compileSql(house, shape, accessTo(house, actor, shape).card.condition, 't')}`,
        )
      : []
    const found = new Set(seen.map(([id]) => id as string))
    for (const { index, name, id } of entries)
      if (!found.has(id)) bad.set(index, badFields({ [name]: words('没有找到，或您无权查看', 'was not found, or you may not see it') }))
  }
  return bad
}

import type { Actor } from '#engine/access/actor.ts'
import { compileSql } from '#engine/access/condition-sql.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import type { RecordRef } from '#engine/record/fields/link-any/index.ts'
import type { Fields } from '#engine/record/field.ts'
import { linkTarget, linkWithin, type House } from '#engine/record/house.ts'
import { snake } from '#engine/store/columns.ts'
import type { Queries } from '#engine/store/database.ts'
import type { StoredRow } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { columnsOf } from '#engine/store/table.ts'
import { fill, words, type Words } from '#engine/text/words.ts'
import { badFields, type Refusal } from './refusal.ts'

/** The values of one input, and the row it is about where there is one already. */
interface Linking {
  index: number
  values: Record<string, unknown>
  row?: StoredRow | undefined
}

interface Wanted {
  index: number
  name: string
  id: string
  /** Fields of the linked record and the values they must have. */
  within: { theirs: string; value: string }[]
}

/** What a link leads to: what was given; or what stands there, where a field changes within which it must lie. */
function idsOf(fields: Fields, name: string, { values, row }: Linking): unknown[] {
  const isKept = !(name in values) && linkWithin(fields[name]!).some(([, own]) => own in values)
  return [isKept ? row?.[name] : values[name]].flat().filter((value) => value !== null && value !== undefined)
}

function wantedLinks(fields: Fields, inputs: readonly Linking[]): Map<string, Wanted[]> {
  const wanted = new Map<string, Wanted[]>()
  const want = (record: string, entry: Wanted) => wanted.set(record, [...(wanted.get(record) ?? []), entry])
  for (const [name, field] of Object.entries(fields)) {
    if (!['link', 'links', 'linkAny'].includes(field.kind)) continue
    for (const input of inputs) {
      const within = linkWithin(field).flatMap(([theirs, own]) => {
        const value = own === 'id' ? (input.row?.id ?? 'none') : own in input.values ? input.values[own] : input.row?.[own]
        return typeof value === 'string' ? [{ theirs, value }] : []
      })
      for (const value of idsOf(fields, name, input))
        if (field.kind === 'linkAny')
          want((value as RecordRef).record, { index: input.index, name, id: (value as RecordRef).id, within: [] })
        else want(linkTarget(field), { index: input.index, name, id: value as string, within })
    }
  }
  return wanted
}

/**
 * Checks that every link in these inputs leads to a living record that the actor may see and that lies within what the field says: one
 * query per record type, whatever the number of inputs.
 */
export async function badLinks(
  queries: Queries,
  house: House,
  actor: Actor,
  fields: Fields,
  inputs: readonly Linking[],
): Promise<Map<number, Refusal>> {
  const bad = new Map<number, Refusal>()
  for (const [record, entries] of wantedLinks(fields, inputs)) {
    const shape = house.shapes.get(record)
    const ids = [...new Set(entries.map((entry) => entry.id))]
    const keys = [...new Set(entries.flatMap(({ within }) => within.map(({ theirs }) => theirs)))]
    const columns = shape ? keys.map((key) => sql.id('t', columnsOf(shape.fields.get(key)!).main)) : []
    const seen = shape
      ? await queries.arrays(
          sql`select ${sql.join([sql.id('t', 'id'), ...columns])} from ${sql.id(snake(record))} t where t.id = any(${ids}::uuid[]) and t.deleted_at is null and ${compileSql(house, shape, accessTo(house, actor, shape).card.condition, 't')}`,
        )
      : []
    const found = new Map(seen.map(([id, ...values]) => [id as string, values]))
    for (const { index, name, id, within } of entries) {
      const values = found.get(id)
      const outside = values && within.find(({ theirs, value }) => values[keys.indexOf(theirs)] !== value)
      if (!values) bad.set(index, badFields({ [name]: words('没有找到，或您无权查看', 'Was not found, or you may not see it') }))
      else if (outside) bad.set(index, badFields({ [name]: isElsewhere(shape!.fields.get(outside.theirs)!.field.options) }))
    }
  }
  return bad
}

const isElsewhere = (label: Words): Words =>
  fill(words('它的“{zh}”与这里的不同', 'Its "{en}" is another one'), { zh: label.zh, en: label.en })

import { z } from 'zod'
import type { Actor } from '#engine/access/actor.ts'
import { loadFacts } from '#engine/access/facts.ts'
import { present, type Item } from '#engine/access/present.ts'
import { listRecords } from '#engine/access/read.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import { readPhone } from '#engine/record/fields/phone/number.ts'
import type { Runtime } from '#engine/runtime.ts'
import { readRows } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { defineRoute } from './route.ts'

/** Spellings under which an identity may be registered: as typed, as a telephone number, as an account. */
const spellings = (typed: string): string[] => {
  const text = typed.trim()
  return [
    ...new Set(
      [readPhone(text)?.number, text.toLowerCase(), text.toUpperCase().replace(/\s+/g, '')].filter((value) => value !== undefined),
    ),
  ]
}

/**
 * Records by a whole identity: a number, an address, an account. A masked one is found by its whole value and never by a part;
 * one that is hidden from the actor is not found at all.
 */
async function byIdentity(runtime: Runtime, actor: Actor, typed: string): Promise<Item[]> {
  if (typed.trim().length < 4) return []
  const claims = await runtime.database.rows<{ record: string; record_id: string; field: string }>(
    sql`select record, record_id, field from claim where value = any(${spellings(typed)}::text[]) limit 20`,
    'prepare',
  )
  const items: Item[] = []
  for (const [record, group] of Map.groupBy(claims, (claim) => claim.record)) {
    const shape = runtime.house.shapes.get(record)
    if (!shape) continue
    const access = accessTo(runtime.house, actor, shape)
    const rows = (
      await readRows(
        runtime.database,
        shape,
        group.map((claim) => claim.record_id),
      )
    ).filter((row) => !row.deletedAt)
    const facts = await loadFacts(runtime.database, runtime.house, actor, shape, rows, access.paths)
    const open = rows.filter((row, i) =>
      group.some((claim) => claim.record_id === row.id && access.fields.get(claim.field)?.masked.check(facts[i]!)),
    )
    for (const item of await present(runtime, actor, shape, open)) items.push({ ...item, '~record': shape.name })
  }
  return items
}

export const searchRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/search',
    words: words('在所有记录中搜索', 'Search all records'),
    query: z.strictObject({ q: z.string().min(1).max(100) }),
    async handler({ runtime, actor, query }) {
      const shapes = [...runtime.house.shapes.values()].filter(
        (shape) =>
          [...shape.fields.values()].some((field) => field.field.options.searchable) &&
          accessTo(runtime.house, actor, shape).card.constant !== false,
      )
      const found = await byIdentity(runtime, actor, query.q)
      const groups = await Promise.all(
        shapes.map(async (shape) => {
          const { items } = await listRecords(runtime, actor, shape, { q: query.q, limit: 8 })
          const exact = found.filter((item) => item['~record'] === shape.name).map(({ '~record': _, ...item }) => item as Item)
          return { record: shape.name, items: [...exact, ...items.filter((item) => !exact.some((other) => other.id === item.id))] }
        }),
      )
      return { groups: groups.filter((group) => group.items.length > 0) }
    },
  }),
]

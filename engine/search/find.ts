import type { Actor } from '#engine/access/actor.ts'
import { loadFacts } from '#engine/access/facts.ts'
import { present, type Item } from '#engine/access/present.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import { briefOf } from '#engine/record/define-record.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { readRows } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { spellings } from './arms.ts'
import { searchFor, type Search } from './ask.ts'
import { candidatesFor } from './candidates.ts'
import { searchFields } from './fields.ts'
import { offer, type Group, type Offering } from './offer.ts'
import { readOpened } from './opened.ts'
import { readQuery, type Query } from './query.ts'
import { findSlips, meantBy } from './slips.ts'
import { spellOut } from './sounds.ts'

export interface FindRequest {
  /** Only these record types; all that are searched where absent. */
  records?: readonly string[] | undefined
  /** Answers per record type. */
  limit: number
  /** Only what a line in the search box shows, not all fields. */
  isBrief: boolean
  /** Further fields of such a line. */
  fields?: readonly string[] | undefined
}

export interface Found {
  groups: Group[]
  /** Nothing holds what was typed; these are a slip of the keys away. */
  similar?: true
}

/**
 * Records by a whole identity: a number, an address, an account, in whatever field it is registered. A masked one is found by its whole
 * value and never by a part; one that is hidden from the actor is not found at all.
 */
export async function byIdentity(runtime: Runtime, actor: Actor, typed: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (typed.trim().length < 4) return found
  const claims = await runtime.database.rows<{ record: string; record_id: string; field: string }>(
    sql`select record, record_id, field from claim where value = any(${spellings(typed)}::text[]) limit 20`,
    'prepare',
  )
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
    if (open.length > 0)
      found.set(
        record,
        open.map((row) => row.id),
      )
  }
  return found
}

/** The record types that this actor may search. */
export const searchedShapes = (runtime: Runtime, actor: Actor): Shape[] =>
  [...runtime.house.shapes.values()].filter(
    (shape) => searchFields(shape).length > 0 && accessTo(runtime.house, actor, shape).card.constant !== false,
  )

/** What an actor finds by what he typed, in everything that he may see. */
export async function findRecords(runtime: Runtime, actor: Actor, typed: string, request: FindRequest): Promise<Found> {
  const wanted = (shape: Shape) => !request.records || request.records.includes(shape.name)
  const shapes = searchedShapes(runtime, actor).filter(wanted)
  const [opened, claimed] = await Promise.all([readOpened(runtime, actor), byIdentity(runtime, actor, typed)])
  const spelt = spellOut(runtime.database, readQuery(typed))
  const searches = new Map<Shape, Search>()
  const about = (shape: Shape, queries: readonly Query[]): Offering => ({
    shape,
    typed,
    queries,
    opened: opened.flatMap((entry) => (entry.record === shape.name ? [entry.id] : [])),
    limit: request.limit,
    isBrief: request.isBrief,
    fields: request.fields,
  })
  const visibleTo = (shape: Shape) => accessTo(runtime.house, actor, shape).card.condition

  const identified = [...claimed.keys()].map((name) => runtime.house.shapes.get(name)!).filter(wanted)
  const groups = await Promise.all(
    [...new Set([...shapes, ...identified])].map(async (shape) => {
      const offering = about(shape, [await spelt])
      const exact = claimed.get(shape.name) ?? []
      let ids: string[] = []
      if (shapes.includes(shape)) {
        const search = await searchFor(runtime, actor, shape, typed, visibleTo(shape), request.limit * 2, spelt)
        searches.set(shape, search)
        ids = (await candidatesFor(runtime, actor, shape, search, visibleTo(shape), offering.opened)).filter((id) => !exact.includes(id))
      }
      const [first, rest] = await Promise.all([offer(runtime, actor, offering, exact, 'whole'), offer(runtime, actor, offering, ids)])
      return {
        record: shape.name,
        items: [...first.items, ...rest.items].slice(0, request.limit),
        hits: [...first.hits, ...rest.hits].slice(0, request.limit),
      }
    }),
  )
  const found = groups.filter((group) => group.items.length > 0)
  if (found.length > 0) return { groups: found }

  const meant = await meantBy(runtime, readQuery(typed))
  const similar = await Promise.all(
    [...searches].map(async ([shape, search]) =>
      offer(runtime, actor, about(shape, meant), await findSlips(runtime, actor, shape, meant, search.isSmall, visibleTo(shape))),
    ),
  )
  const close = similar.filter((group) => group.items.length > 0)
  return close.length > 0 ? { groups: close, similar: true } : { groups: [] }
}

/** The records that an actor has opened lately and may still see, as lines of the search box. */
export async function openedItems(runtime: Runtime, actor: Actor, limit: number): Promise<{ record: string; item: Item }[]> {
  const opened = await readOpened(runtime, actor)
  const items = new Map<string, Item>()
  await Promise.all(
    [...Map.groupBy(opened, (entry) => entry.record)].map(async ([record, group]) => {
      const shape = runtime.house.shapes.get(record)
      if (!shape) return
      const rows = (
        await readRows(
          runtime.database,
          shape,
          group.map((entry) => entry.id),
        )
      ).filter((row) => !row.deletedAt)
      for (const item of await present(runtime, actor, shape, rows, [shape.record.title, ...briefOf(shape.record)]))
        items.set(item.id, item)
    }),
  )
  return opened
    .flatMap(({ record, id }) => {
      const item = items.get(id)
      return item ? [{ record, item }] : []
    })
    .slice(0, limit)
}

import type { Actor } from '#engine/access/actor.ts'
import { loadFacts } from '#engine/access/facts.ts'
import { present, type Item } from '#engine/access/present.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import { briefOf } from '#engine/record/define-record.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { readRows, type StoredRow } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { scopeColumns } from '#engine/store/table.ts'
import { spellings } from './arms.ts'
import { searchFor, type Search } from './ask.ts'
import { candidatesFor } from './candidates.ts'
import { searchFields } from './fields.ts'
import { fits, matchRecord, type Fit, type Mark, type RecordMatch, type ShownField } from './match.ts'
import { readOpened } from './opened.ts'
import { readQuery, type Query } from './query.ts'
import { findSlips, meantBy } from './slips.ts'
import { spellOut } from './sounds.ts'

/** A record that was found, and why. */
export interface Hit {
  id: string
  fit: Fit
  /** The parts of the title that were typed. */
  marks: Mark[]
  /** What beside the title holds what was typed: a number, a short name. */
  found?: { field: string; text: string; marks: Mark[] }
}

/** What was found of one record type, the best first. */
export interface Group {
  record: string
  items: Item[]
  hits: Hit[]
}

export interface FindRequest {
  /** Only these record types; all that are searched where absent. */
  records?: readonly string[] | undefined
  /** Answers per record type. */
  limit: number
  /** Only what a line in the search box shows, not all fields. */
  isBrief: boolean
}

export interface Found {
  groups: Group[]
  /** Nothing holds what was typed; these are a slip of the keys away. */
  similar?: true
}

/** The search fields of an item as this actor is shown them; a masked value is only what is left of it. */
function shownOf(shape: Shape, item: Item, actor: Actor): (ShownField & { isMasked: boolean })[] {
  return searchFields(shape).flatMap(({ name, family, field: { field, kind } }) => {
    const value = item[name]
    if (value === null || value === undefined) return []
    const isMasked = item.masked?.includes(name) ?? false
    return [{ name, family, isMasked, text: isMasked ? String(value) : kind.show(value as never, field.options, actor.locale) }]
  })
}

/** How an item fits. A masked number was found by its end, or by the whole of it: then all that is left is marked. */
function fitOf(
  shape: Shape,
  item: Item,
  actor: Actor,
  query: Query,
  typed: string,
): { match: RecordMatch; shown: ShownField[] } | undefined {
  const shown = shownOf(shape, item, actor)
  const title = shape.record.title
  const open = shown.filter((field) => !field.isMasked).sort((a, b) => Number(b.name === title) - Number(a.name === title))
  const match = matchRecord(open, query)
  if (match) return { match, shown }
  const digits = typed.replace(/\D/g, '')
  const masked = shown.find((field) => field.isMasked && digits.length >= 4 && digits.endsWith(field.text.slice(-4)))
  if (!masked) return undefined
  const from = digits.length === 4 ? masked.text.length - 4 : 0
  return { match: { fit: digits.length === 4 ? 'word' : 'whole', fields: new Map([[masked.name, [[from, masked.text.length]]]]) }, shown }
}

interface Ranked {
  item: Item
  hit: Hit
  order: number[]
}

function rank(
  shape: Shape,
  actor: Actor,
  row: StoredRow,
  item: Item,
  query: Query,
  typed: string,
  opened: readonly string[],
  given?: Fit,
): Ranked {
  const found = fitOf(shape, item, actor, query, typed)
  const { title } = shape.record
  const fit = given ?? found?.match.fit ?? 'similar'
  const beside = [...(found?.match.fields ?? [])].find(([name]) => name !== title)
  const shown = beside && found!.shown.find((field) => field.name === beside[0])
  const { owner, rootOwner } = scopeColumns(shape)
  const holder = owner ? row[shape.record.access!.owner!] : rootOwner ? row['^owner'] : row.createdBy
  const place = opened.indexOf(row.id)
  return {
    item,
    hit: {
      id: row.id,
      fit,
      marks: found?.match.fields.get(title) ?? [],
      ...(beside && shown ? { found: { field: beside[0], text: shown.text, marks: beside[1] } } : {}),
    },
    order: [
      fits.indexOf(fit),
      found?.match.fields.has(title) ? 0 : 1,
      place < 0 ? opened.length : place,
      holder === actor.id ? 0 : 1,
      -Date.parse(row.createdAt),
    ],
  }
}

const byOrder = (a: Ranked, b: Ranked): number => {
  const at = a.order.findIndex((value, i) => value !== b.order[i])
  return at < 0 ? 0 : a.order[at]! - b.order[at]!
}

/** Puts candidates into the order in which they are offered, as this actor may see them. */
async function offer(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  ids: readonly string[],
  queries: readonly Query[],
  typed: string,
  opened: readonly string[],
  { limit, isBrief }: FindRequest,
  given?: Fit,
): Promise<Group> {
  const rows = (await readRows(runtime.database, shape, ids)).filter((row) => !row.deletedAt)
  const names = [...new Set([shape.record.title, ...briefOf(shape.record), ...searchFields(shape).map((field) => field.name)])]
  const kept = new Map(rows.map((row) => [row.id, row]))
  const items = await present(runtime, actor, shape, rows, names)
  const ranked = items
    .map((item) => {
      const query = queries.find((one) => fitOf(shape, item, actor, one, typed)) ?? queries[0]!
      return rank(shape, actor, kept.get(item.id)!, item, query, typed, opened, given)
    })
    .sort(byOrder)
    .slice(0, limit)
  const whole = isBrief
    ? undefined
    : new Map(
        (
          await present(
            runtime,
            actor,
            shape,
            ranked.map(({ item }) => kept.get(item.id)!),
          )
        ).map((item) => [item.id, item]),
      )
  return { record: shape.name, items: ranked.map(({ item }) => whole?.get(item.id) ?? item), hits: ranked.map(({ hit }) => hit) }
}

/**
 * Records by a whole identity: a number, an address, an account, in whatever field it is registered. A masked one is found by its whole
 * value and never by a part; one that is hidden from the actor is not found at all.
 */
async function byIdentity(runtime: Runtime, actor: Actor, typed: string): Promise<Map<string, string[]>> {
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
  const openedOf = (shape: Shape) => opened.flatMap((entry) => (entry.record === shape.name ? [entry.id] : []))
  const searches = new Map<Shape, Search>()
  const spelt = spellOut(runtime.database, readQuery(typed))
  const groups = await Promise.all(
    [...new Set([...shapes, ...[...claimed.keys()].map((name) => runtime.house.shapes.get(name)!).filter(wanted)])].map(async (shape) => {
      const visible = accessTo(runtime.house, actor, shape).card.condition
      let ids: string[] = []
      let queries: Query[] = []
      if (shapes.includes(shape)) {
        const search = await searchFor(runtime, actor, shape, typed, visible, request.limit * 2, spelt)
        searches.set(shape, search)
        queries = [search.query]
        ids = await candidatesFor(runtime, actor, shape, search, visible, openedOf(shape))
      }
      const exact = claimed.get(shape.name) ?? []
      const others = ids.filter((id) => !exact.includes(id))
      const [first, rest] = await Promise.all([
        offer(runtime, actor, shape, exact, queries.length > 0 ? queries : [{ ways: [] }], typed, openedOf(shape), request, 'whole'),
        offer(runtime, actor, shape, others, queries, typed, openedOf(shape), request),
      ])
      return {
        record: shape.name,
        items: [...first.items, ...rest.items].slice(0, request.limit),
        hits: [...first.hits, ...rest.hits].slice(0, request.limit),
      }
    }),
  )
  const found = groups.filter((group) => group.items.length > 0)
  if (found.length > 0) return { groups: found }
  const queries = await meantBy(runtime, readQuery(typed))
  const similar = await Promise.all(
    [...searches].map(async ([shape, search]) => {
      const visible = accessTo(runtime.house, actor, shape).card.condition
      const ids = await findSlips(runtime, actor, shape, queries, search.isSmall, visible)
      return offer(runtime, actor, shape, ids, queries, typed, openedOf(shape), request)
    }),
  )
  const groupsOfSlips = similar.filter((group) => group.items.length > 0)
  return groupsOfSlips.length > 0 ? { groups: groupsOfSlips, similar: true } : { groups: [] }
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

import type { Actor } from '#engine/access/actor.ts'
import { present, type Item } from '#engine/access/present.ts'
import { briefOf } from '#engine/record/define-record.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { readRows, type StoredRow } from '#engine/store/rows.ts'
import { scopeColumns } from '#engine/store/table.ts'
import { searchFields } from './fields.ts'
import { fits, matchRecord, type Fit, type Mark, type RecordMatch, type ShownField } from './match.ts'
import type { Query } from './query.ts'

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

/** What is asked about one record type, and for whom. */
export interface Offering {
  shape: Shape
  typed: string
  /** What was typed, or what may have been meant. */
  queries: readonly Query[]
  /** What the actor has opened lately, the latest first. */
  opened: readonly string[]
  limit: number
  /** Only what a line of the search box shows, not all fields. */
  isBrief: boolean
  /** Further fields of such a line. */
  fields?: readonly string[] | undefined
}

/** The search fields of an item as this actor is shown them, the title first; a masked value is only what is left of it. */
function shownOf(shape: Shape, item: Item, actor: Actor): (ShownField & { isMasked: boolean })[] {
  const { title } = shape.record
  return [...searchFields(shape)]
    .sort((a, b) => Number(b.name === title) - Number(a.name === title))
    .flatMap(({ name, family, field: { field, kind } }) => {
      const value = item[name]
      if (value === null || value === undefined) return []
      const isMasked = item.masked?.includes(name) ?? false
      return [{ name, family, isMasked, text: isMasked ? String(value) : kind.show(value as never, field.options, actor.locale) }]
    })
}

/** How shown fields fit. A masked number was found by its end, or by the whole of it: then all that is left is marked. */
function fitOf(shown: readonly (ShownField & { isMasked: boolean })[], { queries, typed }: Offering): RecordMatch | undefined {
  const match = matchRecord(
    shown.filter((field) => !field.isMasked),
    queries,
  )
  if (match) return match
  const digits = typed.replace(/\D/g, '')
  const masked = shown.find((field) => field.isMasked && digits.length >= 4 && digits.endsWith(field.text.slice(-4)))
  if (!masked) return undefined
  const from = digits.length === 4 ? masked.text.length - 4 : 0
  return { fit: digits.length === 4 ? 'word' : 'whole', fields: new Map([[masked.name, [[from, masked.text.length]]]]) }
}

interface Ranked {
  item: Item
  hit: Hit
  order: number[]
}

/** @param given how the record fits where that is known from elsewhere. */
function rank(actor: Actor, offering: Offering, row: StoredRow, item: Item, given: Fit | undefined): Ranked {
  const { shape, opened } = offering
  const { title } = shape.record
  const shown = shownOf(shape, item, actor)
  const match = fitOf(shown, offering)
  const fit = given ?? match?.fit ?? 'similar'
  const beside = [...(match?.fields ?? [])].find(([name]) => name !== title)
  const text = beside && shown.find((field) => field.name === beside[0])?.text
  const { owner, rootOwner } = scopeColumns(shape)
  const holder = owner ? row[shape.record.access!.owner!] : rootOwner ? row['^owner'] : row.createdBy
  const place = opened.indexOf(row.id)
  return {
    item,
    hit: {
      id: row.id,
      fit,
      marks: match?.fields.get(title) ?? [],
      ...(beside && text !== undefined ? { found: { field: beside[0], text, marks: beside[1] } } : {}),
    },
    order: [
      fits.indexOf(fit),
      match?.fields.has(title) ? 0 : 1,
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
export async function offer(runtime: Runtime, actor: Actor, offering: Offering, ids: readonly string[], given?: Fit): Promise<Group> {
  const { shape, limit, isBrief, fields = [] } = offering
  const rows = new Map((await readRows(runtime.database, shape, ids)).filter((row) => !row.deletedAt).map((row) => [row.id, row]))
  const names = [...new Set([shape.record.title, ...briefOf(shape.record), ...searchFields(shape).map((field) => field.name), ...fields])]
  const items = await present(runtime, actor, shape, [...rows.values()], names)
  const ranked = items
    .map((item) => rank(actor, offering, rows.get(item.id)!, item, given))
    .sort(byOrder)
    .slice(0, limit)
  const shown = ranked.map(({ item }) => item)
  const whole = isBrief
    ? shown
    : await present(
        runtime,
        actor,
        shape,
        shown.map((item) => rows.get(item.id)!),
      )
  return { record: shape.name, items: whole, hits: ranked.map(({ hit }) => hit) }
}

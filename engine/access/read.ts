import { notFound, refuse } from '#engine/action/refusal.ts'
import { searchFor, type Search } from '#engine/search/ask.ts'
import { searchFields } from '#engine/search/fields.ts'
import { slipsInstead } from '#engine/search/slips.ts'
import { kindOf } from '#engine/record/fields/index.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { columnKindOf } from '#engine/store/columns.ts'
import { customType } from '#engine/store/custom.ts'
import { segmentsIn } from '#engine/segment/segments.ts'
import { countList, readList } from '#engine/store/list.ts'
import type { Searched } from '#engine/store/walk.ts'
import { readRows, type StoredRow } from '#engine/store/rows.ts'
import { defaultSort } from '#engine/store/table.ts'
import { words } from '#engine/text/words.ts'
import { hasRight, principalsOf, type Actor } from './actor.ts'
import { readFilter, readSort, type ReadFilter } from './filter.ts'
import { closedFields } from './closed-fields.ts'
import { closedActions, present, readableFields, type Item } from './present.ts'
import { both, type Condition } from './rules.ts'
import { accessTo } from './shape-access.ts'

export interface ListRequest {
  filter?: unknown
  sort?: string | undefined
  limit?: number
  cursor?: string | undefined
  fields?: readonly string[] | undefined
  q?: string | undefined
  count?: 'capped' | 'exact' | undefined
  /** The recycle bin instead of the living. */
  recycled?: boolean
}

export interface ListAnswer {
  items: Item[]
  next: string | null
  count?: { value: number; exact: boolean }
  /** Nothing holds what was searched for; these are a slip of the keys away. */
  similar?: true
}

export const countCap = 10_000

interface Question {
  filter: ReadFilter
  visible: Condition
  sorts: ReturnType<typeof readSort>
  search: string | undefined
}

/** What is asked, under the actor's rights: what he may not read he may not filter or sort by; the search sees to itself (`search/arms.ts`). */
export async function readQuestion(runtime: Runtime, actor: Actor, shape: Shape, request: ListRequest): Promise<Question> {
  const { house } = runtime
  const access = accessTo(house, actor, shape)
  const segments = await segmentsIn(runtime.database, house, actor, request.filter)
  const filter = readFilter(house, actor, shape, request.filter, runtime.clock(), segments)
  const sorts = readSort(shape, request.sort, defaultSort(shape))
  const search = request.q?.trim() || undefined
  if (search && searchFields(shape).length === 0) throw refuse('not-searchable', words('这里不能搜索。', 'This cannot be searched.'))
  const readable = sorts.map((sort) => access.fields.get(sort.field.name)!.view.condition)
  const base = request.recycled ? access.recycle.condition : access.card.condition
  return { filter, sorts, search, visible: both(base, filter.visible, ...readable) }
}

const encode = (sorts: Question['sorts'], place: readonly unknown[]) =>
  Buffer.from(JSON.stringify([signature(sorts), ...place])).toString('base64url')
const signature = (sorts: Question['sorts']) => sorts.map((sort) => (sort.descending ? '-' : '') + sort.field.name).join()

function decode(sorts: Question['sorts'], cursor: string | undefined): unknown[] | undefined {
  if (!cursor) return undefined
  const bad = () =>
    refuse('bad-cursor', words('翻页位置无效，请从头打开列表。', 'The place in the list is not valid; open the list anew.'), {
      status: 400,
    })
  try {
    const [from, ...place] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (from !== signature(sorts) || place.length !== sorts.length + 1 || !/^[0-9a-f-]{36}$/.test(String(place.at(-1)))) throw bad()
    for (const [i, sort] of sorts.entries()) {
      const value = place[i]
      const { field, storage } = sort.field
      // Where nothing stands, the lowest value of the kind does, whatever the least is that the field itself takes.
      const isLowest = (typeof value === 'string' && /^-?infinity$/i.test(value)) || value === columnKindOf(field).lowest
      // Custom fields are ordered as text or as figures in text form, and their limits change.
      const isPlace = (given: string | number) =>
        storage === 'custom'
          ? customType(sort.field) === 'text' || /^-?\d+(\.\d+)?$/.test(String(given))
          : field.kind === 'text' || kindOf(field).schema(field.options).safeParse(given).success
      const fits = value === '' || isLowest || ((typeof value === 'number' || typeof value === 'string') && isPlace(value))
      if (!fits) throw bad()
    }
    return place
  } catch {
    throw bad()
  }
}

/** Columns of fields that are wanted; links and paths need their link. */
const columnsWanted = (shape: Shape, fields: readonly string[] | undefined): ReadonlySet<string> | undefined => {
  if (!fields) return undefined
  const life = [...shape.fields.values()].filter((field) => field.field.kind === 'lifecycle').map((field) => field.name)
  const keys = [shape.record.access?.owner, shape.record.access?.department].filter((name) => name !== undefined)
  return new Set([...fields.map((name) => name.split('.')[0]!), ...life, ...keys, shape.record.title])
}

/** A list as one actor may see it. */
export async function listRecords(runtime: Runtime, actor: Actor, shape: Shape, request: ListRequest): Promise<ListAnswer> {
  const { house, database } = runtime
  const question = await readQuestion(runtime, actor, shape, request)
  const limit = request.limit ?? 50
  const unknown = request.fields?.find((name) => !shape.fields.has(name.split('.')[0]!))
  if (unknown) throw refuse('bad-fields', words(`没有字段“${unknown}”。`, `There is no field "${unknown}".`))
  const search = question.search ? await searchFor(runtime, actor, shape, question.search, question.visible, limit) : undefined
  const shared: Asked = {
    visible: question.visible,
    filter: question.filter.condition,
    search: search?.searched,
    recycled: request.recycled ?? false,
  }
  // Where nothing at all holds what was typed, what is a slip of the keys away takes its place.
  let slips: Promise<Asked | undefined> | undefined
  const meant = () => (slips ??= search ? askedInstead(runtime, actor, shape, search, shared) : Promise.resolve(undefined))
  const answer: ListAnswer = { items: [], next: null }
  if (limit > 0) {
    // Rights may read fields that are not shown; with such rights the whole row is read.
    const only =
      accessTo(house, actor, shape).paths.length === 0 && !ownFieldsInRights(runtime, actor, shape)
        ? columnsWanted(shape, request.fields)
        : undefined
    const after = decode(question.sorts, request.cursor)
    const lettingIn = accessTo(house, actor, shape).paths.includes('collaborators') ? { lettingIn: principalsOf(actor) } : {}
    const read = (asked: Asked) => readList(database, house, shape, { ...asked, sorts: question.sorts, after, limit, only, ...lettingIn })
    let page = await read(shared)
    const instead = page.rows.length === 0 ? await meant() : undefined
    if (instead) page = await read(instead)
    answer.items = await present(runtime, actor, shape, page.rows, request.fields)
    answer.next = page.next ? encode(question.sorts, page.next) : null
  }
  if (request.count) answer.count = await countKept(runtime, actor, shape, request, shared, meant)
  if (slips && (await slips)) answer.similar = true
  return answer
}

/** What a list asks of the database, order and place apart. */
interface Asked {
  visible: Condition
  filter: Condition
  search: Searched | undefined
  recycled: boolean
}

async function askedInstead(runtime: Runtime, actor: Actor, shape: Shape, search: Search, asked: Asked): Promise<Asked | undefined> {
  const slips = await slipsInstead(runtime, actor, shape, search, asked)
  return slips && { ...asked, search: undefined, filter: both(asked.filter, slips) }
}

/** Whether rights read the record's own fields beyond owner and department, which lists always read. */
function ownFieldsInRights(runtime: Runtime, actor: Actor, shape: Shape): boolean {
  const keys = new Set([
    shape.record.access?.owner,
    shape.record.access?.department,
    'createdBy',
    '^owner',
    '^department',
    'collaborators',
    'id',
  ])
  const reads = (condition: Condition): boolean =>
    'and' in condition
      ? condition.and.some(reads)
      : 'or' in condition
        ? condition.or.some(reads)
        : 'not' in condition
          ? reads(condition.not)
          : 'behind' in condition || 'linked' in condition
            ? true
            : !keys.has(condition.field)
  const access = accessTo(runtime.house, actor, shape)
  return [
    access.card,
    access.full,
    access.edit,
    access.recycle,
    ...[...access.fields.values()].flatMap((field) => [field.masked, field.view]),
  ].some((right) => right.constant === undefined && reads(right.condition))
}

const counts = new WeakMap<Actor, Map<string, { at: number; count: Promise<{ value: number; exact: boolean }> }>>()

/** Counts may be ten seconds old; one actor's same question is counted once in that time. */
function countKept(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  request: ListRequest,
  question: Asked,
  instead: () => Promise<Asked | undefined>,
): Promise<{ value: number; exact: boolean }> {
  const kept = counts.get(actor) ?? new Map<string, { at: number; count: Promise<{ value: number; exact: boolean }> }>()
  counts.set(actor, kept)
  // By what is asked and not by how: a segment that was changed a moment ago is another question.
  const key = JSON.stringify([shape.name, question.filter, request.q ?? null, request.recycled ?? false, request.count])
  const known = kept.get(key)
  if (known && Date.now() - known.at < 10_000) return known.count
  if (kept.size > 200) kept.clear()
  const cap = request.count === 'exact' ? undefined : countCap
  const countOf = (asked: Asked) => countList(runtime.database, runtime.house, shape, asked, cap)
  const count = countOf(question).then(async (found) => {
    const other = question.search && found.value === 0 ? await instead() : undefined
    return other ? countOf(other) : found
  })
  kept.set(key, { at: Date.now(), count })
  count.catch(() => kept.delete(key))
  return count
}

/** One record as an actor may see it. Not visible and not existing are the same refusal. */
export async function readRecord(runtime: Runtime, actor: Actor, shape: Shape, id: string, fields?: readonly string[]): Promise<Item> {
  const [row] = await readRows(runtime.database, shape, [id])
  const [item] = row ? await presentOne(runtime, actor, shape, row, fields) : []
  if (!item) throw notFound()
  return item
}

async function presentOne(runtime: Runtime, actor: Actor, shape: Shape, row: StoredRow, fields?: readonly string[]): Promise<Item[]> {
  const items = await present(runtime, actor, shape, [row], fields)
  const closed = items[0] && !fields ? await closedActions(runtime, actor, shape, row) : {}
  if (Object.keys(closed).length > 0) items[0]!.can.not = closed
  if (items[0]?.masked && !fields) items[0].can.masked = await closedFields(runtime, actor, shape, row, items[0].masked)
  return row.deletedAt ? items.filter((item) => item.can.recycle) : items
}

/** Rows for an export: the same question, walked to its end page by page. */
export async function* walkRecords(runtime: Runtime, actor: Actor, shape: Shape, request: ListRequest): AsyncGenerator<Item[]> {
  if (!hasRight(actor, 'export', shape)) throw refuse('not-allowed', words('您没有导出的权限。', 'You may not export.'), { status: 403 })
  yield* walkReadable(runtime, actor, shape, request)
}

/** The same for what is given away under another right. */
export async function* walkReadable(runtime: Runtime, actor: Actor, shape: Shape, request: ListRequest): AsyncGenerator<Item[]> {
  const fields = request.fields ?? readableFields(runtime.house, actor, shape)
  let cursor: string | undefined
  do {
    const page = await listRecords(runtime, actor, shape, { ...request, fields, limit: 500, cursor, count: undefined })
    yield page.items
    cursor = page.next ?? undefined
  } while (cursor)
}

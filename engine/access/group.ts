import { badFields, refuse } from '#engine/action/refusal.ts'
import { searchFor } from '#engine/search/ask.ts'
import { linkTarget, type KnownField, type Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { countList } from '#engine/store/list.ts'
import { readGroups } from '#engine/store/groups.ts'
import { inOrder } from '#engine/record/choice-lists.ts'
import type { Choices } from '#engine/record/fields/choice/index.ts'
import { operatorsOf } from '#engine/record/operators.ts'
import { fill, words } from '#engine/text/words.ts'
import type { Actor } from './actor.ts'
import { countCap, readQuestion, type ListRequest } from './read.ts'
import { both, isNever, type Condition } from './rules.ts'
import { accessTo } from './shape-access.ts'
import { titlesOf } from './titles.ts'

/** Rows of a list that share a value. */
export interface Group {
  /** As a filter takes it; null for rows without a value. */
  value: string | boolean | null
  /** The linked record's title, where the value is a link; absent where it is not for the reader's eyes. */
  title?: string
  count: { value: number; exact: boolean }
  /** By field: the sum of the values that the reader may see, and how many these are. */
  totals?: Record<string, { sum: string; of: number }>
}

export interface GroupAnswer {
  groups: Group[]
  /** False where there are too many rows to add up; the counts are then capped each for itself. */
  whole: boolean
}

/** Kinds by whose values a list can be grouped; those with few values can be counted value by value. */
const groupable = new Set(['choice', 'lifecycle', 'yesNo', 'link', 'region'])
const hasManyValues = (kind: string) => kind === 'link' || kind === 'region'
const addable = new Set(['integer', 'decimal', 'money'])

function fieldFor(shape: Shape, name: string, kinds: ReadonlySet<string>, place: string): KnownField {
  const field = shape.fields.get(name)
  if (!field || !kinds.has(field.field.kind))
    throw badFields({ [place]: words(`不能按“${name}”分组或合计`, `cannot group by or add up "${name}"`) })
  return field
}

/** Groups are opened by a filter: what has no value in a custom field is found by its index alone. */
function refuseUnindexed(known: KnownField): void {
  const { name, field, storage } = known
  const { zh, en } = field.options
  if (storage !== 'custom' || field.kind === 'yesNo' || operatorsOf(known).includes('empty')) return
  throw refuse('not-groupable', fill(words('不能按“{zh}”分组：没有索引。', 'Cannot group by "{en}": it has no index.'), { zh, en }), {
    fields: { [name]: words('没有索引', 'has no index') },
  })
}

/** The values that a field with few of them can have, none included. */
function valuesOf({ field }: KnownField): (string | boolean | null)[] {
  if (field.kind === 'yesNo') return [true, false]
  const options = field.options as unknown as { choices?: Choices; life?: { states: Choices } }
  return [...inOrder(options.choices ?? options.life?.states ?? {}).map(([code]) => code), ...(field.kind === 'lifecycle' ? [] : [null])]
}

/**
 * A list by the values of one field, with counts and totals, as one actor may see it. Up to ten thousand rows everything is exact; beyond,
 * fields with few values are counted value by value and not added up, and others are refused.
 */
export async function groupRecords(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  by: string,
  totals: readonly string[],
  request: Pick<ListRequest, 'filter' | 'q'>,
  cap: number = countCap,
): Promise<GroupAnswer> {
  const { house, database } = runtime
  const access = accessTo(house, actor, shape)
  const field = fieldFor(shape, by, groupable, 'by')
  refuseUnindexed(field)
  const question = await readQuestion(runtime, actor, shape, request)
  const readable = access.fields.get(by)!.view.condition
  const visible = both(question.visible, readable)
  if (isNever(visible)) return { groups: [], whole: true }
  const search = question.search ? await searchFor(runtime, actor, shape, question.search, visible, cap) : undefined
  const shared = { visible, filter: question.filter.condition, search: search?.searched }
  const added = totals.map((name) => ({
    field: fieldFor(shape, name, addable, 'totals'),
    readable: access.fields.get(name)!.view.condition,
  }))
  const rows = await readGroups(database, house, shape, shared, field, added, cap)
  if (rows) {
    const titles =
      field.field.kind === 'link'
        ? await titlesOf(
            runtime,
            actor,
            house.shapes.get(linkTarget(field.field))!,
            rows.map((row) => row.value).filter((value) => typeof value === 'string'),
          )
        : undefined
    const groups = rows.map(({ value, count, totals: sums }): Group => ({
      value,
      ...(typeof value === 'string' && titles?.has(value) ? { title: titles.get(value)! } : {}),
      count: { value: count, exact: true },
      ...(totals.length > 0
        ? { totals: Object.fromEntries(totals.map((name, i) => [name, { sum: sums[i]!.sum ?? '0', of: sums[i]!.of }])) }
        : {}),
    }))
    return { groups: ordered(field, groups), whole: true }
  }
  if (hasManyValues(field.field.kind))
    throw refuse(
      'too-many-to-group',
      words('记录超过 10,000 条，先筛选再分组。', 'There are more than 10,000 records: filter them before grouping.'),
    )
  const groups = await Promise.all(
    valuesOf(field).map(async (value): Promise<Group> => {
      const only: Condition = value === null ? { field: by, op: 'empty' } : { field: by, op: 'eq', value }
      return { value, count: await countList(database, house, shape, { ...shared, filter: both(shared.filter, only) }, cap) }
    }),
  )
  return { groups: groups.filter((group) => group.count.value > 0), whole: false }
}

/** Choices in their own order, links by their number of rows; what has no value comes last. */
function ordered(field: KnownField, groups: Group[]): Group[] {
  const place = new Map(valuesOf(field).map((value, i) => [value, i]))
  const isMany = hasManyValues(field.field.kind)
  return groups.sort((a, b) => {
    if (a.value === null || b.value === null) return a.value === b.value ? 0 : a.value === null ? 1 : -1
    return isMany ? b.count.value - a.count.value : (place.get(a.value) ?? 999) - (place.get(b.value) ?? 999)
  })
}

import { z } from 'zod'
import { badFields, refuse } from '#engine/action/refusal.ts'
import { linkTarget, type House, type KnownField, type Shape } from '#engine/record/house.ts'
import { schemaOf } from '#engine/record/parse.ts'
import type { Operator } from '#engine/record/field.ts'
import { operatorsOf } from '#engine/record/operators.ts'
import { filterSchema, type FilterTree } from '#engine/record/fields/index.ts'
import type { RecordRef } from '#engine/record/fields/link-any/index.ts'
import { isId } from '#engine/record/id.ts'
import { dayOfRelative, instantOfRelative, isRelative } from '#engine/time/relative.ts'
import { companyZone, dayAt } from '#engine/time/zone.ts'
import { fill, words } from '#engine/text/words.ts'
import { noSegments, type Segments } from '#engine/segment/segment-source.ts'
import type { Actor } from './actor.ts'
import { boundsOf, linkBy } from './linked.ts'
import { always, both, never, type Condition } from './rules.ts'
import { accessTo } from './shape-access.ts'

const fault = (path: string, zh: string, en: string) => badFields({ [path]: words(zh, en) })

function readValue(path: string, { field, kind }: KnownField, op: Operator, value: unknown, now: number): unknown {
  if (!kind.operators.includes(op))
    throw fault(path, `“${field.options.zh}”不支持运算 ${op}`, `"${field.options.en}" does not know the operator ${op}`)
  const one = (raw: unknown): unknown => {
    // "Thirty days ago" is another day every day: a saved filter keeps the words, and the day is worked out when it is asked.
    if (field.kind === 'day' && isRelative(raw)) return dayOfRelative(raw, dayAt(now))
    if (field.kind === 'instant' && isRelative(raw)) return instantOfRelative(raw, now, companyZone)
    if (field.kind === 'choices' || field.kind === 'links') {
      if (typeof raw === 'string' && raw.length <= 40 && (field.kind === 'choices' || isId(raw))) return raw
      throw fault(path, '筛选值格式不对', 'the value of the filter has the wrong form')
    }
    if (op === 'contains' || (op === 'startsWith' && !kind.begins)) {
      if (typeof raw !== 'string' || raw.trim().length < (op === 'contains' ? 2 : 1) || raw.length > 100)
        throw fault(
          path,
          op === 'contains' ? '请至少输入两个字' : '请输入文字',
          op === 'contains' ? 'type at least two characters' : 'type a text',
        )
      return raw.trim()
    }
    const result = schemaOf(field).safeParse(raw)
    if (!result.success) throw fault(path, '筛选值格式不对', 'the value of the filter has the wrong form')
    return op === 'startsWith' ? kind.begins!(result.data as never) : result.data
  }
  switch (op) {
    case 'empty':
    case 'notEmpty':
      return undefined
    case 'in':
    case 'notIn':
    case 'hasAny':
      if (!Array.isArray(value) || value.length > 1000)
        throw fault(path, '应为一组值（最多 1000 个）', 'must be a list of at most 1,000 values')
      return value.map(one)
    case 'between':
      if (!Array.isArray(value) || value.length !== 2) throw fault(path, '应为起止两个值', 'must be two values, from and to')
      return value.map(one)
    default:
      return one(value)
  }
}

/** Says why a field cannot be filtered by with this operator, and what would help. */
function refuseOperator(path: string, known: KnownField, op: Operator): void {
  const { field, kind, storage } = known
  const { zh, en, filterable } = field.options
  const served = operatorsOf(known)
  if (served.length > 0 && op === 'contains') throw fault(path, '这个字段不支持“包含”', 'this field does not know "contains"')
  // What the kind does not know is told where the value is read.
  if (served.length > 0 && !kind.operators.includes(op)) return
  const text =
    storage === 'custom' && !filterable && served.length > 0
      ? words('“{zh}”没有索引，只能按“等于”筛选。', '"{en}" has no index and can only be filtered by "equals".')
      : words('不能按“{zh}”筛选：没有索引。', 'Cannot filter by "{en}": it has no index.')
  throw refuse('not-filterable', fill(text, { zh, en }), { fields: { [path]: words('没有索引', 'has no index') } })
}

/** A filter that may be asked, and the condition under which this actor may ask it. */
export interface ReadFilter {
  condition: Condition
  /** What one may not read one may not filter by: rows must also meet this. */
  visible: Condition
}

/** The parts of a filter as `read` below takes them apart. */
type Node = Record<string, unknown>

/**
 * Reads a filter of the API: known fields, operators of their kinds, values in their canonical form, nothing unindexed.
 * Throws a refusal that names the field. The segments that it names have been looked up before (`segmentsIn`).
 */
export function readFilter(
  house: House,
  actor: Actor,
  shape: Shape,
  given: unknown,
  now: number,
  segments: Segments = noSegments,
): ReadFilter {
  if (given === undefined || given === null) return { condition: always, visible: always }
  const parsed = filterSchema.safeParse(given)
  if (!parsed.success) throw refuse('bad-filter', words('筛选条件的格式不对。', 'The filter has the wrong form.'))
  const visible: Condition[] = []
  let size = 0

  const read = (node: Node, at: Shape, depth: number, rights: Condition[]): Condition => {
    size += 1
    if (depth > 8 || size > 300) throw refuse('bad-filter', words('筛选条件太复杂。', 'The filter is too complex.'))
    if ('and' in node) return both(...(node.and as Node[]).map((part) => read(part, at, depth + 1, rights)))
    if ('or' in node) return { or: (node.or as Node[]).map((part) => read(part, at, depth + 1, rights)) }
    if ('not' in node) return { not: read(node.not as Node, at, depth + 1, rights) }
    if ('linked' in node) return readLinked(node as Extract<FilterTree, { linked: string }>, at, depth)
    if ('segment' in node) return readSegment(node as Extract<FilterTree, { segment: string }>, at, depth, rights)
    const path = node.field as string
    const op = node.op as Operator
    if (path === 'id') {
      const ids = z.array(z.uuid()).max(1000).safeParse([node.value].flat())
      if (!ids.success || !['eq', 'in'].includes(op)) throw fault(path, '应为编号', 'must be an id')
      return op === 'eq' ? { field: 'id', op: 'eq', value: ids.data[0] } : { field: 'id', op: 'in', value: ids.data }
    }
    const [first = '', ...rest] = path.split('.')
    const field = at.fields.get(first)
    if (!field) throw fault(path, '没有这个字段', 'there is no such field')
    if (rest.length > 0) {
      return readBehind({ ...node, field: rest.join('.') }, path, field, at, depth, rights)
    }
    if (!operatorsOf(field).includes(op)) refuseOperator(path, field, op)
    rights.push(accessTo(house, actor, at).fields.get(first)!.view.condition)
    const value = readValue(path, field, op, node.value, now)
    if (field.field.kind === 'linkAny' && op === 'eq') {
      // A link to what the actor may not see is shown as hidden, and is found no more than it is shown.
      const { record } = value as RecordRef
      const target = house.shapes.get(record)
      if (!target) return never
      return both({ field: first, op, value }, { behind: first, record, where: both(accessTo(house, actor, target).card.condition) })
    }
    return { field: first, op, ...(value === undefined ? {} : { value }) } as Condition
  }

  const readBehind = (node: Node, path: string, link: KnownField, at: Shape, depth: number, rights: Condition[]): Condition => {
    const target = link.field.kind === 'link' && depth < 8 ? house.shapes.get(linkTarget(link.field)) : undefined
    if (!target) throw fault(path, '没有这个字段', 'there is no such field')
    const behind: Condition[] = []
    const where = read(node, target, depth + 1, behind)
    rights.push(accessTo(house, actor, at).fields.get(link.name)!.view.condition)
    return { behind: link.name, where: both(where, accessTo(house, actor, target).card.condition, ...behind) }
  }

  // What one may not see of the linked records one may not count by either: they must be for the reader's eyes, link and all.
  const readLinked = ({ linked, least, most, where }: Extract<FilterTree, { linked: string }>, at: Shape, depth: number): Condition => {
    const link = linkBy(house, at, linked)
    if (!link) throw fault(linked, '没有这种关联', 'nothing links here by that name')
    const inside: Condition[] = []
    const meets = where ? read(where as Node, link.shape, depth + 1, inside) : always
    const access = accessTo(house, actor, link.shape)
    return {
      linked,
      ...boundsOf({ ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) }),
      where: both(meets, access.card.condition, access.fields.get(link.field.name)!.view.condition, ...inside),
    } as Condition
  }

  const readSegment = (node: Extract<FilterTree, { segment: string }>, at: Shape, depth: number, rights: Condition[]): Condition => {
    if (node.of !== undefined) {
      const link = at.fields.get(node.of)
      if (!link) throw fault(node.of, '没有这个字段', 'there is no such field')
      return readBehind({ segment: node.segment }, node.of, link, at, depth, rights)
    }
    const meaning = segments.get(node.segment)
    if (meaning?.of !== at.name) throw fault('segment', '没有这个分群，或您看不到它', 'there is no such segment, or you may not see it')
    if (meaning.listed) return meaning.listed
    // However deep it stands, a segment may be as deep as a filter; that none leads back to itself is known.
    return meaning.filter ? read(meaning.filter as Node, at, 0, rights) : never
  }

  return { condition: read(parsed.data as Node, shape, 0, visible), visible: both(...visible) }
}

export interface Sort {
  field: KnownField
  descending: boolean
}

/** Reads "-createdAt,name". Only sortable fields of the record itself; a second order only behind one whose values seldom repeat. */
export function readSort(shape: Shape, given: string | undefined, fallback: Sort): Sort[] {
  if (!given) return [fallback]
  const sorts = given.split(',').map((part) => {
    const name = part.trim().replace(/^-/, '')
    const field = shape.fields.get(name)
    if (!field) throw fault(name, '没有这个字段', 'there is no such field')
    if (!field.field.options.sortable)
      throw refuse(
        'not-sortable',
        fill(words('不能按“{zh}”排序：没有索引。', 'Cannot sort by "{en}": it has no index.'), {
          zh: field.field.options.zh,
          en: field.field.options.en,
        }),
        { fields: { [name]: words('没有索引', 'has no index') } },
      )
    return { field, descending: part.trim().startsWith('-') }
  })
  if (sorts.length > 3) throw refuse('not-sortable', words('最多按三个字段排序。', 'At most three fields can be sorted by.'))
  const repeating = sorts.slice(0, -1).find((sort) => ['choice', 'lifecycle', 'yesNo', 'integer'].includes(sort.field.field.kind))
  if (repeating)
    throw refuse(
      'not-sortable',
      fill(words('“{zh}”重复的值太多，其后不能再排序。', 'Values of "{en}" repeat too often to sort by another field behind it.'), {
        zh: repeating.field.field.options.zh,
        en: repeating.field.field.options.en,
      }),
    )
  return sorts
}

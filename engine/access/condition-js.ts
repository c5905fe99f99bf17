import { kindOf } from '#engine/record/fields/index.ts'
import { linkTarget, type House, type KnownField, type Shape } from '#engine/record/house.ts'
import { boundsOf, linkBy } from './linked.ts'
import type { Condition, Level } from './rules.ts'

/** Somebody let in: what the check of `sharedWith` reads. */
export interface Collaboration {
  principal: string
  level: Level
  /** End as an instant, or null. */
  until: string | null
}

/** The values of one row by path: its own fields, "^owner" and "customer.tier" for what lies behind links, and its root's collaborators. */
export type Facts = { readonly [path: string]: unknown; readonly collaborators?: readonly Collaboration[] }

export type Check = (facts: Facts) => boolean

/** The field a path ends in. Undefined where the path leads nowhere. */
export function fieldAt(house: House, shape: Shape, path: string): KnownField | undefined {
  if (path.startsWith('^')) {
    const root = house.shapes.get(shape.root.name)!
    const key = path.slice(1)
    return fieldAt(
      house,
      root,
      key === 'owner' ? (shape.root.access?.owner ?? key) : key === 'department' ? (shape.root.access?.department ?? key) : key,
    )
  }
  const [first = '', ...rest] = path.split('.')
  const field = shape.fields.get(first)
  if (rest.length === 0 || !field) return field
  if (field.field.kind !== 'link') return undefined
  const next = house.shapes.get(linkTarget(field.field))
  return next && fieldAt(house, next, rest.join('.'))
}

/** Under this path the facts of a row hold the records that link to it, each with facts of its own. */
const linkedKey = (path: string) => `<${path}>`

const isEmpty = (value: unknown) => value === null || value === undefined || (Array.isArray(value) && value.length === 0)

/** Makes a check of a condition: two-valued, and equal to its SQL (a property test holds them together). */
export function compileCheck(house: House, shape: Shape, condition: Condition): Check {
  if ('and' in condition) {
    const parts = condition.and.map((part) => compileCheck(house, shape, part))
    return (facts) => parts.every((part) => part(facts))
  }
  if ('or' in condition) {
    const parts = condition.or.map((part) => compileCheck(house, shape, part))
    return (facts) => parts.some((part) => part(facts))
  }
  if ('not' in condition) {
    const part = compileCheck(house, shape, condition.not)
    return (facts) => !part(facts)
  }
  if ('behind' in condition) {
    if (condition.record) throw new Error('what lies behind a link to any record can only be asked of the database')
    const part = compileCheck(house, house.shapes.get(linkTarget(shape.fields.get(condition.behind)!.field))!, condition.where)
    return (facts) =>
      facts[`${condition.behind}.`] !== undefined && facts[`${condition.behind}.`] !== null && part(facts[`${condition.behind}.`] as Facts)
  }
  if ('linked' in condition) {
    const part = compileCheck(house, linkBy(house, shape, condition.linked)!.shape, condition.where)
    const { least, most } = boundsOf(condition)
    return (facts) => {
      const n = (facts[linkedKey(condition.linked)] as readonly Facts[]).filter(part).length
      return n >= least && (most === undefined || n <= most)
    }
  }
  if (condition.op === 'sharedWith') {
    const principals = new Set(condition.value.principals)
    const levels = new Set<string>(condition.value.levels)
    const isOver = (until: string | null) => until !== null && until <= (condition.value.at || new Date().toISOString())
    return (facts) =>
      (facts.collaborators ?? []).some((entry) => principals.has(entry.principal) && levels.has(entry.level) && !isOver(entry.until))
  }
  const { field: path, op, value } = condition as { field: string; op: string; value?: unknown }
  const field = path === 'id' ? undefined : fieldAt(house, shape, path)
  const compare =
    (field && kindOf(field.field).compare) ?? ((a: unknown, b: unknown) => (a === b ? 0 : (a as number) < (b as number) ? -1 : 1))
  const list = Array.isArray(value) ? value : []
  const order =
    (test: (sign: number) => boolean): Check =>
    (facts) =>
      !isEmpty(facts[path]) && test(compare(facts[path] as never, value as never))
  // Kinds without an order of their own, and links and codes, are the same when they are equal; numbers in text form are when they compare so.
  const isPlain =
    path === 'id' ||
    !field ||
    ['link', 'choice', 'lifecycle', 'text', 'yesNo', 'phone', 'email', 'day', 'instant', 'sequence', 'url', 'region'].includes(
      field.field.kind,
    )
  const isRef = field?.field.kind === 'linkAny'
  const same = isRef
    ? (a: unknown, b: unknown) => (a as { id: string }).id === (b as { id: string }).id
    : isPlain
      ? (a: unknown, b: unknown) => a === b
      : (a: unknown, b: unknown) => compare(a as never, b as never) === 0
  const among = isPlain && !isRef ? new Set(list) : undefined
  const isAmong = among ? (entry: unknown) => among.has(entry) : (entry: unknown) => list.some((other) => same(entry, other))
  switch (op) {
    case 'eq':
      return (facts) => !isEmpty(facts[path]) && same(facts[path], value)
    case 'ne':
      return (facts) => isEmpty(facts[path]) || !same(facts[path], value)
    case 'in':
      return (facts) => !isEmpty(facts[path]) && isAmong(facts[path])
    case 'notIn':
      return (facts) => isEmpty(facts[path]) || !isAmong(facts[path])
    case 'lt':
      return order((sign) => sign < 0)
    case 'lte':
      return order((sign) => sign <= 0)
    case 'gt':
      return order((sign) => sign > 0)
    case 'gte':
      return order((sign) => sign >= 0)
    case 'between':
      return (facts) =>
        !isEmpty(facts[path]) &&
        compare(facts[path] as never, list[0] as never) >= 0 &&
        compare(facts[path] as never, list[1] as never) <= 0
    case 'startsWith':
      return (facts) => String(facts[path] ?? '').startsWith(String(value))
    case 'contains':
      return (facts) =>
        String(facts[path] ?? '')
          .toLowerCase()
          .includes(String(value).toLowerCase())
    case 'has':
      return (facts) => ((facts[path] as unknown[]) ?? []).includes(value)
    case 'hasAny':
      return (facts) => list.some((entry) => ((facts[path] as unknown[]) ?? []).includes(entry))
    case 'empty':
      return (facts) => isEmpty(facts[path])
    case 'notEmpty':
      return (facts) => !isEmpty(facts[path])
    default:
      throw new Error(`no operator "${op}"`)
  }
}

/** The paths through links that a condition reads: what must be loaded beside a row before it can be checked. */
export function pathsOf(condition: Condition): string[] {
  if ('and' in condition) return condition.and.flatMap(pathsOf)
  if ('or' in condition) return condition.or.flatMap(pathsOf)
  if ('not' in condition) return pathsOf(condition.not)
  if ('behind' in condition) return [`${condition.behind}.`, ...pathsOf(condition.where).map((path) => `${condition.behind}.${path}`)]
  if ('linked' in condition)
    return [linkedKey(condition.linked), ...pathsOf(condition.where).map((path) => `${linkedKey(condition.linked)}${path}`)]
  if (condition.op === 'sharedWith') return ['collaborators']
  return condition.field.includes('.') || condition.field.startsWith('^') ? [condition.field] : []
}

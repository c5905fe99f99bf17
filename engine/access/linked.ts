import { linkTarget, type House, type KnownField, type Shape } from '#engine/record/house.ts'
import type { Condition, Linked } from './rules.ts'

/** The record type and its field behind "activity.customer", where that field links to this record type and has an index of its own. */
export function linkBy(house: House, shape: Shape, path: string): { shape: Shape; field: KnownField } | undefined {
  const [record = '', name = ''] = path.split('.')
  const other = house.shapes.get(record)
  const field = other?.fields.get(name)
  const fits = field && field.field.kind === 'link' && field.storage === 'column' && linkTarget(field.field) === shape.name
  return fits && !field.field.options.inner ? { shape: other!, field } : undefined
}

/** How many there must be, and how many there may be; some, where nothing is said. */
export const boundsOf = ({ least, most }: Pick<Linked, 'least' | 'most'>): { least: number; most: number | undefined } => ({
  least: least ?? (most === undefined ? 1 : 0),
  most,
})

/** Whether a condition asks what hangs on a record. */
export const asksLinked = (condition: Condition): boolean =>
  'and' in condition
    ? condition.and.some(asksLinked)
    : 'or' in condition
      ? condition.or.some(asksLinked)
      : 'not' in condition
        ? asksLinked(condition.not)
        : 'linked' in condition

/**
 * The same condition for a question about all rows: a count, a total. A page of a list stops at its fifty rows and asks about each; whoever
 * asks about a million goes through what links to them once.
 */
export function asWhole(condition: Condition): Condition {
  if ('and' in condition) return { and: condition.and.map(asWhole) }
  if ('or' in condition) return { or: condition.or.map(asWhole) }
  if ('not' in condition) return { not: asWhole(condition.not) }
  return 'linked' in condition ? { ...condition, isWhole: true } : condition
}

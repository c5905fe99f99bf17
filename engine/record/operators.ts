import { familyOf } from '#engine/search/fields.ts'
import type { Operator } from './field.ts'
import type { KnownField } from './house.ts'

/** What the one index on all custom values together can answer: that a value is there. */
const byValue = new Set<Operator>(['eq', 'in', 'has', 'hasAny'])

/** The operators by which lists may be filtered by a field: those of its kind that an index serves. */
export function operatorsOf({ field, kind, storage }: KnownField): Operator[] {
  const isIndexed = field.options.filterable || (storage === 'column' && field.kind === 'link')
  const isLooked = familyOf({ field, kind }) === 'text'
  return kind.operators.filter((op) => (op === 'contains' ? isLooked : isIndexed || (storage === 'custom' && byValue.has(op))))
}

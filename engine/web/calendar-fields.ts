import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { addDays } from '#engine/time/days.ts'
import { companyZone, instantOfLocal } from '#engine/time/zone.ts'
import type { Comparison } from './filter-parts.ts'

/** Fields by which a list can be laid out on a calendar: days and moments that can be asked for by range, in order. */
export const calendarFieldsOf = (record: RecordDescription): FieldDescription[] =>
  record.fields.filter(
    ({ kind, filterable, sortable, custom }) => (kind === 'day' || kind === 'instant') && filterable && sortable && !custom,
  )

/** Where a day begins, as the field keeps it. */
export const beginOf = (field: FieldDescription, day: string): string =>
  field.kind === 'instant' ? instantOfLocal(day, 0, 0, 0, companyZone) : day

/** What lies on the days from one to another, both included. */
export const onDays = (field: FieldDescription, from: string, to: string): Comparison[] => [
  { field: field.name, op: 'gte', value: beginOf(field, from) },
  { field: field.name, op: 'lt', value: beginOf(field, addDays(to, 1)) },
]

/** What lies on one day. */
export const onDay = (field: FieldDescription, day: string): Comparison[] => onDays(field, day, day)

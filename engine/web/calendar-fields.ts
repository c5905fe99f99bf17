import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'

/** Fields by which a list can be laid out on a calendar: days and moments that can be asked for by range. */
export const calendarFieldsOf = (record: RecordDescription): FieldDescription[] =>
  record.fields.filter(({ kind, filterable, system, custom }) => (kind === 'day' || kind === 'instant') && filterable && !system && !custom)

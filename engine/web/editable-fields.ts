import type { Item } from '#engine/access/present.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'

/** The fields of a record that its reader may change now, whichever sort of thing it becomes by the change. */
export const editableFields = (record: RecordDescription, item: Item): FieldDescription[] => {
  const asked = new Set([record, ...Object.values(record.variants?.of ?? {})].flatMap(({ form }) => form.flat()))
  return record.fields.filter(
    ({ name }) => asked.has(name) && record.edit.includes(name) && name in item && !item.masked?.includes(name) && item.can.edit,
  )
}

export const valuesOf = (fields: readonly FieldDescription[], item: Item) =>
  Object.fromEntries(fields.map(({ name }) => [name, item[name]]))

/** Whether a cell of a list may be changed where it stands. */
export const isCellOpen = (record: RecordDescription, item: Item, path: string): boolean =>
  item.can.edit && record.edit.includes(path) && path in item && !item.masked?.includes(path)

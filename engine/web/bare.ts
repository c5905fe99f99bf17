import type { LinkValue } from '#engine/access/present.ts'

/** A value as the API takes it, without the titles that a screen knows: links as ids, links to any record as record and id. */
export const bare = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(bare)
  if (value === null || typeof value !== 'object' || !('id' in value)) return value
  return 'record' in value ? { record: value.record, id: value.id } : (value as LinkValue).id
}

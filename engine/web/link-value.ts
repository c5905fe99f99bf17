import type { LinkValue } from '#engine/access/present.ts'

/** A link to a record of any type, with the title that its reader may see. */
export interface AnyLinkValue extends LinkValue {
  record: string
}

/** What is sent of a value: links without their titles. */
export function bareValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bareValue)
  if (value === null || typeof value !== 'object' || !('id' in value)) return value
  const { id, record } = value as { id: string; record?: string }
  return record === undefined ? id : { record, id }
}

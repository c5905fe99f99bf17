import { same } from '#engine/action/values.ts'
import type { KnownField, Shape } from '#engine/record/house.ts'
import type { StoredRow } from '#engine/store/rows.ts'

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)

/** Whether a merge decides about a field: neither the system's, nor a running number, nor worked out of others. */
export const isMergeable = ({ field, storage }: KnownField): boolean =>
  storage !== 'system' && !['sequence', 'lifecycle'].includes(field.kind) && !field.options.from && !field.options.quiet

/** What the two have in common is united; of all else one value can stay. */
const isUnited = ({ field }: KnownField): boolean => field.kind === 'choices' || field.kind === 'links'

/**
 * The values with which the record that stays goes on, as far as they differ from its own: what was chosen of the other one, what is empty
 * here and is not there, lists together. A link that would lead to itself is left out.
 * @param take fields whose value comes from the other one
 */
export function mergedValues(shape: Shape, stays: StoredRow, goes: StoredRow, take: ReadonlySet<string>): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const known of shape.fields.values()) {
    const { name } = known
    const [ours, theirs] = [stays[name], goes[name]]
    if (!isMergeable(known) || same(ours, theirs)) continue
    if (isUnited(known)) values[name] = [...new Set([...((ours as unknown[]) ?? []), ...((theirs as unknown[]) ?? [])])]
    else if (take.has(name) || (isEmpty(ours) && !isEmpty(theirs))) values[name] = theirs ?? null
    else continue
    if (values[name] === stays.id) delete values[name]
    else if (same(values[name], ours)) delete values[name]
  }
  return values
}

/** Measured moments tell of the latest of both: the last contact with the one is a contact with the same customer. */
export const laterMoments = (shape: Shape, stays: StoredRow, goes: StoredRow): Record<string, unknown> =>
  Object.fromEntries(
    [...shape.fields.values()].flatMap(({ name, field }) => {
      const [ours, theirs] = [stays[name] as string | null, goes[name] as string | null]
      return field.options.quiet && field.kind === 'instant' && theirs && (!ours || theirs > ours) ? [[name, theirs]] : []
    }),
  )

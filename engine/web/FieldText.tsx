import type { Item } from '#engine/access/present.ts'
import type { FieldDescription } from '#engine/record/describe.ts'
import { viewOf } from './views.ts'

export const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** The value of a field as a reader sees it; a dash where there is none, nothing where it may not be seen. */
export function FieldText({ item, field, path, dash = '—' }: { item: Item; field: FieldDescription; path?: string; dash?: string }) {
  const name = path ?? field.name
  const value = item[name]
  if (!(name in item) || isEmpty(value)) return <span className="zk-faint">{dash}</span>
  const { Show } = viewOf(field.kind)
  const isMasked = item.masked?.includes(name) ?? false
  return isMasked ? <span className="zk-masked">{String(value)}</span> : <Show value={value} field={field} />
}

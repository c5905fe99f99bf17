import type { Item, LinkValue } from '#engine/access/present.ts'
import { showPhone } from '#engine/record/fields/phone/number.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { FieldText, isEmpty } from './FieldText.tsx'

/** A fact on a line that is itself to be chosen: nothing in it leads elsewhere. */
function PlainFact({ item, field }: { item: Item; field: FieldDescription }) {
  const value = item[field.name]
  if (field.kind === 'link' || field.kind === 'linkAny') return (value as LinkValue).title ?? ''
  if (field.kind === 'phone' && !item.masked?.includes(field.name)) return <span className="zk-number">{showPhone(String(value))}</span>
  if (field.kind === 'email' || field.kind === 'url') return String(value)
  return <FieldText item={item} field={field} dash="" />
}

/** Two facts that tell a record from others of its name, on the line of a list to choose from. */
export function BriefFacts({ record, item, without }: { record: RecordDescription; item: Item; without?: string | undefined }) {
  const shown = record.brief.filter((name) => name !== without && name in item && !isEmpty(item[name]))
  return shown.map((name) => {
    const field = record.fields.find((entry) => entry.name === name)
    return field ? (
      <span key={name} className="zk-brief">
        <PlainFact item={item} field={field} />
      </span>
    ) : null
  })
}

import type { Item } from '#engine/access/present.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { FieldText, isEmpty } from './FieldText.tsx'
import { PlainContext } from './plain.ts'

/** Two facts that tell a record from others of its name, on a line that is itself to be chosen: nothing in them leads elsewhere. */
export function BriefFacts({ record, item, without }: { record: RecordDescription; item: Item; without?: string | undefined }) {
  const shown = record.brief.filter((name) => name !== without && name in item && !isEmpty(item[name]))
  return (
    <PlainContext value={true}>
      {shown.map((name) => {
        const field = record.fields.find((entry) => entry.name === name)
        return field ? (
          <span key={name}>
            <FieldText item={item} field={field} dash="" />
          </span>
        ) : null
      })}
    </PlainContext>
  )
}

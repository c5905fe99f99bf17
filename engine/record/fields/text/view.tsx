import type { FieldView } from '#engine/web/field-view.ts'
import { RecordName } from '#engine/web/RecordName.tsx'

export const textView: FieldView = {
  takesText: true,
  Show: ({ value, field }) => (field.among ? <RecordName value={value as string} field={field} /> : <>{value as string}</>),
}

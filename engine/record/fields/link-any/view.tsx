import { AnyLinkPicker, AnyLinkText } from '#engine/web/AnyLinkPicker.tsx'
import type { FieldView } from '#engine/web/field-view.ts'

export const linkAnyView: FieldView = {
  Show: ({ value }) => <AnyLinkText value={value} />,
  Input: (props) => <AnyLinkPicker {...props} />,
}

import { AnyLinkText } from '#engine/web/AnyLinkText.tsx'
import type { FieldView } from '#engine/web/field-view.ts'

export const linkAnyView: FieldView = {
  Show: ({ value }) => <AnyLinkText value={value} />,
}

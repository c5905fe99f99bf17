import type { FieldView } from '#engine/web/field-view.ts'
import { LinkPicker, LinkText } from '#engine/web/LinkPicker.tsx'

export const linkView: FieldView = {
  Show: ({ value, field }) => <LinkText value={value} to={field.to!} />,
  Input: LinkPicker,
}

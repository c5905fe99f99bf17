import type { FieldView } from '#engine/web/field-view.ts'
import { LinkText } from '#engine/web/LinkText.tsx'

export const linkView: FieldView = {
  Show: ({ value, field }) => <LinkText value={value} to={field.to!} />,
}

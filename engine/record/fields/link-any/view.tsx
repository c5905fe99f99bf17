import type { FieldView } from '#engine/web/field-view.ts'
import { LinkText } from '#engine/web/LinkText.tsx'

export const linkAnyView: FieldView = {
  Show: ({ value }) => <LinkText value={value} to={(value as { record: string }).record} />,
}

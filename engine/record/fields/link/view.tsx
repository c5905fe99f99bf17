import type { FieldView } from '#engine/web/field-view.ts'
import { LinkPicker, LinkText } from '#engine/web/LinkPicker.tsx'

export const linkView: FieldView = {
  Show: ({ value, field }) => <LinkText value={value} to={field.to!} />,
  Input: ({ id, value, onChange, field, isBad, disabled }) => (
    <LinkPicker
      id={id}
      to={field.to!}
      value={value}
      onChange={onChange}
      isBad={isBad ?? false}
      disabled={disabled ?? false}
      isRequired={field.required === true}
    />
  ),
}

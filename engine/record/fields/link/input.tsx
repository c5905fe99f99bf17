import type { InputProps } from '#engine/web/field-view.ts'
import { LinkPicker } from '#engine/web/LinkPicker.tsx'

export const LinkInput = ({ id, value, onChange, field, isBad, disabled }: InputProps) => (
  <LinkPicker
    id={id}
    to={field.to!}
    value={value}
    onChange={onChange}
    isBad={isBad ?? false}
    disabled={disabled ?? false}
    isRequired={field.required === true}
  />
)

import type { InputProps } from '#engine/web/field-view.ts'
import { LinkPicker } from '#engine/web/LinkPicker.tsx'

export const LinksInput = ({ id, value, onChange, field, isBad, disabled }: InputProps) => (
  <LinkPicker
    id={id}
    to={field.to!}
    value={value}
    onChange={onChange}
    isMany
    isBad={isBad ?? false}
    disabled={disabled ?? false}
    isRequired={false}
  />
)

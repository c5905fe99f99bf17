import { Input as TextInput } from 'antd'
import type { FieldView } from '#engine/web/field-view.ts'

export const emailView: FieldView = {
  Show: ({ value, isMasked }) =>
    isMasked ? (
      <>{value as string}</>
    ) : (
      <a href={`mailto:${value as string}`} onClick={(event) => event.stopPropagation()}>
        {value as string}
      </a>
    ),
  Input: ({ id, value, onChange, isBad, disabled }) => (
    <TextInput
      id={id}
      inputMode="email"
      autoComplete="off"
      value={(value as string | null) ?? ''}
      onChange={(event) => onChange(event.target.value)}
      {...(isBad ? { status: 'error' as const } : {})}
      disabled={disabled ?? false}
    />
  ),
}

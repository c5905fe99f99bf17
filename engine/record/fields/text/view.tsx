import { Input as TextInput } from 'antd'
import type { FieldView } from '#engine/web/field-view.ts'

export const textView: FieldView = {
  Show: ({ value }) => <>{value as string}</>,
  Input: ({ id, value, onChange, field, isBad, autoFocus, disabled }) => (
    <TextInput
      id={id}
      value={(value as string | null) ?? ''}
      onChange={(event) => onChange(event.target.value)}
      maxLength={typeof field.max === 'number' ? field.max : 200}
      {...(isBad ? { status: 'error' as const } : {})}
      autoFocus={autoFocus ?? false}
      disabled={disabled ?? false}
    />
  ),
}

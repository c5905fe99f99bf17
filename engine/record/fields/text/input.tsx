import { Input } from 'antd'
import type { InputProps } from '#engine/web/field-view.ts'
import { RecordNamePicker } from '#engine/web/RecordNamePicker.tsx'

export function TextInput(props: InputProps) {
  const { id, value, onChange, field, isBad, autoFocus, disabled } = props
  if (field.among) return <RecordNamePicker {...props} />
  const Text = field.secret ? Input.Password : Input
  return (
    <Text
      id={id}
      value={(value as string | null) ?? ''}
      onChange={(event) => onChange(event.target.value)}
      maxLength={typeof field.max === 'number' ? field.max : 200}
      autoComplete={field.secret ? 'new-password' : 'off'}
      {...(isBad ? { status: 'error' as const } : {})}
      autoFocus={autoFocus ?? false}
      disabled={disabled ?? false}
    />
  )
}

import { Input as TextInput } from 'antd'
import type { FieldView } from '#engine/web/field-view.ts'
import { RecordName, RecordNamePicker } from '#engine/web/RecordName.tsx'

export const textView: FieldView = {
  Show: ({ value, field }) => (field.among ? <RecordName value={value as string} field={field} /> : <>{value as string}</>),
  Input(props) {
    const { id, value, onChange, field, isBad, autoFocus, disabled } = props
    if (field.among) return <RecordNamePicker {...props} />
    const Text = field.secret ? TextInput.Password : TextInput
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
  },
}

import { Input } from 'antd'
import { inputState, type InputProps } from '#engine/web/field-view.ts'
import { RecordNamePicker } from '#engine/web/RecordNamePicker.tsx'

// No longest length here: it would cut off what is pasted. The form counts and says.
export function TextInput(props: InputProps) {
  const { id, value, onChange, field, autoFocus } = props
  if (field.among) return <RecordNamePicker {...props} />
  const Text = field.secret ? Input.Password : Input
  return (
    <Text
      id={id}
      value={(value as string | null) ?? ''}
      onChange={(event) => onChange(event.target.value)}
      autoComplete={field.secret ? 'new-password' : 'off'}
      autoFocus={autoFocus ?? false}
      {...inputState(props)}
    />
  )
}

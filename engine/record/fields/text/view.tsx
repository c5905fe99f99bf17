import { Input as TextInput } from 'antd'
import { inputState, type FieldView } from '#engine/web/field-view.ts'
import { RecordName, RecordNamePicker } from '#engine/web/RecordName.tsx'

export const textView: FieldView = {
  takesText: true,
  Show: ({ value, field }) => (field.among ? <RecordName value={value as string} field={field} /> : <>{value as string}</>),
  // No longest length here: it would cut off what is pasted. The form counts and says.
  Input(props) {
    const { id, value, onChange, field, autoFocus } = props
    if (field.among) return <RecordNamePicker {...props} />
    const Text = field.secret ? TextInput.Password : TextInput
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
  },
}

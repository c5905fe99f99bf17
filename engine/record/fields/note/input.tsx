import { Input } from 'antd'
import { inputState, type InputProps } from '#engine/web/field-view.ts'

export const NoteInput = (props: InputProps) => (
  <Input.TextArea
    id={props.id}
    value={(props.value as string | null) ?? ''}
    onChange={(event) => props.onChange(event.target.value)}
    autoSize={{ minRows: 3, maxRows: 12 }}
    {...inputState(props)}
  />
)

import { Input as TextInput } from 'antd'
import { inputState, type FieldView } from '#engine/web/field-view.ts'

export const noteView: FieldView = {
  takesText: true,
  Show: ({ value }) => <span className="zk-note">{value as string}</span>,
  Input: (props) => (
    <TextInput.TextArea
      id={props.id}
      value={(props.value as string | null) ?? ''}
      onChange={(event) => props.onChange(event.target.value)}
      autoSize={{ minRows: 3, maxRows: 12 }}
      {...inputState(props)}
    />
  ),
}

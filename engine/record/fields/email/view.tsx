import { Input as TextInput } from 'antd'
import { inputState, type FieldView } from '#engine/web/field-view.ts'

export const emailView: FieldView = {
  takesText: true,
  Show: ({ value, isMasked }) =>
    isMasked ? (
      <>{value as string}</>
    ) : (
      <a href={`mailto:${value as string}`} onClick={(event) => event.stopPropagation()}>
        {value as string}
      </a>
    ),
  Input: (props) => (
    <TextInput
      id={props.id}
      inputMode="email"
      autoComplete="off"
      value={(props.value as string | null) ?? ''}
      onChange={(event) => props.onChange(event.target.value)}
      {...inputState(props)}
    />
  ),
}

import { Input } from 'antd'
import { inputState, type InputProps } from '#engine/web/field-view.ts'

export const EmailInput = (props: InputProps) => (
  <Input
    id={props.id}
    inputMode="email"
    autoComplete="off"
    value={(props.value as string | null) ?? ''}
    onChange={(event) => props.onChange(event.target.value)}
    {...inputState(props)}
  />
)

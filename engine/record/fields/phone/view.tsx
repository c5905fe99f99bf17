import { Input as TextInput } from 'antd'
import { useState } from 'react'
import { inputState, type FieldView } from '#engine/web/field-view.ts'
import { showPhone } from './number.ts'

export const phoneView: FieldView = {
  takesText: true,
  Show: ({ value, isMasked }) =>
    isMasked ? (
      <span className="zk-number">{value as string}</span>
    ) : (
      <a className="zk-number" href={`tel:${(value as string).split(';')[0]}`} onClick={(event) => event.stopPropagation()}>
        {showPhone(value as string)}
      </a>
    ),
  Input(props) {
    // What is stored is shown grouped; what is being typed stays as it is typed.
    const [typed, setTyped] = useState<string | null>(null)
    const stored = (props.value as string | null) ?? ''
    return (
      <TextInput
        id={props.id}
        inputMode="tel"
        autoComplete="off"
        value={typed === stored ? typed : stored.startsWith('+') ? showPhone(stored) : stored}
        onChange={(event) => {
          setTyped(event.target.value)
          props.onChange(event.target.value)
        }}
        {...inputState(props)}
      />
    )
  },
}

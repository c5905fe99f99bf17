import { Input } from 'antd'
import { useState } from 'react'
import { inputState, type InputProps } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { showPhone } from './number.ts'

export function PhoneInput(props: InputProps) {
  // What is stored is shown grouped; what is being typed stays as it is typed.
  const { locale } = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const stored = (props.value as string | null) ?? ''
  return (
    <Input
      id={props.id}
      inputMode="tel"
      autoComplete="off"
      value={typed === stored ? typed : stored.startsWith('+') ? showPhone(stored, locale) : stored}
      onChange={(event) => {
        setTyped(event.target.value)
        props.onChange(event.target.value)
      }}
      {...inputState(props)}
    />
  )
}

import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { fieldOf } from '#engine/record/described-field.ts'
import { Unreadable } from '#engine/record/field.ts'
import { kindOf } from '#engine/record/fields/index.ts'
import { inputState, type InputProps } from './field-view.ts'

interface Props extends InputProps {
  prefix?: ReactNode
  suffix?: ReactNode
  /** The number as it stands while nobody types. */
  show(value: never): string
}

/** Asks for a number as people write it: "1,234.50", "1.2万". What cannot be read stays as it was typed, for the form to mark. */
export function NumberInput({ show, prefix, suffix, ...props }: Props) {
  const { id, value, onChange, field, autoFocus } = props
  const [typed, setTyped] = useState<string | null>(null)
  const known = fieldOf(field)
  const read = (text: string): unknown => {
    if (text.trim() === '') return null
    try {
      return kindOf(known).read(text, known.options).value
    } catch (error) {
      if (error instanceof Unreadable) return text
      throw error
    }
  }
  const text = value === null || value === undefined ? '' : String(value)
  const isNumber = text !== '' && !Number.isNaN(Number(text))
  // The value may have been changed from elsewhere while this input had the focus.
  const isCurrent = typed !== null && (String(read(typed) ?? '') === text || (isNumber && Number(read(typed)) === Number(text)))
  return (
    <Input
      id={id}
      inputMode="decimal"
      autoComplete="off"
      className="zk-number"
      value={isCurrent ? typed : isNumber ? show(value as never) : text}
      onFocus={() => setTyped(text)}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(read(event.target.value))
      }}
      {...(prefix ? { prefix } : {})}
      {...(suffix ? { suffix } : {})}
      autoFocus={autoFocus ?? false}
      {...inputState(props)}
    />
  )
}

import { DatePicker } from 'antd'
import type { Dayjs } from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useRef } from 'react'
import { inputState, type InputProps } from './field-view.ts'

interface Props {
  input: InputProps
  value: Dayjs | null
  onChange(value: Dayjs | null): void
}

/** Asks for a day. While the calendar is open Enter takes what is typed; it does not send the form. */
export function DayPicker({ input, ...picker }: Props) {
  const isOpen = useRef(false)
  return (
    <DatePicker
      id={input.id}
      style={{ width: '100%' }}
      onOpenChange={(open) => {
        isOpen.current = open
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && isOpen.current) event.preventDefault()
      }}
      {...picker}
      {...inputState(input)}
    />
  )
}

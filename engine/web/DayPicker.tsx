import { DatePicker } from 'antd'
import type { Dayjs } from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useRef } from 'react'
import { inputState, type InputProps } from './field-view.ts'

interface Props {
  input: InputProps
  value: Dayjs | null
  /** A day, at midnight unless a time of day was typed with it. */
  onChange(value: Dayjs | null): void
  /** Whether a time of day may be typed behind the day. */
  withTime?: boolean
}

const days = ['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日', 'YYYYMMDD']

/** Asks for a day, typed as people write it or chosen. While the calendar is open Enter takes what is typed; it does not send the form. */
export function DayPicker({ input, withTime = false, ...picker }: Props) {
  const isOpen = useRef(false)
  return (
    <DatePicker
      id={input.id}
      style={{ width: '100%' }}
      format={withTime ? [...days, ...days.map((day) => `${day} H:mm`)] : days}
      onOpenChange={(open) => {
        // The same Enter that closes the calendar comes to us afterwards.
        if (open) isOpen.current = true
        else setTimeout(() => (isOpen.current = false))
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && isOpen.current) event.preventDefault()
      }}
      {...picker}
      // The kit tells of a typed day only when its calendar has closed, which may be after the form was sent.
      onCalendarChange={(next) => next && picker.onChange(next as Dayjs)}
      {...inputState(input)}
    />
  )
}

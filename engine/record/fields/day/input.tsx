import dayjs from 'dayjs'
import { DayPicker } from '#engine/web/DayPicker.tsx'
import type { InputProps } from '#engine/web/field-view.ts'

export const DayInput = (props: InputProps) => (
  <DayPicker
    input={props}
    value={props.value ? dayjs(props.value as string) : null}
    onChange={(next) => props.onChange(next ? next.format('YYYY-MM-DD') : null)}
  />
)

import { TimePicker } from 'antd'
import dayjs from 'dayjs'
import { inputState, type InputProps } from '#engine/web/field-view.ts'

export const ClockInput = (props: InputProps) => (
  <TimePicker
    id={props.id}
    format="HH:mm"
    minuteStep={5}
    needConfirm={false}
    value={props.value ? dayjs(`2000-01-01T${props.value as string}`) : null}
    onChange={(next) => props.onChange(next ? next.format('HH:mm') : null)}
    style={{ width: '100%' }}
    {...inputState(props)}
  />
)

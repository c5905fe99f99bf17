import { TimePicker } from 'antd'
import dayjs from 'dayjs'
import type { InputProps } from '#engine/web/field-view.ts'

export const ClockInput = ({ id, value, onChange, isBad, disabled }: InputProps) => (
  <TimePicker
    id={id}
    format="HH:mm"
    minuteStep={5}
    needConfirm={false}
    value={value ? dayjs(`2000-01-01T${value as string}`) : null}
    onChange={(next) => onChange(next ? next.format('HH:mm') : null)}
    style={{ width: '100%' }}
    {...(isBad ? { status: 'error' as const } : {})}
    disabled={disabled ?? false}
  />
)

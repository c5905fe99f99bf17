import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { InputProps } from '#engine/web/field-view.ts'

export const DayInput = ({ id, value, onChange, isBad, disabled }: InputProps) => (
  <DatePicker
    id={id}
    value={value ? dayjs(value as string) : null}
    onChange={(next) => onChange(next ? next.format('YYYY-MM-DD') : null)}
    style={{ width: '100%' }}
    {...(isBad ? { status: 'error' as const } : {})}
    disabled={disabled ?? false}
  />
)

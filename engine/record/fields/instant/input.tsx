import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { InputProps } from '#engine/web/field-view.ts'
import { companyZone, instantOfLocal, showInstant } from '#engine/time/zone.ts'

// The clock on the screen is the company's, wherever the browser stands.
export const InstantInput = ({ id, value, onChange, isBad, disabled }: InputProps) => (
  <DatePicker
    id={id}
    showTime={{ format: 'HH:mm' }}
    format="YYYY-MM-DD HH:mm"
    value={value ? dayjs(showInstant(value as string, companyZone)) : null}
    onChange={(next) => onChange(next ? instantOfLocal(next.format('YYYY-MM-DD'), next.hour(), next.minute(), 0, companyZone) : null)}
    style={{ width: '100%' }}
    {...(isBad ? { status: 'error' as const } : {})}
    disabled={disabled ?? false}
  />
)

import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { FieldView } from '#engine/web/field-view.ts'
import { companyZone, instantOfLocal, showInstant } from '#engine/time/zone.ts'

export const instantView: FieldView = {
  Show: ({ value }) => (
    <time className="zk-number" dateTime={value as string}>
      {showInstant(value as string, companyZone)}
    </time>
  ),
  // The clock on the screen is the company's, wherever the browser stands.
  Input: ({ id, value, onChange, isBad, disabled }) => (
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
  ),
}

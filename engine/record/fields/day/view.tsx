import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { FieldView } from '#engine/web/field-view.ts'

export const dayView: FieldView = {
  Show: ({ value }) => <span className="zk-number">{value as string}</span>,
  Input: ({ id, value, onChange, isBad, disabled }) => (
    <DatePicker
      id={id}
      value={value ? dayjs(value as string) : null}
      onChange={(next) => onChange(next ? next.format('YYYY-MM-DD') : null)}
      style={{ width: '100%' }}
      {...(isBad ? { status: 'error' as const } : {})}
      disabled={disabled ?? false}
    />
  ),
}

import { InputNumber } from 'antd'
import type { FieldView } from '#engine/web/field-view.ts'

export const percentView: FieldView = {
  align: 'right',
  Show: ({ value }) => <span className="zk-number">{String(value)}%</span>,
  Input: ({ id, value, onChange, isBad, disabled }) => (
    <InputNumber<string>
      id={id}
      stringMode
      value={value as string | null}
      onChange={onChange}
      suffix="%"
      style={{ width: '100%' }}
      {...(isBad ? { status: 'error' as const } : {})}
      disabled={disabled ?? false}
    />
  ),
}

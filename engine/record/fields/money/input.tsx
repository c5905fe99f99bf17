import { InputNumber } from 'antd'
import type { InputProps } from '#engine/web/field-view.ts'
import { groupDigits } from '#engine/record/fields/decimal/digits.ts'

export const MoneyInput = ({ id, value, onChange, isBad, disabled }: InputProps) => (
  <InputNumber<string>
    id={id}
    controls={false}
    stringMode
    precision={2}
    prefix="¥"
    value={value as string | null}
    onChange={onChange}
    formatter={(text) => groupDigits(String(text ?? ''))}
    parser={(text) => (text ?? '').replaceAll(',', '')}
    style={{ width: '100%' }}
    {...(isBad ? { status: 'error' as const } : {})}
    disabled={disabled ?? false}
  />
)

import { InputNumber } from 'antd'
import type { InputProps } from '#engine/web/field-view.ts'

export const IntegerInput = ({ id, value, onChange, field, isBad, disabled }: InputProps) => (
  <InputNumber
    id={id}
    controls={false}
    value={value as number | null}
    onChange={onChange}
    precision={0}
    style={{ width: '100%' }}
    {...(typeof field.min === 'number' ? { min: field.min } : {})}
    {...(typeof field.max === 'number' ? { max: field.max } : {})}
    {...(isBad ? { status: 'error' as const } : {})}
    disabled={disabled ?? false}
  />
)

import { InputNumber } from 'antd'
import type { InputProps } from '#engine/web/field-view.ts'

export const DecimalInput = ({ id, value, onChange, isBad, disabled }: InputProps) => (
  <InputNumber<string>
    id={id}
    controls={false}
    stringMode
    value={value as string | null}
    onChange={onChange}
    style={{ width: '100%' }}
    {...(isBad ? { status: 'error' as const } : {})}
    disabled={disabled ?? false}
  />
)

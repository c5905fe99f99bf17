import { InputNumber } from 'antd'
import type { FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { groupDigits } from './index.ts'

export const decimalView: FieldView = {
  align: 'right',
  Show({ value, field }) {
    const { say } = useLanguage()
    return (
      <span className="zk-number">
        {groupDigits(String(value))}
        {field.unit ? <small> {say(field.unit)}</small> : null}
      </span>
    )
  },
  Input: ({ id, value, onChange, isBad, disabled }) => (
    <InputNumber<string>
      id={id}
      stringMode
      value={value as string | null}
      onChange={onChange}
      style={{ width: '100%' }}
      {...(isBad ? { status: 'error' as const } : {})}
      disabled={disabled ?? false}
    />
  ),
}

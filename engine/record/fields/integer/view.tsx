import { InputNumber } from 'antd'
import type { FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'

export const integerView: FieldView = {
  align: 'right',
  Show({ value, field }) {
    const { locale, say } = useLanguage()
    const text = field.bare ? String(value) : (value as number).toLocaleString(locale === 'zh' ? 'zh-CN' : 'en')
    return (
      <span className="zk-number">
        {text}
        {field.unit ? <small> {say(field.unit)}</small> : null}
      </span>
    )
  },
  Input: ({ id, value, onChange, field, isBad, disabled }) => (
    <InputNumber
      id={id}
      value={value as number | null}
      onChange={onChange}
      precision={0}
      style={{ width: '100%' }}
      {...(typeof field.min === 'number' ? { min: field.min } : {})}
      {...(typeof field.max === 'number' ? { max: field.max } : {})}
      {...(isBad ? { status: 'error' as const } : {})}
      disabled={disabled ?? false}
    />
  ),
}

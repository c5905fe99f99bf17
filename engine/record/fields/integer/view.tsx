import type { FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'

export const integerView: FieldView = {
  align: 'right',
  takesText: true,
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
}

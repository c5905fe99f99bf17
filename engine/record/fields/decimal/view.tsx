import type { FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { groupDigits } from './digits.ts'

export const decimalView: FieldView = {
  align: 'right',
  takesText: true,
  Show({ value, field }) {
    const { say } = useLanguage()
    return (
      <span className="zk-number">
        {groupDigits(String(value))}
        {field.unit ? <small> {say(field.unit)}</small> : null}
      </span>
    )
  },
}

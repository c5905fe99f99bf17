import type { FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { NumberInput } from '#engine/web/NumberInput.tsx'
import { groupDigits } from './index.ts'

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
  Input(props) {
    const { say } = useLanguage()
    return <NumberInput {...props} show={groupDigits} suffix={say(props.field.unit)} />
  },
}

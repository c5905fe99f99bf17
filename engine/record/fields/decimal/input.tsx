import type { InputProps } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { NumberInput } from '#engine/web/NumberInput.tsx'
import { groupDigits } from './digits.ts'

export function DecimalInput(props: InputProps) {
  const { say } = useLanguage()
  return <NumberInput {...props} show={groupDigits} suffix={say(props.field.unit)} />
}

import { groupDigits } from '#engine/record/fields/decimal/digits.ts'
import type { InputProps } from '#engine/web/field-view.ts'
import { NumberInput } from '#engine/web/NumberInput.tsx'

export const PercentInput = (props: InputProps) => <NumberInput {...props} show={groupDigits} suffix="%" />

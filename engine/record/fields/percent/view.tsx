import { groupDigits } from '#engine/record/fields/decimal/index.ts'
import type { FieldView } from '#engine/web/field-view.ts'
import { NumberInput } from '#engine/web/NumberInput.tsx'

export const percentView: FieldView = {
  align: 'right',
  takesText: true,
  Show: ({ value }) => <span className="zk-number">{String(value)}%</span>,
  Input: (props) => <NumberInput {...props} show={groupDigits} suffix="%" />,
}

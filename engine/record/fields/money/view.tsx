import type { FieldView } from '#engine/web/field-view.ts'
import { groupDigits } from '#engine/record/fields/decimal/digits.ts'

export const moneyView: FieldView = {
  align: 'right',
  takesText: true,
  Show: ({ value, isMasked }) => (
    <span className="zk-number">
      {isMasked ? (
        String(value)
      ) : (
        <>
          <small>¥ </small>
          {groupDigits(String(value), 2)}
        </>
      )}
    </span>
  ),
}

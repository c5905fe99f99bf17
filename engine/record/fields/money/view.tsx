import { InputNumber } from 'antd'
import type { FieldView } from '#engine/web/field-view.ts'
import { groupDigits } from '#engine/record/fields/decimal/index.ts'

export const moneyView: FieldView = {
  align: 'right',
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
  Input: ({ id, value, onChange, isBad, disabled }) => (
    <InputNumber<string>
      id={id}
      stringMode
      precision={2}
      prefix="¥"
      value={value as string | null}
      onChange={onChange}
      formatter={(text) => groupDigits(String(text ?? ''))}
      parser={(text) => (text ?? '').replaceAll(',', '')}
      style={{ width: '100%' }}
      {...(isBad ? { status: 'error' as const } : {})}
      disabled={disabled ?? false}
    />
  ),
}

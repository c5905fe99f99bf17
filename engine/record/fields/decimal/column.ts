import type { ColumnKind } from '#engine/store/column.ts'

// The driver hands numeric over as text and it stays text: nothing is rounded on the way.
export const decimalColumn: ColumnKind<string> = {
  type: 'numeric',
  lowest: '-Infinity',
  customCast: 'numeric',
  index: 'btree',
  // A whole number whose field has become one for decimals.
  fromCustom: (value: string | number) => String(value),
}

import type { ColumnKind } from '#engine/store/column.ts'

// The driver hands numeric over as text and it stays text: nothing is rounded on the way.
export const moneyColumn: ColumnKind<string> = { type: 'numeric', lowest: '-Infinity', customCast: 'numeric', index: 'btree' }

import type { ColumnKind } from '#engine/store/column.ts'

export const integerColumn: ColumnKind<number> = { type: 'integer', lowest: '-2147483648', customCast: 'numeric', index: 'btree' }

import type { ColumnKind } from '#engine/store/column.ts'

export const integerColumn: ColumnKind<number> = { type: 'integer', lowest: -2_147_483_648, customCast: 'numeric', index: 'btree' }

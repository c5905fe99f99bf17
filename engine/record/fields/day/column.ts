import type { ColumnKind } from '#engine/store/column.ts'

export const dayColumn: ColumnKind<string> = { type: 'date', lowest: '-infinity', index: 'btree' }

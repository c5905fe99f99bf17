import type { ColumnKind } from '#engine/store/column.ts'

export const yesNoColumn: ColumnKind<boolean> = { type: 'boolean', lowest: false, empty: false, customCast: 'boolean', index: 'btree' }

import { bytes, type ColumnKind } from '#engine/store/column.ts'

export const lifecycleColumn: ColumnKind<string> = { type: bytes, lowest: '', index: 'btree' }

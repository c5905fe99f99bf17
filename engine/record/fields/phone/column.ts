import { bytes, type ColumnKind } from '#engine/store/column.ts'

export const phoneColumn: ColumnKind<string> = { type: bytes, lowest: '', index: 'btree' }

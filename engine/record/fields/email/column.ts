import { bytes, type ColumnKind } from '#engine/store/column.ts'

export const emailColumn: ColumnKind<string> = { type: bytes, lowest: '', index: 'btree' }

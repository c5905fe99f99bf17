import { bytes, type ColumnKind } from '#engine/store/column.ts'

export const clockColumn: ColumnKind<string> = { type: bytes, lowest: '', index: 'btree' }

import { bytes, type ColumnKind } from '#engine/store/column.ts'

export const urlColumn: ColumnKind<string> = { type: bytes, lowest: '', index: 'btree' }

import { bytes, type ColumnKind } from '#engine/store/column.ts'

export const sequenceColumn: ColumnKind<string> = { type: bytes, lowest: '', index: 'btree' }

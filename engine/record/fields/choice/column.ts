import { bytes, type ColumnKind } from '#engine/store/column.ts'

export const choiceColumn: ColumnKind<string> = { type: bytes, lowest: '', index: 'btree' }

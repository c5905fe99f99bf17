import { bytes, type ColumnKind } from '#engine/store/column.ts'

export const repetitionColumn: ColumnKind<string> = { type: bytes }

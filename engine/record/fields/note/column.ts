import { bytes, type ColumnKind } from '#engine/store/column.ts'

export const noteColumn: ColumnKind<string> = { type: bytes }

import type { ColumnKind } from '#engine/store/column.ts'

export const wordsColumn: ColumnKind = { type: 'jsonb', toColumn: (value) => JSON.stringify(value) }

import type { ColumnKind } from '#engine/store/column.ts'

export const rowsColumn: ColumnKind = { type: 'jsonb', toColumn: (value) => JSON.stringify(value), empty: '[]' }

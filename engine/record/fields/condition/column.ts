import type { ColumnKind } from '#engine/store/column.ts'

export const conditionColumn: ColumnKind = { type: 'jsonb', toColumn: (value) => JSON.stringify(value) }

import type { ColumnKind } from '#engine/store/column.ts'

export const instantColumn: ColumnKind<string> = { type: 'timestamptz(3)', lowest: '-infinity', index: 'btree' }

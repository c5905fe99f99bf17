import type { ColumnKind } from '#engine/store/column.ts'

export const linkColumn: ColumnKind<string> = { type: 'uuid', suffix: '_id', customCast: 'uuid', index: 'btree' }

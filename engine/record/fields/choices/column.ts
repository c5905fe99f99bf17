import type { ColumnKind } from '#engine/store/column.ts'

export const choicesColumn: ColumnKind<string[]> = { type: 'text[]', empty: [], index: 'gin' }

import type { ColumnKind } from '#engine/store/column.ts'

export const linksColumn: ColumnKind<string[]> = { type: 'uuid[]', suffix: '_ids', empty: [], index: 'gin' }

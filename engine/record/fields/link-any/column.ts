import type { RecordRef } from '#engine/record/fields/link-any/index.ts'
import { bytes, type ColumnKind } from '#engine/store/column.ts'

export const linkAnyColumn: ColumnKind<RecordRef> = {
  type: 'uuid',
  suffix: '_id',
  beside: { suffix: '_record', type: bytes, of: (value) => value.record },
  toColumn: (value) => value.id,
  fromColumn: (id: string | null, record: string | null) => (id === null || record === null ? null : { record, id }),
}

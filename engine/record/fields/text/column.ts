import { bytes, type ColumnKind } from '#engine/store/column.ts'
import { sortKey } from '#engine/text/pinyin.ts'

export const textColumn: ColumnKind<string> = {
  type: bytes,
  lowest: '',
  index: 'btree',
  // Ordering Chinese text means ordering its pinyin; the key is stored, so that every PostgreSQL orders alike.
  sort: { type: bytes, of: sortKey },
}

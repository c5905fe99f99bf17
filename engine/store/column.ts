/** How values of a field kind are kept in a column. Server only. */
export interface ColumnKind<Value = any> {
  /** PostgreSQL type of the column. Text columns compare bytewise: collations of libraries change between versions and break paging. */
  type: string
  /** Ending of the column's name; links end in `_id`. */
  suffix?: string
  /** A further column: the second half of a value. */
  beside?: { suffix: string; type: string; of: (value: Value) => unknown }
  /** A key to order by, where values themselves do not order as readers expect. Kept in a column of its own (`…_sort`). */
  sort?: { type: string; of: (value: Value) => unknown }
  /** What takes the place of nothing when a list is ordered, so that the order is total; fields that may be empty keep it in `…_sort`. */
  lowest?: string | number | boolean
  /** The value of the main column; the value itself unless said. */
  toColumn?: (value: Value) => unknown
  /** The value from what the driver read: the main column, then the one beside. */
  fromColumn?: (main: never, beside: never) => Value | null
  /** What an empty value is in the database, for kinds that are never null. */
  empty?: unknown
  /** How a value inside the JSON of custom fields is compared: a cast, or "text". */
  customCast?: string
  /** The value from that JSON, where it may have been written while the field was of another kind. */
  fromCustom?: (value: never) => Value
  /** Kind of index that serves this kind's filters; none where it cannot be filtered. */
  index?: 'btree' | 'gin'
}

export const bytes = 'text collate "C"'

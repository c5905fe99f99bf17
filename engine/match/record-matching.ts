import type { Queries } from '#engine/store/database.ts'
import type { Matching } from './define-matching.ts'

/** How records of one type are compared with each other, and where what is compared is read. */
export interface RecordMatching<Values = any> {
  record: string
  /** The record types, its own among them, whose change may change what is compared. */
  told: readonly string[]
  by: Matching<Values, any>
  /** What is compared of live records, by id; those that are gone are left out. May read what hangs on them. */
  gather(queries: Queries, ids: readonly string[]): Promise<Map<string, Values>>
  /** The same out of a form that is being filled in. Values that are not what they should be are left out. */
  fromForm(values: Readonly<Record<string, unknown>>): Values
}

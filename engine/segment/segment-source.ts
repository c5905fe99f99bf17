import type { Condition } from '#engine/access/rules.ts'
import type { FilterTree } from '#engine/record/fields/index.ts'
import type { StoredRow } from '#engine/store/rows.ts'

/** What a segment means: records of a type that meet a filter, or that were put on its list. */
export interface SegmentMeaning {
  /** The record type of its members. */
  of: string
  /** The user with whose rights its history is kept. */
  owner: string | null
  /** Its history is kept, and pages of its members name it. */
  isActive: boolean
  filter: FilterTree | null
  /** For a list: what its members meet. Not read as a filter is, since whoever sees the segment may know who is on its list. */
  listed?: Condition
}

/** Where segments come from: one capability says so. */
export interface SegmentSource {
  /** The record type whose records are segments. */
  record: string
  /** The record types of which there are segments. */
  over: readonly string[]
  meaningOf(row: StoredRow): SegmentMeaning
}

/** Segments by id, as a filter that names them is read. */
export type Segments = ReadonlyMap<string, SegmentMeaning>

export const noSegments: Segments = new Map()

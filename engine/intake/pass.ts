import type { Actor } from '#engine/access/actor.ts'
import type { Fields } from '#engine/record/field.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Words } from '#engine/text/words.ts'
import type { Twin } from './duplicates.ts'
import type { Along, LinkChoice } from './import-fields.ts'
import type { DuplicateRule, ImportRow } from './importing.ts'
import type { ReadRow } from './rows.ts'

/** What became of one row of a file. */
export interface RowVerdict {
  row: ReadRow
  what: 'new' | 'changed' | 'duplicate' | 'asked' | 'failed' | 'skipped'
  reasons: { column: string; words: Words }[]
  /** The record it is, or is a duplicate of. */
  id?: string
  /** What it is a duplicate of, and by which rule it went. */
  twin?: Twin
  rule?: DuplicateRule
}

/** One walk through a file: for whom, into what, how. */
export interface Pass {
  runtime: Runtime
  actor: Actor
  shape: Shape
  row: ImportRow
  fields: Fields
  /** What becomes of records that rows name and that are not there, by link field or by the record type made along. */
  links: ReadonlyMap<string, LinkChoice>
  /** What a creation makes along by inputs of its own. */
  along: readonly Along[]
  operation: string
  mode: 'run' | 'preview'
  /** Waits until a batch may begin to write. */
  mayWrite?(): Promise<void>
}

/** What one batch gathers while it is passed: thrown away with its transaction where that is let go. */
export interface Batch {
  /** Titles that link columns of later rows may name: rows of the file itself. */
  later: { row: ReadRow; field: string; title: string }[]
  /** Records made along, with the rows that name them. */
  made: Map<string, ReadRow[]>
}

/** A field as the file calls it; what the file does not have, as our own lists do, in the importer's language. */
export const headingOf = ({ row, shape, actor, fields }: Pick<Pass, 'row' | 'shape' | 'actor' | 'fields'>, name: string): string =>
  row.settings.mapping.find((column) => column.field === name)?.header ||
  ((fields[name] ?? shape.fields.get(name)?.field)?.options[actor.locale] ?? name)

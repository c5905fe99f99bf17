import type { Fields } from '#engine/record/field.ts'
import { readCell, saysNothing } from '#engine/record/read-cell.ts'
import type { Words } from '#engine/text/words.ts'
import type { ColumnMapping } from './guess.ts'

export interface CellProblem {
  column: string
  field: string
  words: Words
  /** The cell was left empty, or read with a doubt; the row goes on. A fatal one stops the row. */
  fatal: boolean
}

export interface ReadRow {
  line: number
  cells: string[]
  values: Record<string, unknown>
  /** Titles in link columns, still to be looked up. */
  titles: Record<string, string>
  problems: CellProblem[]
}

/**
 * Reads one line of a file into values by the mapping. What cannot be read is never guessed: the cell is left empty and reported,
 * and where the field is needed the row is refused.
 */
export function readRow(line: number, cells: string[], mapping: readonly ColumnMapping[], fields: Fields, refuseBad: boolean): ReadRow {
  const row: ReadRow = { line, cells, values: {}, titles: {}, problems: [] }
  for (const { column, header, field: name } of mapping) {
    if (!name) continue
    const field = fields[name]!
    const raw = cells[column] ?? ''
    const trimmed = raw.trim()
    if (saysNothing(field, trimmed)) continue
    if (field.kind === 'link' || field.kind === 'links') {
      row.titles[name] = trimmed.replace(/\s+/g, ' ')
      continue
    }
    const problem = (text: Words) =>
      row.problems.push({ column: header, field: name, words: text, fatal: refuseBad || field.options.required === true })
    const read = readCell(field, trimmed)
    if ('fault' in read) {
      problem(read.fault)
      continue
    }
    row.values[name] = read.value
    if (read.doubt) row.problems.push({ column: header, field: name, words: read.doubt, fatal: false })
  }
  return row
}

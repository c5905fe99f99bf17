import type { Sought } from '#engine/match/find-many.ts'
import type { Fields } from '#engine/record/field.ts'
import { readCell, saysNothing } from '#engine/record/read-cell.ts'
import { words, type Words } from '#engine/text/words.ts'
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
  /** Values of records that the row links to, by link field: what they are made with where they are not there. */
  behind: Record<string, Record<string, unknown>>
  problems: CellProblem[]
  /** What it is compared by, where that was made ready beforehand. */
  sought?: Sought
  /** A total or a footer: no row at all. */
  isFooter?: true
}

const footer = words('合计或页脚行，未导入', 'a total or footer, not imported')

export const footerRow = (line: number, cells: string[]): ReadRow => ({
  line,
  cells,
  values: {},
  titles: {},
  behind: {},
  problems: [{ column: '', field: '', words: footer, fatal: true }],
  isFooter: true,
})

/**
 * Reads one line of a file into values by the mapping. What cannot be read is never guessed: the cell is left empty and reported,
 * and where the field is needed the row is refused.
 */
export function readRow(line: number, cells: string[], mapping: readonly ColumnMapping[], fields: Fields, refuseBad: boolean): ReadRow {
  const row: ReadRow = { line, cells, values: {}, titles: {}, behind: {}, problems: [] }
  for (const { column, header, field: name } of mapping) {
    const field = name ? fields[name] : undefined
    if (!name || !field) continue
    const trimmed = (cells[column] ?? '').trim()
    if (saysNothing(field, trimmed)) continue
    if (field.kind === 'link' || field.kind === 'links') {
      row.titles[name] = trimmed.replace(/\s+/g, ' ')
      continue
    }
    const read = readCell(field, trimmed)
    if ('fault' in read) {
      row.problems.push({ column: header, field: name, words: read.fault, fatal: refuseBad || field.options.required === true })
      continue
    }
    const [link = '', inner] = name.split('.')
    if (inner) (row.behind[link] ??= {})[inner] = read.value
    else row.values[name] = read.value
    if (read.doubt) row.problems.push({ column: header, field: name, words: read.doubt, fatal: false })
  }
  return row
}

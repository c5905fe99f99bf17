import { kindOf } from '#engine/record/fields/index.ts'
import { Unreadable, type Fields } from '#engine/record/field.ts'
import { schemaOf } from '#engine/record/parse.ts'
import { plain } from '#engine/text/normal.ts'
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
  problems: CellProblem[]
}

/** Cells that people write for "nothing". */
const nothing = new Set(['', '-', '--', '/', '\\', 'n/a', 'na', 'null', 'none', 'nan', '无', '暂无', '未知', '空'])

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
    const isNothing = nothing.has(plain(trimmed).toLowerCase()) && !(field.kind === 'yesNo' && trimmed === '无')
    if (isNothing) continue
    if (field.kind === 'link' || field.kind === 'links') {
      row.titles[name] = trimmed.replace(/\s+/g, ' ')
      continue
    }
    const problem = (text: Words) =>
      row.problems.push({ column: header, field: name, words: text, fatal: refuseBad || field.options.required === true })
    try {
      const { value, warning } = kindOf(field).read(trimmed, field.options)
      const checked = schemaOf(field).safeParse(value)
      if (!checked.success) {
        problem(words(`“${trimmed.slice(0, 60)}”不符合要求`, `"${trimmed.slice(0, 60)}" does not fit`))
        continue
      }
      row.values[name] = checked.data
      if (warning) row.problems.push({ column: header, field: name, words: warning, fatal: false })
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      problem(error.words)
    }
  }
  return row
}

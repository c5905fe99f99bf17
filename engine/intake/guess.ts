import type { Fields } from '#engine/record/field.ts'
import { bare } from '#engine/text/normal.ts'
import type { TableLine } from './table-file.ts'

/** A column of a file and the field it goes to; null where it is left out. */
export interface ColumnMapping {
  column: number
  header: string
  field: string | null
}

interface Spelling {
  field: string
  word: string
  rank: number
}

const spellings = (fields: Fields): Spelling[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    [field.options.zh, field.options.en, name, ...(field.options.aliases ?? [])].map((word, i) => ({
      field: name,
      word: bare(word.replaceAll('_', ' ')),
      rank: i < 3 ? 0 : 1,
    })),
  )

/** How well a heading names a field: 3 its own name, 2 an alias, 1 contains one; 0 not at all. */
function fit(header: string, spelling: Spelling): number {
  const word = bare(header.replaceAll('_', ' ').replace(/[(（].*?[)）]/g, ''))
  if (word === '' || spelling.word === '') return 0
  if (word === spelling.word) return spelling.rank === 0 ? 3 : 2
  return spelling.word.length >= 2 && word.includes(spelling.word) ? 1 : 0
}

/** Which line holds the headings: the one that names most fields, else the first that is filled and holds no figures. From 1. */
export function guessHeader(lines: readonly TableLine[], fields: Fields): number {
  const known = spellings(fields)
  const width = Math.max(1, ...lines.map((line) => line.cells.filter((cell) => cell.trim() !== '').length))
  let best = { line: lines[0]?.line ?? 1, score: -1 }
  for (const [i, line] of lines.slice(0, 20).entries()) {
    const filled = line.cells.filter((cell) => cell.trim() !== '')
    if (filled.length === 0 || (filled.length === 1 && width > 2)) continue
    const named = filled.filter((cell) => known.some((spelling) => fit(cell, spelling) >= 2)).length
    const figures = filled.filter((cell) => /^[\d\s.,:/¥￥%+-]+$/.test(cell)).length
    const score = named * 3 + filled.length / width - (figures / filled.length) * 2 - i * 0.1
    if (score > best.score + 0.001) best = { line: line.line, score }
  }
  return best.line
}

/** Proposes a field for every column: best names first, no field twice. `remembered` is what people chose for these headings before. */
export function guessMapping(
  headers: readonly string[],
  fields: Fields,
  remembered: Readonly<Record<string, string | null>> = {},
): ColumnMapping[] {
  const known = spellings(fields)
  const columns: ColumnMapping[] = headers.map((header, column) => ({ column, header, field: null }))
  const taken = new Set<string>()
  const settled = new Set<number>()
  for (const column of columns) {
    const before = remembered[bare(column.header)]
    if (before === undefined) continue
    settled.add(column.column)
    if (before && before in fields && !taken.has(before)) {
      column.field = before
      taken.add(before)
    }
  }
  const proposals = columns
    .filter((column) => !settled.has(column.column))
    .flatMap((column) => known.map((spelling) => ({ column, spelling, score: fit(column.header, spelling) })))
    .filter((proposal) => proposal.score > 0)
    .sort((a, b) => b.score - a.score || b.spelling.word.length - a.spelling.word.length || a.column.column - b.column.column)
  for (const { column, spelling } of proposals) {
    if (column.field || taken.has(spelling.field)) continue
    column.field = spelling.field
    taken.add(spelling.field)
  }
  return columns
}

/** Headings as they are shown and remembered: numbered where one comes twice, named by their letter where there is none. */
export function nameHeaders(cells: readonly string[], width: number): string[] {
  const seen = new Map<string, number>()
  return Array.from({ length: Math.max(width, cells.length) }, (_, i) => {
    const text = (cells[i] ?? '').replace(/\s+/g, ' ').trim() || `(${letter(i)})`
    const count = (seen.get(text) ?? 0) + 1
    seen.set(text, count)
    return count === 1 ? text : `${text} (${count})`
  })
}

/** Column number as spreadsheets write it: A, B … AA. */
export const letter = (column: number): string =>
  (column >= 26 ? letter(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

/** Lines after the data that are no data: totals, page ends. */
export const isFooter = (cells: readonly string[]): boolean =>
  /^((合计|总计|小计|共计|汇总|(grand |sub ?)?totals?|sum)(?![a-z\u4e00-\u9fff])|(制表人|审核人|备注)[:\uff1a])/i.test(
    cells.find((cell) => cell.trim() !== '')?.trim() ?? '',
  ) && cells.filter((cell) => cell.trim() !== '').length <= Math.max(2, cells.length - 1)

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

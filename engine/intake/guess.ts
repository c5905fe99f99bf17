import type { Fields } from '#engine/record/field.ts'
import { bare } from '#engine/text/normal.ts'
import { isReasonHeading } from './headings.ts'

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

export const spellingsOf = (fields: Fields): Spelling[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    [field.options.zh, field.options.en, name, ...(field.options.aliases ?? [])].map((word, i) => ({
      field: name,
      word: bare(word.replaceAll('_', ' ')),
      rank: i < 3 ? 0 : 1,
    })),
  )

const aside = /[(（].*?[)）]/g
const wordOf = (header: string): string => bare(header.replaceAll('_', ' ').replace(aside, ''))

/** The words of a heading in letters: "companySize" and "company_size" are two. */
const latinWords = (header: string): string[] =>
  header
    .replace(aside, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)

/** Whether a heading ends with a spelling: what a thing is stands last, "company size" is a size and "客户名称" a name. */
function endsWith(header: string, word: string, spelling: string): boolean {
  if (!/^[a-z0-9]+$/.test(word)) return word.endsWith(spelling)
  const words = latinWords(header)
  return words.some((_, i) => i > 0 && words.slice(i).join('') === spelling)
}

/** How well a heading names a field: 3 its own name, 2 an alias, 1 ends with one; 0 not at all. */
export function fitOf(header: string, spelling: Spelling): number {
  const word = wordOf(header)
  if (word === '' || spelling.word === '') return 0
  if (word === spelling.word) return spelling.rank === 0 ? 3 : 2
  // Of a heading of several lines the last says most: "联系方式/电话" is a telephone.
  const last = header.includes('/') ? wordOf(header.split('/').at(-1)!) : word
  if (last !== word && last === spelling.word) return spelling.rank === 0 ? 1.8 : 1.5
  if (spelling.word.length < 2) return 0
  if (endsWith(header, word, spelling.word)) return 1
  return /[^\x00-\x7f]/.test(spelling.word) && word.includes(spelling.word) ? 0.8 : 0
}

/** Proposes a field for every column: best names first, no field twice. `remembered` is what was chosen for these headings before. */
export function guessMapping(
  headers: readonly string[],
  fields: Fields,
  remembered: Readonly<Record<string, string | null>> = {},
): ColumnMapping[] {
  const known = spellingsOf(fields)
  const columns: ColumnMapping[] = headers.map((header, column) => ({ column, header, field: null }))
  const taken = new Set<string>()
  const settled = new Set<number>()
  for (const column of columns) {
    const before = isReasonHeading(column.header) ? null : remembered[bare(column.header)]
    if (before === undefined) continue
    settled.add(column.column)
    if (before && before in fields && !taken.has(before)) {
      column.field = before
      taken.add(before)
    }
  }
  const proposals = columns
    .filter((column) => !settled.has(column.column))
    .flatMap((column) => known.map((spelling) => ({ column, spelling, score: fitOf(column.header, spelling) })))
    .filter((proposal) => proposal.score > 0)
    .sort((a, b) => b.score - a.score || b.spelling.word.length - a.spelling.word.length || a.column.column - b.column.column)
  for (const { column, spelling } of proposals) {
    if (column.field || taken.has(spelling.field)) continue
    column.field = spelling.field
    taken.add(spelling.field)
  }
  return columns
}

/** Whether a cell holds a figure, an amount, a date or a number of digits. */
export const isFigure = (cell: string): boolean =>
  /\d/.test(cell.normalize('NFKC')) && /^[\d\s.,:/¥￥%+()年月日-]+$/.test(cell.normalize('NFKC').trim())

/** Lines after the data that are no data: totals, page ends. */
export const isFooter = (cells: readonly string[]): boolean =>
  /^((合计|总计|小计|共计|汇总|(grand |sub ?)?totals?|sum)(?![a-z\u4e00-\u9fff])|(制表人|审核人|制表日期|备注)[:\uff1a])/i.test(
    cells.find((cell) => cell.trim() !== '')?.trim() ?? '',
  ) && cells.filter((cell) => cell.trim() !== '').length <= Math.max(2, cells.length - 1)

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

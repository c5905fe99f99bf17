import type { Fields } from '#engine/record/field.ts'
import { bare } from '#engine/text/normal.ts'
import { fitOf, isFigure, spellingsOf } from './guess.ts'
import type { TableLine } from './table-file.ts'

/** Years stand in headings as well. */
const isPlainFigure = (cell: string): boolean => isFigure(cell) && !/^(19|20)\d\d年?$/.test(cell.trim())

/** Where the headings of a table are: the first of their lines, from 1, and how many lines they take. Line 0 is none: no headings. */
export interface HeadingPlace {
  headerRow: number
  headerRows: number
}

const filledIn = (cells: readonly string[]): string[] => cells.filter((cell) => cell.trim() !== '')

/** Which line holds the headings: the one that names most fields, else the first that is filled and holds no figures. */
export function guessHeadings(lines: readonly TableLine[], fields: Fields): HeadingPlace {
  const known = spellingsOf(fields)
  const firstFilled = lines.findIndex((line) => filledIn(line.cells).length > 0)
  const named = (cells: readonly string[]) => cells.filter((cell) => known.some((spelling) => fitOf(cell, spelling) >= 2)).length
  const width = Math.max(1, ...lines.map((line) => filledIn(line.cells).length))
  let best = { at: 0, score: -Infinity }
  for (const [i, line] of lines.slice(0, 20).entries()) {
    const filled = filledIn(line.cells)
    if (filled.length === 0 || (filled.length === 1 && width > 2)) continue
    // A title that is written into every cell of its block is one word over and over.
    const isTitle = filled.length > 2 && new Set(filled).size === 1
    const figures = filled.filter(isPlainFigure).length
    const prose = filled.filter((cell) => cell.length > 60 || /\s\S+\s\S+\s.*[.。]$/.test(cell)).length
    const score = isTitle ? -5 : named(filled) * 3 + filled.length / width - ((figures + prose) / filled.length) * 2 - prose * 3 - i * 0.1
    if (score > best.score + 0.001) best = { at: i, score }
  }
  // Nothing but figures from the first line on: a table without headings.
  if (best.at === firstFilled && filledIn(lines[best.at]?.cells ?? []).every(isPlainFigure)) return { headerRow: 0, headerRows: 1 }
  // The line that names most fields may be the lower one of two.
  const above = best.at > 0 ? lines[best.at - 1]! : undefined
  const at = above && named(filledIn(above.cells)) > 0 && isUpper(above.cells, lines[best.at]!.cells) ? best.at - 1 : best.at
  return { headerRow: lines[at]?.line ?? 1, headerRows: at < best.at ? best.at - at + 1 : depthAt(lines, at, named) }
}

/** Whether a line carries the upper halves of headings: gaps in it, and below its gaps words that belong to what stands to their left. */
const isUpper = (upper: readonly string[], lower: readonly string[]): boolean =>
  gapsOf(upper).some((i) => (lower[i] ?? '').trim() !== '') && !lower.some(isFigure)

const gapsOf = (cells: readonly string[]): number[] => {
  const first = cells.findIndex((cell) => cell.trim() !== '')
  return cells.flatMap((cell, i) => (i > first && cell.trim() === '' ? [i] : []))
}

/** How many lines the headings take from a line on: more than one where lines below it fill its gaps with further headings. */
function depthAt(lines: readonly TableLine[], at: number, named: (cells: readonly string[]) => number): number {
  const upper = lines[at]?.cells ?? []
  if (gapsOf(upper).length === 0 || filledIn(upper).length < 2) return 1
  for (let depth = 4; depth >= 1; depth--) {
    const below = lines.slice(at + 1, at + 1 + depth)
    const last = below.at(-1)
    if (below.length < depth || !last || filledIn(last.cells).length === 0) continue
    const words = below.flatMap((line) => filledIn(line.cells))
    // What stands below must leave room for the headings above, and be words: names of fields, or a line of its own above the data.
    const isSparse = below.every((line) => line.cells.some((cell, i) => cell.trim() === '' && (upper[i] ?? '').trim() !== ''))
    const isOurs = named(words) > 0 || below.some((line) => filledIn(line.cells).length === 0)
    if (isSparse && isOurs && !words.some(isFigure) && isUpper(upper, below.map((line) => line.cells).reduce(over))) return depth + 1
  }
  return 1
}

const over = (a: readonly string[], b: readonly string[]): string[] =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, i) => (a[i] ?? '').trim() || (b[i] ?? ''))

/** Headings of several lines as one: "联系方式/电话". What stands over several columns counts for each that has a heading of its own below. */
export function joinHeadings(lines: readonly (readonly string[])[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => {
    const parts: string[] = []
    lines.forEach((cells, row) => {
      let text = (cells[column] ?? '').trim()
      const hasBelow = lines.slice(row + 1).some((lower) => (lower[column] ?? '').trim() !== '')
      for (let left = column - 1; text === '' && hasBelow && left >= 0; left--) {
        // Only where nothing above says otherwise: a block ends where the line above begins another.
        if (lines.slice(0, row).some((upper) => (upper[left + 1] ?? '').trim() !== '')) break
        text = (cells[left] ?? '').trim()
      }
      if (text !== '' && parts.at(-1) !== text) parts.push(text)
    })
    return parts.join('/')
  })
}

/** Headings as they are shown and remembered: numbered where one comes twice, named by their letter where there is none. */
export function nameHeadings(cells: readonly string[], width: number): string[] {
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

/** The heading under which a file of rows that were not taken says why; in either language. Such a column is never brought in. */
export const reasonHeading = { zh: '未导入原因', en: 'Why not imported' } as const

export const isReasonHeading = (heading: string): boolean => Object.values(reasonHeading).some((words) => bare(words) === bare(heading))

/** By what a kind of file is known again: its headings, whatever their spacing, and not those that an error file adds. */
export const signatureOf = (headings: readonly string[]): string =>
  headings
    .filter((heading) => !isReasonHeading(heading))
    .map(bare)
    .join('|')

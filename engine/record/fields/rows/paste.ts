import type { Field } from '#engine/record/field.ts'
import { readCell, saysNothing } from '#engine/record/read-cell.ts'
import { bare } from '#engine/text/normal.ts'

export type Row = Record<string, unknown>

/** A column of a table that is filled in. */
export interface PasteColumn {
  name: string
  field: Field
  /** Words by which a line of headings is recognised. */
  headings: readonly string[]
}

/** What a column holds in a new row. */
export const emptyCell = ({ kind, options }: Field): unknown =>
  options.default ?? (kind === 'yesNo' ? false : ['choices', 'links', 'rows'].includes(kind) ? [] : null)

export interface Pasted {
  rows: Row[]
  /** How many rows and columns were filled. */
  height: number
  width: number
  /** Cells that could not be read: their text stands in them as it came. */
  bad: number
  /** Columns of the pasted cells that have no place to the right. */
  beyond: number
}

/**
 * Puts cells into a table from one of its cells on, to the right and down, with as many new rows as they need. Each cell is read as its
 * column reads what people write. Headings that were copied along are left out.
 */
export function pasteInto(
  columns: readonly PasteColumn[],
  rows: readonly Row[],
  at: { row: number; column: number },
  cells: readonly (readonly string[])[],
): Pasted {
  const open = columns.slice(at.column)
  const isHeading = (line: readonly string[]) =>
    line.some((text) => text !== '') &&
    line.every((text, i) => text === '' || (open[i]?.headings.some((heading) => bare(heading) === bare(text)) ?? false))
  const lines = cells.length > 1 && isHeading(cells[0]!) ? cells.slice(1) : cells
  const widest = Math.max(0, ...lines.map((line) => line.length))
  const filled = [...rows]
  let bad = 0
  lines.forEach((line, i) => {
    const place = at.row + i
    const row: Row = { ...(filled[place] ?? Object.fromEntries(columns.map(({ name, field }) => [name, emptyCell(field)]))) }
    line.slice(0, open.length).forEach((text, k) => {
      const { name, field } = open[k]!
      if (saysNothing(field, text)) {
        if (field.options.required) bad += 1
        row[name] = field.kind === 'yesNo' ? false : (emptyCell({ ...field, options: { ...field.options, default: undefined } }) ?? null)
        return
      }
      const read = readCell(field, text)
      if ('fault' in read) bad += 1
      row[name] = 'fault' in read ? text : read.value
    })
    filled[place] = row
  })
  return { rows: filled, height: lines.length, width: Math.min(widest, open.length), bad, beyond: Math.max(0, widest - open.length) }
}

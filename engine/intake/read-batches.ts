import type { Fields } from '#engine/record/field.ts'
import type { Runtime } from '#engine/runtime.ts'
import { isExportMark } from './export-log.ts'
import { isBlank, isFooter } from './guess.ts'
import { fileOf, type ImportRow } from './importing.ts'
import { footerRow, readRow, type ReadRow } from './rows.ts'
import { readLines } from './table-file.ts'

/** Whether a line of the file holds data: it stands below the headings and is neither blank nor the mark of an export. */
export const isData = ({ settings }: ImportRow, line: number, cells: readonly string[]): boolean =>
  line > (settings.headerRow === 0 ? 0 : settings.headerRow + settings.headerRows - 1) && !isBlank(cells) && !isExportMark(cells)

/** The rows of a file in batches, behind a line; headings, blank lines and totals left aside. */
export async function* readBatches(
  runtime: Runtime,
  row: ImportRow,
  fields: Fields,
  after: number,
  size: number,
): AsyncGenerator<ReadRow[]> {
  const { mapping, refuseBadCells } = row.settings
  let rows: ReadRow[] = []
  for await (const { line, cells } of readLines(fileOf(runtime, row.fileKey), row.settings)) {
    if (line <= after || !isData(row, line, cells)) continue
    rows.push(isFooter(cells) ? footerRow(line, cells) : readRow(line, cells, mapping, fields, refuseBadCells))
    if (rows.length >= size) {
      yield rows
      rows = []
    }
  }
  if (rows.length > 0) yield rows
}

/** Reads one step ahead: the next batch is made ready while the database works on this one. */
export async function* ahead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next()
  try {
    for (;;) {
      const { value, done } = await next
      if (done) return
      next = source.next()
      // Nobody waits for it yet: should it fail, that is heard when it is asked for.
      next.catch(() => {})
      yield value
    }
  } finally {
    await next.catch(() => {})
    await source.return(undefined)
  }
}

const cells = { ',': /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/y, '\t': /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y }

/** The cells of delimited text. One in quotes may hold the delimiter, line breaks and doubled quotes; a stray quote is a sign like any other. */
function split(text: string, delimiter: keyof typeof cells): string[][] {
  const rows: string[][] = [[]]
  const cell = cells[delimiter]
  cell.lastIndex = 0
  for (;;) {
    const [, quoted, plain = '', end] = cell.exec(text)!
    rows.at(-1)!.push((quoted?.replaceAll('""', '"') ?? plain).trim())
    if (end === '') return rows
    if (end === '\n') rows.push([])
  }
}

/**
 * The cells of a text that was copied out of a spreadsheet (tabs) or of a file (as many commas in each of several lines); null where the
 * text is a text and no table.
 */
export function cellsOf(raw: string): string[][] | null {
  const text = raw.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n+$/, '')
  if (text.includes('\t')) return split(text, '\t')
  if (!text.includes('\n')) return null
  if (!text.includes(',')) return text.split('\n').map((line) => [line.trim()])
  const rows = split(text, ',')
  return rows.every((row) => row.length === rows[0]!.length) ? rows : null
}

/** Cells as a spreadsheet takes them from the clipboard. */
export const textOf = (cells: readonly (readonly string[])[]): string =>
  cells.map((row) => row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n')

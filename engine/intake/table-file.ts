import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { parse } from 'csv-parse'
import type { Locale } from '#engine/text/words.ts'
import { encodingOf, isBinary } from './encoding.ts'
import { readCards } from './vcard.ts'
import { isDisguised, readSheet, sheetsOf, unreadable } from './workbook.ts'

/** One line of a table that somebody brought: its number in the file (from 1) and its cells as text. */
export interface TableLine {
  line: number
  cells: string[]
}

export type TableKind = 'csv' | 'xlsx' | 'xls' | 'vcf'

export interface TableSettings {
  kind: TableKind
  /** Encoding of a text file: utf-8, gb18030, big5, utf-16le, utf-16be, windows-1252. */
  encoding?: string
  delimiter?: string
  /** Name of the sheet; the first where absent. */
  sheet?: string
  /** The first line of the headings (0 where there are none), and how many lines they take; merged blocks of a spreadsheet are read below them. */
  headerRow?: number
  headerRows?: number
  /** The language of the headings that are made for a file that has none: contact cards. */
  locale?: Locale
}

const lineLimit = 5_000_000
const cellLimit = 100_000

/** Tells kind and encoding from the content, never from the name. */
export async function sniff(file: string): Promise<{ kind: TableKind; encoding?: string }> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    if (size === 0) throw unreadable('文件是空的。', 'The file is empty.')
    const head = Buffer.alloc(Math.min(size, 262_144))
    await handle.read(head, 0, head.length, 0)
    if (head.length >= 4 && head.readUInt32BE(0) === 0x504b0304) return { kind: 'xlsx' }
    if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return { kind: 'xls' }
    if (head.subarray(0, 4).toString('latin1') === '%PDF' || isBinary(head))
      throw unreadable('这不是表格文件。支持 CSV、XLSX、XLS 和 vCard。', 'This is no table. CSV, XLSX, XLS and vCard can be read.')
    if (await isDisguised(file))
      throw unreadable(
        '这是网页或 XML 表格，不是真正的 Excel 文件。用 Excel 打开后另存为 XLSX 再导入。',
        'This is a web page or XML, not a real workbook. Open it in Excel, save it as XLSX and import that.',
      )
    const encoding = encodingOf(head, size > head.length)
    const begin = new TextDecoder(encoding).decode(head.subarray(0, 200)).trimStart()
    return { kind: /^BEGIN:VCARD\b/i.test(begin) ? 'vcf' : 'csv', encoding }
  } finally {
    await handle.close()
  }
}

/** The names of a workbook's sheets; empty for text files. */
export const sheetNames = async (file: string, kind: TableKind): Promise<string[]> =>
  kind === 'xlsx' || kind === 'xls' ? sheetsOf(file, kind) : []

/** All lines of a table, one by one; memory stays flat. Throws a refusal that names the line where the file breaks. */
export async function* readLines(file: string, settings: TableSettings): AsyncGenerator<TableLine> {
  const { kind, sheet, headerRow = Infinity, headerRows = 1 } = settings
  const lines =
    kind === 'csv'
      ? readText(file, settings)
      : kind === 'vcf'
        ? readCards(decoded(file, settings.encoding), settings.locale ?? 'zh')
        : readSheet(file, kind, sheet, headerRow === 0 ? 0 : headerRow + headerRows - 1)
  let count = 0
  for await (const { line, cells } of lines) {
    if (++count > lineLimit) throw unreadable(`文件超过 ${lineLimit} 行。`, `The file has more than ${lineLimit} lines.`)
    if (cells.some((cell) => cell.length > cellLimit))
      throw unreadable(`第 ${line} 行有过长的单元格。`, `Line ${line} has a cell that is too long.`)
    yield { line, cells }
  }
}

/** The text of a file, piece by piece. */
async function* decoded(file: string, encoding = 'utf-8'): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(file, { highWaterMark: 262_144 })) yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}

async function* readText(file: string, { delimiter = ',', encoding }: TableSettings): AsyncGenerator<TableLine> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    // A quoted cell may stand behind a blank; a tab may be the sign that parts the cells.
    ltrim: delimiter !== '\t',
    info: true,
    bom: true,
    max_record_size: 4_000_000,
  })
  void pump(decoded(file, encoding), parser)
  let before = 0
  try {
    for await (const entry of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      // A cell with line breaks takes several lines: a row is called by its first one.
      yield { line: before + 1, cells: entry.record }
      before = entry.info.lines
    }
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('CSV_')) {
      const line = (error as { lines?: number }).lines ?? '?'
      throw unreadable(
        `文件在第 ${line} 行附近无法读取（引号不成对？）。`,
        `The file cannot be read near line ${line} (an unclosed quote?).`,
      )
    }
    throw error
  }
}

async function pump(source: AsyncIterable<string>, parser: NodeJS.WritableStream & { destroy(error?: Error): void }): Promise<void> {
  try {
    for await (const text of source) {
      if (!parser.write(text))
        await new Promise<void>((resolve) => {
          const goOn = () => {
            parser.off('drain', goOn).off('close', goOn)
            resolve()
          }
          parser.on('drain', goOn).on('close', goOn)
        })
      // Whoever reads may have seen enough.
      if ('destroyed' in parser && parser.destroyed) return
    }
    parser.end()
  } catch (error) {
    parser.destroy(error as Error)
  }
}

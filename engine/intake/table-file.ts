import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { parse } from 'csv-parse'
import { readXls, readXlsx, streamXlsxRows } from 'hucre/xlsx'
import { refuse } from '#engine/action/refusal.ts'
import { words } from '#engine/text/words.ts'

/** One line of a table that somebody brought: its number in the file (from 1) and its cells as text. */
export interface TableLine {
  line: number
  cells: string[]
}

export type TableKind = 'csv' | 'xlsx' | 'xls'

export interface TableSettings {
  kind: TableKind
  /** Encoding of a text file: utf-8, gb18030, big5, utf-16le, utf-16be, windows-1252. */
  encoding?: string
  delimiter?: string
  /** Name of the sheet; the first where absent. */
  sheet?: string
}

const unreadable = (zh: string, en: string) => refuse('bad-file', words(zh, en))

/** Most that a spreadsheet may unpack to; a bomb is refused before it goes off. */
const unpackedLimit = 1_500 * 1_048_576
const lineLimit = 5_000_000
const cellLimit = 100_000

/** Tells kind and encoding from the content, never from the name. */
export async function sniff(file: string): Promise<{ kind: TableKind; encoding?: string; encodings?: string[] }> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    if (size === 0) throw unreadable('文件是空的。', 'The file is empty.')
    const head = Buffer.alloc(Math.min(size, 262_144))
    await handle.read(head, 0, head.length, 0)
    if (head.readUInt32BE(0) === 0x504b0304) return { kind: 'xlsx' }
    if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return { kind: 'xls' }
    if (head.subarray(0, 4).toString('latin1') === '%PDF' || isBinary(head))
      throw unreadable('这不是表格文件。支持 CSV、XLSX、XLS。', 'This is no table. CSV, XLSX and XLS can be read.')
    return { kind: 'csv', encoding: encodingOf(head, size > head.length) }
  } finally {
    await handle.close()
  }
}

function isBinary(head: Buffer): boolean {
  if (head[0] === 0xff || head[0] === 0xfe) return false
  const zeros = head.subarray(0, 4096).filter((byte) => byte === 0).length
  return zeros > 0 && !looksUtf16(head)
}

function looksUtf16(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const sample = head.subarray(0, 2000)
  let [even, odd] = [0, 0]
  sample.forEach((byte, i) => {
    if (byte === 0) {
      if (i % 2) odd++
      else even++
    }
  })
  return odd > sample.length / 5 ? 'utf-16le' : even > sample.length / 5 ? 'utf-16be' : undefined
}

/** Byte-order mark first, then strict UTF-8, else the Chinese encoding that contains GBK and GB 2312; Latin where that cannot be. */
export function encodingOf(head: Buffer, isCut: boolean): string {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const wide = looksUtf16(head)
  if (wide) return wide
  const fits = (encoding: string) => {
    // A sample may end within a character: leave its tail aside.
    for (let cut = 0; cut <= (isCut ? 4 : 0); cut++)
      try {
        new TextDecoder(encoding, { fatal: true }).decode(head.subarray(0, head.length - cut))
        return true
      } catch {}
    return false
  }
  if (fits('utf-8')) return 'utf-8'
  if (fits('gb18030')) {
    // In Chinese text bytes above 0x7f come in pairs; single ones among letters are the accents of Western text.
    const text = new TextDecoder('gb18030').decode(head)
    const han = (text.match(/[\u4e00-\u9fff]/g) ?? []).length
    const rare = (text.match(/[\u3400-\u4dbf\ue000-\uf8ff\u{20000}-\u{3ffff}]/gu) ?? []).length
    const stray = (head.toString('latin1').match(/[a-z][\xc0-\xff][a-z]/gi) ?? []).length
    if (han > 0 && rare <= han / 5 && stray <= han / 5) return 'gb18030'
  }
  return fits('big5') && !fits('gb18030') ? 'big5' : 'windows-1252'
}

/** The sign that separates the columns: the one that parts the first lines into the same number of columns, more than one. */
export function delimiterOf(text: string): string {
  const lines = text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30)
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of [',', ';', '\t', '|']) {
    const counts = lines.map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(delimiter).length - 1)
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
    const score = usual === 0 ? 0 : (counts.filter((count) => count === usual).length / counts.length) * Math.min(usual, 10)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** The names of a workbook's sheets; empty for text files. */
export async function sheetNames(file: string, kind: TableKind): Promise<string[]> {
  if (kind === 'csv') return []
  const book = await openBook(file, kind, true)
  return book.sheets.map((sheet) => sheet.name)
}

async function openBook(file: string, kind: TableKind, namesOnly = false) {
  const content = await readFile(file)
  if (kind === 'xlsx') refuseBomb(content)
  try {
    return kind === 'xls' ? await readXls(content) : await readXlsx(content, namesOnly ? ({ maxRows: 1 } as never) : undefined)
  } catch (error) {
    throw unreadable(
      `无法读取工作簿：${(error as Error).message.slice(0, 200)}`,
      `The workbook cannot be read: ${(error as Error).message.slice(0, 200)}`,
    )
  }
}

/** Adds up what the parts of the archive say they unpack to. */
function refuseBomb(content: Buffer): void {
  let total = 0
  for (
    let at = content.indexOf('PK\x01\x02', 0, 'latin1');
    at >= 0 && at + 46 <= content.length;
    at = content.indexOf('PK\x01\x02', at + 46, 'latin1')
  )
    total += content.readUInt32LE(at + 24)
  if (total > unpackedLimit) throw unreadable('工作簿解压后过大。', 'The workbook unpacks to too much.')
}

const pad = (n: number) => String(n).padStart(2, '0')

/** A spreadsheet's cell as the text that a person would have typed. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return ''
    const day = `${value.getUTCFullYear()}-${pad(value.getUTCMonth() + 1)}-${pad(value.getUTCDate())}`
    const time = [value.getUTCHours(), value.getUTCMinutes(), value.getUTCSeconds()]
    return time.every((part) => part === 0) ? day : `${day} ${time.map(pad).join(':')}`
  }
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'object' && 'text' in value) return String((value as { text: unknown }).text)
  return String(value)
}

/** All lines of a table, one by one; memory stays flat for text files. Throws a refusal that names the line where the file breaks. */
export async function* readLines(file: string, settings: TableSettings): AsyncGenerator<TableLine> {
  let count = 0
  const guard = (cells: string[], line: number): TableLine => {
    if (++count > lineLimit) throw unreadable(`文件超过 ${lineLimit} 行。`, `The file has more than ${lineLimit} lines.`)
    const long = cells.find((cell) => cell.length > cellLimit)
    if (long) throw unreadable(`第 ${line} 行有过长的单元格。`, `Line ${line} has a cell that is too long.`)
    return { line, cells }
  }
  if (settings.kind === 'csv') {
    const decoder = new TextDecoderStream(settings.encoding ?? 'utf-8')
    const text = createReadStream(file) as unknown as { constructor: unknown } & NodeJS.ReadableStream
    const parser = parse({
      delimiter: settings.delimiter ?? ',',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      info: true,
      bom: true,
      max_record_size: 4_000_000,
    })
    void pump(text, decoder, parser)
    try {
      for await (const entry of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
        yield guard(entry.record, entry.info.lines)
    } catch (error) {
      if ((error as { code?: string }).code?.startsWith('CSV_'))
        throw unreadable(
          `文件在第 ${(error as { lines?: number }).lines ?? '?'} 行附近无法读取（引号不成对？）。`,
          `The file cannot be read near line ${(error as { lines?: number }).lines ?? '?'} (an unclosed quote?).`,
        )
      throw error
    }
    return
  }
  if (settings.kind === 'xls') {
    const book = await openBook(file, 'xls')
    const sheet = book.sheets.find((entry) => entry.name === settings.sheet) ?? book.sheets[0]
    for (const [i, row] of (sheet?.rows ?? []).entries()) yield guard((row as unknown[]).map(cellText), i + 1)
    return
  }
  const content = await readFile(file)
  refuseBomb(content)
  try {
    for await (const row of streamXlsxRows(content, { sheet: settings.sheet ?? 0, readStyles: false } as never))
      yield guard((row.values as unknown[]).map(cellText), row.index + 1)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'bad-file') throw error
    throw unreadable(
      `无法读取工作簿：${(error as Error).message.slice(0, 200)}`,
      `The workbook cannot be read: ${(error as Error).message.slice(0, 200)}`,
    )
  }
}

async function pump(
  source: NodeJS.ReadableStream,
  decoder: TextDecoderStream,
  parser: NodeJS.WritableStream & { destroy(error?: Error): void },
): Promise<void> {
  const writer = decoder.writable.getWriter()
  const reading = (async () => {
    const reader = decoder.readable.getReader()
    for (;;) {
      const { value, done } = await reader.read()
      if (done) break
      if (!parser.write(value)) await new Promise((resolve) => parser.once('drain', resolve))
    }
    parser.end()
  })()
  try {
    for await (const chunk of source) await writer.write(chunk as unknown as Uint8Array<ArrayBuffer>)
    await writer.close()
    await reading
  } catch (error) {
    parser.destroy(error as Error)
  }
}

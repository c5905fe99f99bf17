import { open, readFile } from 'node:fs/promises'
import { readXls, readXlsx, streamXlsxRows } from 'hucre/xlsx'
import { Refusal, refuse } from '#engine/action/refusal.ts'
import { words } from '#engine/text/words.ts'
import { partsOf, refuseBomb, unpack } from './zip-parts.ts'

/** A block of cells shown as one, by its corners; rows and columns from 0. */
export interface Merged {
  top: number
  left: number
  bottom: number
  right: number
}

export const unreadable = (zh: string, en: string): Refusal => refuse('bad-file', words(zh, en))

const brokenBook = (error: unknown): Refusal => {
  const text = (error as Error).message.slice(0, 200)
  return /encrypt|password|missing Workbook/i.test(text)
    ? unreadable('工作簿有密码保护，取消密码后再导入。', 'The workbook is protected by a password; save it without one.')
    : unreadable(`无法读取工作簿：${text}`, `The workbook cannot be read: ${text}`)
}

/** The names of a workbook's sheets. */
export async function sheetsOf(file: string, kind: 'xlsx' | 'xls'): Promise<string[]> {
  const content = await readFile(file)
  try {
    if (kind === 'xlsx') await refuseBomb(content)
    const book = kind === 'xls' ? await readXls(content) : await readXlsx(content, { maxRows: 1 })
    return book.sheets.map((sheet) => sheet.name)
  } catch (error) {
    throw error instanceof Refusal ? error : brokenBook(error)
  }
}

const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

async function textOf(content: Buffer, name: string): Promise<string> {
  const part = [...partsOf(content)].find((entry) => entry.name === name)
  let text = ''
  if (part) for await (const piece of unpack(content, part)) text += (piece as Buffer).toString('latin1')
  return Buffer.from(text, 'latin1').toString('utf8')
}

/** The merged blocks of a sheet. They stand behind its rows, so they are looked for before the rows are read. */
async function mergedIn(content: Buffer, sheet: number): Promise<Merged[]> {
  const tags = (await textOf(content, 'xl/workbook.xml')).match(/<(?:\w+:)?sheet [^>]*>/g) ?? []
  const link = attribute(tags[sheet] ?? '', 'r:id') || attribute(tags[sheet] ?? '', '\\w+:id')
  const leads = (await textOf(content, 'xl/_rels/workbook.xml.rels')).match(/<(?:\w+:)?Relationship [^>]*>/g) ?? []
  const target = attribute(leads.find((tag) => attribute(tag, 'Id') === link) ?? '', 'Target')
  const name = target.startsWith('/') ? target.slice(1) : `xl/${target}`
  const part = [...partsOf(content)].find((entry) => entry.name === name)
  const found: Merged[] = []
  let rest = ''
  if (part)
    for await (const piece of unpack(content, part)) {
      const text = rest + (piece as Buffer).toString('latin1')
      for (const [, ref = ''] of text.matchAll(/<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]+\d+:[A-Z]+\d+)"/g)) found.push(blockOf(ref))
      // A tag may be cut by the end of a piece; what is kept holds no whole one.
      rest = text.slice(Math.max(text.lastIndexOf('<'), text.length - 100))
      if (rest.includes('>')) rest = ''
    }
  return found
}

const column = (letters: string): number => [...letters].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) - 1

function blockOf(ref: string): Merged {
  const [, left = '', top = '', right = '', bottom = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref)!
  return { top: Number(top) - 1, left: column(left), bottom: Number(bottom) - 1, right: column(right) }
}

const pad = (n: number, width = 2) => String(n).padStart(width, '0')

/** A spreadsheet's cell as the text that a person would have typed. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'object' && 'text' in value) return String((value as { text: unknown }).text)
  return String(value)
}

/** Days are kept as fractions, so that a moment may miss its second by a hair: what is nearer than five thousandths is the second. */
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return ''
  const nearest = Math.round(value.getTime() / 1000) * 1000
  const moment = Math.abs(value.getTime() - nearest) <= 5 ? new Date(nearest) : value
  const day = `${pad(moment.getUTCFullYear(), 4)}-${pad(moment.getUTCMonth() + 1)}-${pad(moment.getUTCDate())}`
  const thousandths = moment.getUTCMilliseconds()
  const time = [moment.getUTCHours(), moment.getUTCMinutes(), moment.getUTCSeconds()]
  if (thousandths === 0 && time.every((part) => part === 0)) return day
  return `${day} ${time.map((part) => pad(part)).join(':')}${thousandths > 0 ? `.${pad(thousandths, 3)}` : ''}`
}

/**
 * The rows of a sheet as text.
 * @param below line (from 1) of the last heading: merged blocks that begin below it stand for each of their rows, in their first column.
 */
export async function* readSheet(
  file: string,
  kind: 'xlsx' | 'xls',
  sheet: string | undefined,
  below: number,
): AsyncGenerator<{ line: number; cells: string[] }> {
  const content = await readFile(file)
  try {
    if (kind === 'xls') {
      const book = await readXls(content)
      const found = book.sheets.find((entry) => entry.name === sheet) ?? book.sheets[0]
      const blocks = (found?.merges ?? []).map((one) => ({ top: one.startRow, left: one.startCol, bottom: one.endRow, right: one.endCol }))
      const fill = filler(blocks, below)
      for (const [i, row] of (found?.rows ?? []).entries()) yield { line: i + 1, cells: fill(i, (row as unknown[]).map(cellText)) }
      return
    }
    const names = sheet === undefined ? [] : (await readXlsx(content, { maxRows: 1 })).sheets.map((entry) => entry.name)
    const fill = filler(await mergedIn(content, Math.max(0, names.indexOf(sheet ?? ''))), below)
    for await (const row of streamXlsxRows(content, { sheet: sheet ?? 0, readStyles: false }))
      yield { line: row.index + 1, cells: fill(row.index, (row.values as unknown[]).map(cellText)) }
  } catch (error) {
    throw error instanceof Refusal ? error : brokenBook(error)
  }
}

/** Fills what a merged block shows into each of its rows; a row that holds nothing else stays empty. */
function filler(merged: readonly Merged[], below: number): (row: number, cells: string[]) => string[] {
  const open = merged.filter((block) => block.bottom > block.top && block.top >= below).toSorted((a, b) => a.top - b.top)
  let live: { block: Merged; text: string }[] = []
  let next = 0
  return (row, cells) => {
    live = live.filter(({ block }) => block.bottom >= row)
    const hasOwn = cells.some((cell) => cell.trim() !== '')
    if (hasOwn)
      for (const { block, text } of live) {
        while (cells.length <= block.left) cells.push('')
        if (cells[block.left]!.trim() === '') cells[block.left] = text
      }
    for (; next < open.length && open[next]!.top <= row; next++) {
      const block = open[next]!
      if (block.top === row) live.push({ block, text: cells[block.left] ?? '' })
    }
    return cells
  }
}

/** Whether a file begins like a web page or a spreadsheet of 2003 in XML: what many systems call .xls. */
export async function isDisguised(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const head = Buffer.alloc(2048)
    await handle.read(head, 0, head.length, 0)
    return /^\s*(<!doctype html|<html|<table|<meta|<\?xml|mime-version:)/i.test(head.toString('latin1').replace(/^\xef\xbb\xbf/, ''))
  } finally {
    await handle.close()
  }
}

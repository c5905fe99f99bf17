import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, describe, expect, it } from 'vitest'
import { day, money, phone, text } from '#engine/record/fields/index.ts'
import type { Fields } from '#engine/record/field.ts'
import { gbk } from '../../e2e/gbk.ts'
import { delimiterOf, encodingOf } from './encoding.ts'
import { guessMapping, isFooter } from './guess.ts'
import { guessHeadings, joinHeadings, nameHeadings, signatureOf } from './headings.ts'
import { readLines, sheetNames, sniff, type TableSettings } from './table-file.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zhike-reading-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

let files = 0
const keep = (content: Uint8Array | string): string => {
  const file = path.join(folder, String(++files))
  fs.writeFileSync(file, content)
  return file
}

async function linesOf(content: Uint8Array | string, more: Partial<TableSettings> = {}): Promise<[number, string[]][]> {
  const file = keep(content)
  const found: [number, string[]][] = []
  for await (const { line, cells } of readLines(file, { ...(await sniff(file)), ...more })) found.push([line, cells])
  return found
}

const fields: Fields = {
  name: text({ zh: '名称', en: 'Name', aliases: ['客户', '客户名称', 'company'] }),
  phone: phone({ zh: '电话', en: 'Telephone' }),
  email: text({ zh: '邮箱', en: 'E-mail' }),
  amount: money({ zh: '金额', en: 'Amount' }),
  signed: day({ zh: '签约日期', en: 'Signed on' }),
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()
/** "客戶名稱,電話" and a line of data, as a spreadsheet in Taipei saves it. */
const big5 = Buffer.from('abc8a4e1a657bad92cb971b8dc0d0aa578a55fb0ceb669b6c6a4bda5712c30322d323334350d0a', 'hex')

describe('the encoding of a text', () => {
  const table = '客户名称,电话\r\n杭州西湖茶业有限公司,0571-8700\r\n'
  it.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(table), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${table}`), 'utf-8'],
    ['GBK', gbk(table), 'gb18030'],
    ['Big5', big5, 'big5'],
    ['UTF-16 with a mark', utf16(`\ufeff${table}`), 'utf-16le'],
    [
      'UTF-16 without one, hardly a sign of ASCII in it',
      utf16('客户名称\n杭州西湖龙井茶叶有限责任公司\n宁波海曙机电有限公司\n'),
      'utf-16le',
    ],
    ['UTF-16 the other way round', swapped(utf16(table)), 'utf-16be'],
    ['Western', Buffer.from('name,town\nMüller & Söhne,Zürich\n', 'latin1'), 'windows-1252'],
    ['one sign of Western', Buffer.from('id,name\n1,english\n2,\xa9\n', 'latin1'), 'windows-1252'],
  ])('%s is told', (_, bytes, encoding) => expect(encodingOf(bytes, false)).toBe(encoding))

  it('is not put off by a character cut in two at the end of the sample', () => {
    expect(encodingOf(gbk(table).subarray(0, 9), true)).toBe('gb18030')
  })

  it('is read with it', async () => {
    expect((await linesOf(big5))[0]![1]).toEqual(['客戶名稱', '電話'])
    expect((await linesOf(swapped(utf16(table))))[1]![1]).toEqual(['杭州西湖茶业有限公司', '0571-8700'])
  })

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['a web page called XLS', Buffer.from('<html><table><tr><td>客户</td></tr></table>')],
    ['a spreadsheet in XML', Buffer.from('<?xml version="1.0"?><Workbook/>')],
    ['nothing', Buffer.alloc(0)],
  ])('refuses %s with words', async (_, bytes) => {
    await expect(sniff(keep(bytes))).rejects.toMatchObject({ code: 'bad-file' })
  })
})

describe('lines of text', () => {
  it('are called by the line they begin in, line breaks and all', async () => {
    expect(await linesOf('名称,备注\n甲,"一\n二"\n乙,\n')).toEqual([
      [1, ['名称', '备注']],
      [2, ['甲', '一\n二']],
      [4, ['乙', '']],
    ])
  })
  it('may hold a quoted cell behind a blank', async () => {
    expect((await linesOf('a,b\n1, "6,000"\n'))[1]![1]).toEqual(['1', '6,000'])
  })
  it('keep empty cells between tabs', async () => {
    expect((await linesOf('a\tb\tc\n1\t\t3\n', { delimiter: '\t' }))[1]![1]).toEqual(['1', '', '3'])
  })
  it('of a long text come in without leaving anybody waiting behind', async () => {
    const warned: Error[] = []
    const hear = (warning: Error) => warned.push(warning)
    process.on('warning', hear)
    const lines = await linesOf(Array.from({ length: 120_000 }, (_, i) => `${i},云杉机电有限公司`).join('\n'))
    await new Promise((resolve) => setImmediate(resolve))
    process.off('warning', hear)
    expect(lines.length).toBe(120_000)
    expect(warned).toEqual([])
  })
  it('tell their own delimiter', () => {
    expect(delimiterOf('a;b;c\n1,5;2;3\n4,5;5;6\n')).toBe(';')
    expect(delimiterOf('名称|电话\n甲|1\n')).toBe('|')
  })
  it('name the line where a quote is never closed', async () => {
    await expect(linesOf(`a,b\n"${'x'.repeat(10)},1\n`)).rejects.toMatchObject({ code: 'bad-file' })
  })
})

describe('a workbook', () => {
  const bookOf = (options: Parameters<typeof writeXlsx>[0]) => writeXlsx(options)

  it('gives merged cells to each of their rows below the headings, and no row that holds nothing else', async () => {
    const bytes = await bookOf({
      sheets: [
        {
          name: '客户',
          rows: [
            ['台账', null, null],
            ['地区', '客户', '电话'],
            ['浙江', '甲公司', '0001'],
            [null, '乙公司', '0002'],
            [null, null, null],
          ],
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
            { startRow: 2, startCol: 0, endRow: 4, endCol: 0 },
          ],
        },
      ],
    })
    const lines = await linesOf(bytes, { headerRow: 2, headerRows: 1 })
    expect(lines.map(([, cells]) => cells.map((cell) => cell.trim())).slice(0, 4)).toEqual([
      ['台账', '', ''].slice(0, lines[0]![1].length),
      ['地区', '客户', '电话'],
      ['浙江', '甲公司', '0001'],
      ['浙江', '乙公司', '0002'],
    ])
    for (const [, cells] of lines.slice(4)) expect(cells.join('')).toBe('')
  })

  it.each(['1900', '1904'] as const)('reads days of the %s system, and times to the thousandth', async (dateSystem) => {
    const bytes = await bookOf({
      dateSystem,
      sheets: [{ name: '甲', rows: [[new Date('2024-02-29T00:00:00Z'), new Date('2024-02-29T14:30:00.250Z'), 1250.5, true, '0012']] }],
    })
    expect((await linesOf(bytes))[0]![1]).toEqual(['2024-02-29', '2024-02-29 14:30:00.250', '1250.5', '是', '0012'])
  })

  it('gives the value of a formula and the text of a link', async () => {
    const cells = new Map([
      ['0,0', { value: 12, formula: 'SUM(A2:A3)', formulaResult: 12 }],
      ['0,1', { value: '云杉', hyperlink: { target: 'https://example.cn' } }],
    ])
    const bytes = await bookOf({ sheets: [{ name: '甲', rows: [[12, '云杉']], cells: cells as never }] })
    expect((await linesOf(bytes))[0]![1]).toEqual(['12', '云杉'])
  })

  it('has sheets to choose from', async () => {
    const file = keep(
      await bookOf({
        sheets: [
          { name: '说明', rows: [['内部']] },
          { name: '名单', rows: [['甲']] },
        ],
      }),
    )
    expect(await sheetNames(file, 'xlsx')).toEqual(['说明', '名单'])
    const lines = []
    for await (const line of readLines(file, { kind: 'xlsx', sheet: '名单' })) lines.push(line)
    expect(lines).toEqual([{ line: 1, cells: ['甲'] }])
  })
})

describe('headings', () => {
  const placeOf = (...lines: string[][]) =>
    guessHeadings(
      lines.map((cells, i) => ({ line: i + 1, cells })),
      fields,
    )
  it('stand below a title, a note and a blank line', () => {
    expect(
      placeOf(['客户资料', '', ''], ['导出于 2024-01-05', '', ''], ['', '', ''], ['客户名称', '电话', '金额'], ['甲', '1', '2']),
    ).toEqual({
      headerRow: 4,
      headerRows: 1,
    })
  })
  it('are not a title that is written into every cell of its block', () => {
    expect(placeOf(['台账', '台账', '台账'], ['客户名称', '电话', '金额'], ['甲', '1', '2']).headerRow).toBe(2)
  })
  it('may take two lines', () => {
    const lines = [
      ['客户', '联系方式', '', '合同', '', '签约日期'],
      ['', '电话', '邮箱', '编号', '金额', ''],
      ['甲公司', '13800138000', 'a@example.cn', '0001', '1000', '2023-01-05'],
    ]
    expect(placeOf(...lines)).toEqual({ headerRow: 1, headerRows: 2 })
    const names = joinHeadings(lines.slice(0, 2), 6)
    expect(names).toEqual(['客户', '联系方式/电话', '联系方式/邮箱', '合同/编号', '合同/金额', '签约日期'])
    expect(guessMapping(names, fields).map((column) => column.field)).toEqual(['name', 'phone', 'email', null, 'amount', 'signed'])
  })
  it('may take five', () => {
    const lines = [
      ['Region', 'Share', 'Change', ''],
      ['', '', '', ''],
      ['', '', '', ''],
      ['', '', 'from last quarter', 'from baseline'],
      ['', '(%)', '', ''],
      ['A', 'B', 'C', 'D'],
    ]
    expect(placeOf(...lines)).toEqual({ headerRow: 1, headerRows: 5 })
    expect(joinHeadings(lines.slice(0, 5), 4)).toEqual(['Region', 'Share/(%)', 'Change/from last quarter', 'Change/from baseline'])
  })
  it('may be years, and may not be there at all', () => {
    expect(placeOf(['Year', '2000', '2001'], ['Timber', '2,666', '2,274']).headerRow).toBe(1)
    expect(placeOf(['1', '1900-01-01'], ['11', '1900-01-11']).headerRow).toBe(0)
  })
  it('that come twice or not at all have names of their own', () => {
    expect(nameHeadings(['id', 'id', ''], 4)).toEqual(['id', 'id (2)', '(C)', '(D)'])
  })
  it('are guessed by what they end with: a size of a company is no company', () => {
    expect(guessMapping(['company_full_name', 'companySize', '联系电话'], fields).map((column) => column.field)).toEqual([
      'name',
      null,
      'phone',
    ])
  })
  it('are known again whatever an error file added', () => {
    expect(signatureOf(['客户 名称', '电话', '未导入原因'])).toBe(signatureOf(['客户名称', '电话']))
    expect(guessMapping(['名称', '未导入原因'], { ...fields, why: text({ zh: '原因', en: 'Why' }) })[1]!.field).toBeNull()
  })
})

describe('lines that are no data', () => {
  it.each([[['合计', '', '12,845.60', '11500', '']], [['制表人：张三']], [['Total', '', '12']]])('%j is a footer', (cells) =>
    expect(isFooter(cells)).toBe(true),
  )
  it.each([[['Sumace', 'a', 'b', 'c']], [['总计科技有限公司', '1', '2', '3']]])('%j is none', (cells) =>
    expect(isFooter(cells)).toBe(false),
  )
})

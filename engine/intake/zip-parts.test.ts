import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { megabytesOf, sheetOf, workbookParts, writeZip, type ZipPart } from '../../app/test/zip-file.ts'
import { readLines, sheetNames } from './table-file.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zhike-zip-'))
const file = path.join(folder, 'book.xlsx')
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const opened = async (parts: ZipPart[]) => {
  await writeZip(file, parts)
  return sheetNames(file, 'xlsx')
}
const oneRow = [...sheetOf(1)].join('')

describe('a workbook of a stranger', () => {
  it('is read where it is what it says', async () => {
    expect(await opened(workbookParts(sheetOf(30)))).toEqual(['S'])
    const lines = []
    for await (const { cells } of readLines(file, { kind: 'xlsx' })) lines.push(cells[0])
    expect(lines).toHaveLength(31)
    expect(lines[30]).toBe('客户 31')
  })

  it.each<[string, () => ZipPart[], string]>([
    ['says that it unpacks to more than there may be', () => workbookParts([oneRow], [], 1_600 * 1_048_576), 'unpacks to too much'],
    [
      'holds more than it says',
      () => workbookParts([oneRow], [{ name: 'xl/media/a.bin', pieces: megabytesOf('0', 8), told: 100 }]),
      'other than it says',
    ],
    [
      'hides much in the list of its sheets',
      () =>
        workbookParts([oneRow]).map((part) =>
          part.name === 'xl/workbook.xml' ? { ...part, pieces: [...part.pieces, ...megabytesOf(' ', 8)], told: 300 } : part,
        ),
      'other than it says',
    ],
    [
      'has texts that take the memory of whoever reads it',
      () => workbookParts([oneRow], [{ name: 'xl/sharedStrings.xml', pieces: ['<sst/>'], told: 300 * 1_048_576 }]),
      'unpacks to too much',
    ],
  ])('is refused where it %s', async (_, parts, words) => {
    await expect(opened(parts())).rejects.toThrow(words)
  })

  it('is refused where it has more rows than a sheet can have', async () => {
    const short = Array.from({ length: 105 }, () => '<row r="1"/>'.repeat(10_000))
    await expect(opened(workbookParts(['<worksheet><sheetData>', ...short, '</sheetData></worksheet>']))).rejects.toThrow(
      'more than 1,048,576 rows',
    )
  })
})

import fs from 'node:fs'
import { once } from 'node:events'
import { crc32, createDeflateRaw } from 'node:zlib'

/** One part of an archive: its pieces, and what the archive says that it unpacks to where that is a lie. */
export interface ZipPart {
  name: string
  pieces: Iterable<string | Buffer>
  told?: number
}

/** Writes a ZIP archive piece by piece, also one that nobody should open. */
export async function writeZip(file: string, parts: readonly ZipPart[]): Promise<void> {
  const handle = fs.openSync(file, 'w')
  const directory: Buffer[] = []
  let at = 0
  const put = (bytes: Buffer) => {
    fs.writeSync(handle, bytes)
    at += bytes.length
  }
  for (const { name, pieces, told } of parts) {
    const begin = at
    const title = Buffer.from(name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(8, 8)
    head.writeUInt16LE(title.length, 26)
    put(Buffer.concat([head, title]))
    const deflate = createDeflateRaw({ level: 1 })
    let packed = 0
    let unpacked = 0
    let check = 0
    deflate.on('data', (bytes: Buffer) => {
      packed += bytes.length
      put(bytes)
    })
    for (const piece of pieces) {
      const bytes = Buffer.from(piece)
      unpacked += bytes.length
      check = crc32(bytes, check)
      if (!deflate.write(bytes)) await once(deflate, 'drain')
    }
    deflate.end()
    await once(deflate, 'end')
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(check, 0)
    sizes.writeUInt32LE(packed, 4)
    sizes.writeUInt32LE(told ?? unpacked, 8)
    fs.writeSync(handle, sizes, 0, 12, begin + 14)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    entry.writeUInt16LE(20, 6)
    entry.writeUInt16LE(8, 10)
    sizes.copy(entry, 16)
    entry.writeUInt16LE(title.length, 28)
    entry.writeUInt32LE(begin, 42)
    directory.push(entry, title)
  }
  const start = at
  // A position was given when sizes were written; from here on it goes on at the end.
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(start, 16)
  fs.writeSync(handle, Buffer.concat([list, end]), 0, list.length + end.length, start)
  fs.closeSync(handle)
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** The parts of a workbook of one sheet; the sheet's rows and the shared texts as given. */
export const workbookParts = (sheet: ZipPart['pieces'], more: ZipPart[] = [], told?: number): ZipPart[] => [
  {
    name: '[Content_Types].xml',
    pieces: [
      `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ],
  },
  {
    name: '_rels/.rels',
    pieces: [
      `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
  },
  {
    name: 'xl/workbook.xml',
    pieces: [
      `${xml}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    pieces: [
      `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
  },
  { name: 'xl/worksheets/sheet1.xml', pieces: sheet, ...(told === undefined ? {} : { told }) },
  ...more,
]

/** The XML of a sheet of so many customers. */
export function* sheetOf(rows: number): Generator<string> {
  yield `${xml}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c></row>`
  let text = ''
  for (let i = 2; i <= rows + 1; i++) {
    text += `<row r="${i}"><c r="A${i}" t="inlineStr"><is><t>客户 ${i}</t></is></c></row>`
    if (text.length < 200_000) continue
    yield text
    text = ''
  }
  yield `${text}</sheetData></worksheet>`
}

/** So many megabytes of one character. */
export function* megabytesOf(character: string, count: number): Generator<Buffer> {
  const block = Buffer.alloc(1_048_576, character)
  for (let i = 0; i < count; i++) yield block
}

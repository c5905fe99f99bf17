import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { refuse, type Refusal } from '#engine/action/refusal.ts'
import { words } from '#engine/text/words.ts'

/** The parts of a ZIP archive, which is what a workbook is; and what an archive of a stranger is asked before anybody unpacks it. */

const megabyte = 1_048_576

/** Most that a workbook may unpack to, and most of the texts that its cells share, which are held while it is read. */
const mostUnpacked = 1_500 * megabyte
const mostShared = 256 * megabyte
/** As many rows as a spreadsheet program can show; a sheet that holds more comes from nobody's desk. */
const mostRows = 1_048_576
const mostParts = 5_000

export interface Part {
  name: string
  isPacked: boolean
  size: number
  unpacked: number
  at: number
}

/** The parts of a ZIP archive, by its central directory. */
export function* partsOf(content: Buffer): Generator<Part> {
  const mark = 'PK\x01\x02'
  for (let at = content.indexOf(mark, 0, 'latin1'); at >= 0 && at + 46 <= content.length; at = content.indexOf(mark, at + 46, 'latin1'))
    yield {
      name: content.toString('utf8', at + 46, at + 46 + content.readUInt16LE(at + 28)),
      isPacked: content.readUInt16LE(at + 10) === 8,
      size: content.readUInt32LE(at + 20),
      unpacked: content.readUInt32LE(at + 24),
      at: content.readUInt32LE(at + 42),
    }
}

/** A part unpacked, piece by piece. */
export function unpack(content: Buffer, part: Part): Readable {
  const begin = part.at + 30 + content.readUInt16LE(part.at + 26) + content.readUInt16LE(part.at + 28)
  const packed = Readable.from([content.subarray(begin, begin + part.size)])
  if (!part.isPacked) return packed
  const inflate = createInflateRaw()
  packed.pipe(inflate)
  return inflate
}

const tooMuch = (): Refusal => refuse('bad-file', words('工作簿解压后过大。', 'The workbook unpacks to too much.'))
const lying = (): Refusal =>
  refuse('bad-file', words('工作簿的内容与它自己的目录不符，已拒绝。', 'The workbook holds something other than it says; it was refused.'))
const tooLong = (): Refusal =>
  refuse(
    'bad-file',
    words(
      `工作表超过 ${mostRows.toLocaleString('en')} 行，这是 Excel 的上限。拆成几个文件，或另存为 CSV。`,
      `A sheet has more than ${mostRows.toLocaleString('en')} rows, which is the most of Excel. Split it, or save it as CSV.`,
    ),
  )

const rowTag = Buffer.from('<row ')

/** How often a tag stands in a stream of pieces; one that is cut by the end of a piece counts, too. */
function tagCounter(tag: Buffer): (piece: Buffer) => number {
  let tail = Buffer.alloc(0)
  let count = 0
  return (piece) => {
    const all = tail.length > 0 ? Buffer.concat([tail, piece]) : piece
    for (let at = all.indexOf(tag); at >= 0; at = all.indexOf(tag, at + tag.length)) count += 1
    tail = Buffer.from(all.subarray(Math.max(0, all.length - tag.length + 1)))
    return count
  }
}

/**
 * Refuses an archive that would take the memory of whoever reads it: too much in all, too much in what is held at once, more rows than there
 * can be; and one that lies about it. Every part is unpacked once and thrown away, piece by piece, so that this itself needs no memory.
 */
export async function refuseBomb(content: Buffer): Promise<void> {
  let total = 0
  let count = 0
  const parts = [...partsOf(content)]
  for (const { name, unpacked } of parts) {
    total += unpacked
    if (total > mostUnpacked || ++count > mostParts || (/sharedStrings/i.test(name) && unpacked > mostShared)) throw tooMuch()
  }
  for (const part of parts) {
    const rows = /worksheets\/[^/]+\.xml$/i.test(part.name) ? tagCounter(rowTag) : undefined
    let seen = 0
    for await (const piece of unpack(content, part)) {
      seen += (piece as Buffer).length
      if (seen > part.unpacked) throw lying()
      if (rows && rows(piece as Buffer) > mostRows) throw tooLong()
    }
  }
}

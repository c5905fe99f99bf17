import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** What is known of a part when all of it has gone by. */
export interface PartCount {
  rows: number
  bytes: number
  sha256: string
  /** Of rows whatever their order: sum and exclusive or of their checksums. */
  content: string
}

export interface PartCounter {
  /** Takes the next bytes; of a table, whole rows in COPY's text format. Answers how many rows they were. */
  add(bytes: Buffer): number
  end(): PartCount
}

const beyond = 2 ** 48

/**
 * Counts a part as it is written and as it is read. Rows come back from a database in another order than they went in: their content is
 * compared by figures that do not depend on it.
 */
export function countPart(hasRows: boolean): PartCounter {
  const digest = createHash('sha256')
  let [rows, bytes, sum, mixed] = [0, 0, 0, 0]
  return {
    add(block) {
      digest.update(block)
      bytes += block.length
      if (!hasRows) return 0
      const before = rows
      for (let at = 0; at < block.length;) {
        const end = block.indexOf(10, at)
        const row = crc32(block.subarray(at, end < 0 ? block.length : end))
        sum = (sum + row * (1 + (row & 0xff))) % beyond
        mixed ^= row
        rows += 1
        at = end < 0 ? block.length : end + 1
      }
      return rows - before
    },
    end: () => ({
      rows,
      bytes,
      sha256: digest.digest('hex'),
      content: hasRows ? `${sum.toString(16)}-${(mixed >>> 0).toString(16)}` : '',
    }),
  }
}

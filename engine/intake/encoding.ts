import { hasControl } from '#engine/text/normal.ts'

/** The encodings in which people's text files come. */
export const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'windows-1252'] as const

/**
 * UTF-16 without a mark: signs of ASCII, of which every table has commas and line ends, leave zeros in every second place only. Other
 * content has zeros in both places, and control characters once it is decoded.
 */
export function looksUtf16(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const sample = head.subarray(0, 8192 - (head.length % 2))
  let [even, odd] = [0, 0]
  sample.forEach((byte, i) => {
    if (byte === 0) {
      if (i % 2) odd++
      else even++
    }
  })
  if (even + odd === 0) return undefined
  const found = odd > even * 50 ? 'utf-16le' : even > odd * 50 ? 'utf-16be' : undefined
  return found && !hasControl(new TextDecoder(found).decode(sample)) ? found : undefined
}

/** Whether these bytes are no text in any encoding that is read here. */
export const isBinary = (head: Buffer): boolean =>
  !(head[0] === 0xff && head[1] === 0xfe) &&
  !(head[0] === 0xfe && head[1] === 0xff) &&
  head.subarray(0, 8192).includes(0) &&
  !looksUtf16(head)

/** Byte-order mark first, then strict UTF-8, then the Chinese encodings by how common their characters would be; Latin where none fits. */
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
  // Among Latin letters single bytes above 0x7f are the accents of Western text; in Chinese text they come in pairs.
  const stray = (head.toString('latin1').match(/[a-z][\xc0-\xff][a-z]/gi) ?? []).length
  const gbk = fits('gb18030') ? commonness(head, isUsualGbk) : 0
  const big5 = fits('big5') ? commonness(head, isUsualBig5) : 0
  const pairs = head.filter((byte) => byte >= 0x80).length / 2
  if (Math.max(gbk, big5) < 0.6 || stray > pairs / 5) return 'windows-1252'
  return big5 > gbk ? 'big5' : 'gb18030'
}

/** The first level of GB 2312, which holds the 3,755 usual characters, and its signs. */
const isUsualGbk = (lead: number, trail: number): boolean =>
  trail >= 0xa1 && trail <= 0xfe && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))

/** The first level of Big5, which holds the 5,401 usual characters, and its signs. */
const isUsualBig5 = (lead: number, trail: number): boolean =>
  ((trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe)) && lead >= 0xa1 && lead <= 0xc6

/** The share of usual characters among those of two bytes, read as an encoding of pairs. */
function commonness(head: Buffer, isUsual: (lead: number, trail: number) => boolean): number {
  let [usual, all] = [0, 0]
  for (let i = 0; i + 1 < head.length; i++) {
    if (head[i]! < 0x80) continue
    all++
    if (isUsual(head[i]!, head[i + 1]!)) usual++
    i++
  }
  return all === 0 ? 0 : usual / all
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

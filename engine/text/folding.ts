import traditional from 'opencc-js/dict/TSCharacters'

/**
 * Text for looking things up: half-width, lower case, without accents, simplified characters, letters and digits only.
 * Of the library for traditional Chinese only the table of single characters is read (30 KB); its other dictionaries, which know whole
 * words, would take ninety megabytes of memory and are of no use where both sides are folded alike.
 */

/** The folded signs of a text, and where each of them stands in it. */
export interface Signs {
  /** Single letters, digits and characters. */
  list: string[]
  /** Of each sign: where it begins in the text, and where it ends. */
  from: number[]
  to: number[]
  /** Of each sign: "on" within a word; "new" at a word's beginning; "apart" at one that cannot be read on from the word before. */
  begins: ('on' | 'new' | 'apart')[]
}

let simplified: Map<string, string> | undefined

/** Each traditional character's simplified one, followed to its end. */
function simplifiedSigns(): Map<string, string> {
  if (simplified) return simplified
  simplified = new Map(traditional.split('|').map((pair) => pair.split(' ') as [string, string]))
  for (const [from, to] of simplified) simplified.set(from, simplified.get(to) ?? to)
  return simplified
}

const known = new Map<string, string>()

/** What is left of one character: nothing of signs and spaces, several letters of "㈱". */
function foldSign(sign: string): string {
  let folded = known.get(sign)
  if (folded === undefined) {
    const table = simplifiedSigns()
    const bare = sign
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .normalize('NFC')
    folded = [...bare]
      .map((part) => table.get(part) ?? part)
      .filter((part) => /[\p{L}\p{N}]/u.test(part))
      .join('')
    known.set(sign, folded)
  }
  return folded
}

/** Chinese and Japanese are written without spaces: a sign between two of their characters does not part them. */
export function isDense(sign: string): boolean {
  const code = sign.codePointAt(0)!
  return (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || code >= 0x20000
}

/** Reads a text sign by sign, up to a number of them. */
export function readSigns(text: string, most = 400): Signs {
  const signs: Signs = { list: [], from: [], to: [], begins: [] }
  let isAfterGap = true
  let at = 0
  for (const sign of text) {
    const end = at + sign.length
    const folded = foldSign(sign)
    if (folded === '') isAfterGap ||= !/\p{M}|[\u200b-\u200f\u2060\ufeff]/u.test(sign)
    else
      for (const part of folded) {
        const before = signs.list.at(-1)
        const begins = !isAfterGap ? 'on' : before !== undefined && (isDense(part) || isDense(before)) ? 'new' : 'apart'
        signs.list.push(part)
        signs.from.push(at)
        signs.to.push(end)
        signs.begins.push(begins)
        isAfterGap = false
      }
    if (signs.list.length >= most) break
    at = end
  }
  return signs
}

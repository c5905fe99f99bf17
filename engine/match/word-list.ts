import { edits, jaroWinkler } from './likeness.ts'

/** How many bits a word in letters tells, by its length: an average of 2.6 a letter, and no more than a long name does. */
export const wordBits = (word: string): number => Math.min(18, 2.6 * word.length)

const isNumber = (word: string): boolean => {
  const code = word.charCodeAt(0)
  return code >= 48 && code <= 57
}

/** How far one word may stand for another: 1 the same, less where misspelt or cut short, 0 where it is another. Numbers are right or wrong. */
export function likeWords(a: string, b: string): number {
  if (a === b) return 1
  if (isNumber(a) || isNumber(b)) return 0
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 1) return long.startsWith(short) ? 0.5 : 0
  if (long.length < 4) return 0
  if (edits(a, b, 1) === 1) return long.length > 5 ? 0.9 : 0.8
  if (short.length >= 4 && long.startsWith(short)) return 0.75
  if (long.length >= 7 && a[0] === b[0] && edits(a, b, 2) === 2) return 0.75
  const likeness = short.length >= 5 && a[0] === b[0] ? jaroWinkler(a, b) : 0
  return likeness > 0.9 ? likeness - 0.2 : 0
}

/** The shorter list first, and equally long ones in one order: whatever is compared, it comes out the same both ways round. */
const inOrder = (a: readonly string[], b: readonly string[]): [readonly string[], readonly string[]] =>
  a.length < b.length || (a.length === b.length && isBefore(a, b)) ? [a, b] : [b, a]

function isBefore(a: readonly string[], b: readonly string[]): boolean {
  const at = a.findIndex((word, i) => word !== b[i])
  return at >= 0 && a[at]! < b[at]!
}

/**
 * Words of one text against those of another, each with the one most like it that is left: the soft measure of Monge and Elkan (1996)
 * with words weighed by what they tell, as in soft TF-IDF (Cohen, Ravikumar, Fienberg 2003). The share is that of the text with less in it.
 */
export function compareWordLists(
  a: readonly string[],
  b: readonly string[],
  bitsOf: (word: string) => number = wordBits,
): { bits: number; share: number; most: number } {
  const [short, long] = inOrder(a, b)
  let bits = 0
  let shortAll = 0
  let longAll = 0
  let taken = 0
  for (const word of short) {
    shortAll += bitsOf(word)
    let best = 0
    let at = -1
    const [first, last] = [word.charCodeAt(0), word.charCodeAt(word.length - 1)]
    for (let i = 0; i < long.length && best < 1; i++) {
      const other = long[i]!
      // Nearly all slips leave the first or the last letter standing.
      if (taken & (1 << i) || (other.charCodeAt(0) !== first && other.charCodeAt(other.length - 1) !== last)) continue
      const likeness = likeWords(word, other)
      if (likeness > best) {
        best = likeness
        at = i
      }
    }
    if (at < 0) continue
    taken |= 1 << at
    bits += bitsOf(word.length < long[at]!.length ? word : long[at]!) * best
  }
  for (const word of long) longAll += bitsOf(word)
  return {
    bits: Math.min(bits, 22),
    share: bits / Math.max(1, Math.min(shortAll, longAll)),
    most: bits / Math.max(1, Math.max(shortAll, longAll)),
  }
}

import { pinyin } from 'pinyin-pro'
import { plain } from './normal.ts'

/**
 * Readings of Chinese text. The library reads a whole name in some thirty microseconds; names share their parts, so what is kept is the
 * reading of each character, and for the characters with several readings the one between each pair of neighbours.
 */

const read = (text: string, surname: 'head' | 'off'): string[] => pinyin(text, { toneType: 'none', type: 'array', surname, v: true })

const han = /\p{Script=Han}/u
const single = new Map<string, string | null>()
const between = new Map<string, string>()

/** The one reading of a character; null where it has several. */
function onlyReading(sign: string): string | null {
  let reading = single.get(sign)
  if (reading === undefined) {
    const all = han.test(sign) ? new Set(pinyin(sign, { toneType: 'none', type: 'array', multiple: true, v: true })) : new Set([sign])
    reading = all.size === 1 ? [...all][0]! : null
    single.set(sign, reading)
  }
  return reading
}

function readingBetween(before: string, sign: string, after: string): string {
  const key = before + sign + after
  let reading = between.get(key)
  if (reading === undefined) {
    reading = read(key, 'off')[before === '' ? 0 : 1] ?? sign
    if (between.size > 100_000) between.clear()
    between.set(key, reading)
  }
  return reading
}

/** The syllables of a Chinese text, one per character; other characters stay as they are. In a short text a leading surname is read as such. */
export function syllables(text: string): string[] {
  const signs = [...text]
  if (signs.length <= 4 && signs.length > 1 && onlyReading(signs[0]!) === null) return read(text, 'head')
  return signs.map((sign, i) => onlyReading(sign) ?? readingBetween(signs[i - 1] ?? '', sign, signs[i + 1] ?? ''))
}

/** All that a character may sound like. */
export const readingsAlone = (sign: string): string[] => [
  ...new Set(pinyin(sign, { toneType: 'none', type: 'array', multiple: true, v: true })),
]

/** What two neighbouring characters sound like: within a text, and at the head of a name, where the first may be a surname. */
export function readingsTogether(pair: string): string[][] {
  const [first = '', second = ''] = pair
  const [one, two] = [onlyReading(first), onlyReading(second)]
  if (one !== null && two !== null) return [[one, two]]
  const found = [read(pair, 'off'), read(pair, 'head')]
  return found[0]!.join() === found[1]!.join() ? [found[0]!] : found
}

/**
 * The key by which a name is ordered: pinyin of Chinese characters, lower case, at most 40 characters; ties of equal sound are kept apart
 * by the characters themselves.
 */
export function sortKey(text: string): string {
  const clean = plain(text).toLowerCase().slice(0, 30)
  if (!han.test(clean)) return clean
  return `${syllables(clean).join('').slice(0, 32)}\u0001${clean.slice(0, 8)}`
}

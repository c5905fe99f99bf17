import { pinyin } from 'pinyin-pro'
import { plain } from './normal.ts'

const han = /\p{Script=Han}/u

/** The syllables of a Chinese text, one per character; other characters stay as they are. `head` reads a leading surname as such. */
export const syllables = (text: string, surname: 'head' | 'off' = 'off'): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', surname, v: true })

/**
 * The key by which a name is ordered: pinyin of Chinese characters, lower case, at most 40 characters; ties of equal sound are kept apart
 * by the characters themselves.
 */
export function sortKey(text: string): string {
  const clean = plain(text).toLowerCase().slice(0, 30)
  if (!han.test(clean)) return clean.slice(0, 40)
  return `${syllables(clean, 'head').join('').slice(0, 32)}\u0001${clean.slice(0, 8)}`
}

/** First letters of the syllables: "杭州云杉集团" → "hzysjt". Letters and digits of Latin words are kept by their first letter. */
export function initials(text: string): string {
  const clean = plain(text).toLowerCase()
  let result = ''
  let inWord = false
  for (const part of syllables(clean, 'head')) {
    const letter = part[0] ?? ''
    if (/[a-z0-9]/.test(letter)) {
      if (part.length > 1 || !inWord) result += letter
      inWord = part.length === 1
    } else inWord = false
  }
  return result
}

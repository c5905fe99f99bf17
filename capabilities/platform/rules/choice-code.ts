import { syllables } from '#engine/text/pinyin.ts'

/** The first letters of what a text sounds like. */
const initials = (text: string): string =>
  syllables(text.toLowerCase())
    .map((part) => part[0] ?? '')
    .join('')
    .replace(/[^a-z0-9]/g, '')

/** A code for a new choice, from its words: English ones run together, else the initials of the Chinese; told apart by a number where it is taken. */
export function choiceCode(zh: string, en: string | null, taken: readonly string[]): string {
  const parts = (en ?? '').match(/[A-Za-z0-9]+/g) ?? []
  const camel = parts.map((part, i) => (i === 0 ? part[0]!.toLowerCase() : part[0]!.toUpperCase()) + part.slice(1)).join('')
  const base = (camel || initials(zh) || 'choice').slice(0, 30)
  for (let n = 1; ; n++) {
    const code = n === 1 ? base : `${base}${n}`
    if (!taken.includes(code)) return code
  }
}

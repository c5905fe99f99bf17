import { isDense } from '#engine/text/folding.ts'
import { readingsOf } from '#engine/text/readings.ts'
import { signsPhrase, soundsPhrase, wordSigns, type Part, type Phrase, type Query, type Word } from './query.ts'
import { unitsOf } from './tokens.ts'

/**
 * What may have been meant by a word that is found nowhere: the same sounds written otherwise; one sign wrong, missing, too many, or two
 * changed about. Each slip leaves signs on both sides of it standing, so what was meant is a run of search words with a gap.
 */

/** Shorter words are a slip away from too many others. */
const shortest = 3
/** What comes further on is left out of the question: a name is known by its first dozen signs. */
const longest = 12

/** The signs on one side of a gap, from a place on. A single character is the beginning of a pair, a single letter that of a word. */
function side(signs: readonly string[], at: number): Part[] {
  const [first] = signs
  if (first === undefined) return []
  if (signs.length > 1) return signs.slice(1).map((sign, i) => ({ any: [signs[i]! + sign], at: at + i }))
  if (isDense(first)) return [{ any: [`${first}*`], at }]
  return at === 0 ? [{ any: [`<${first}`, `^${first}`], at }] : []
}

function gap(left: readonly string[], right: readonly string[], missing: number): Phrase | undefined {
  const parts = [...side(left, 0), ...side(right, left.length + missing)]
  const [first] = parts
  // One sign alone says nothing.
  if (!first || left.length + right.length < 2) return undefined
  return {
    family: 'text',
    span: left.length + missing + right.length,
    parts: parts.map((part) => ({ ...part, at: part.at - first.at })),
    before: first.at,
  }
}

const without = (signs: readonly string[], at: number): string[] => [...signs.slice(0, at), ...signs.slice(at + 1)]
const swapped = (signs: readonly string[], at: number): string[] => [
  ...signs.slice(0, at),
  signs[at + 1]!,
  signs[at]!,
  ...signs.slice(at + 2),
]

/** The same sounds: characters that a keyboard offers one beside the other. */
function soundsAlike(signs: string[]): Phrase | undefined {
  const units = unitsOf(wordSigns(signs))
  if (units.length !== signs.length || units.some((unit) => unit.sound === '')) return undefined
  return soundsPhrase(units.map(({ sound }) => ({ sounds: [sound], isWhole: true })))
}

/** Sounds with two letters changed about or one too many: "yunshna". */
function misspeltSounds(signs: readonly string[]): Phrase[] {
  const variants = signs.flatMap((_, i) => [without(signs, i), ...(i + 1 < signs.length ? [swapped(signs, i)] : [])])
  return [...new Set(variants.map((variant) => variant.join('')))].flatMap((letters) => {
    const [reading] = readingsOf(letters, 1)
    const phrase =
      reading && reading.length > 1 && reading.every((syllable) => syllable.isWhole)
        ? soundsPhrase(reading.map(({ sounds }) => ({ sounds, isWhole: true })))
        : undefined
    return phrase ? [phrase] : []
  })
}

/** Everything that one slip away from a word may have been meant, the likeliest first. */
export function slipsOf(word: Word): Phrase[] {
  const signs = word.signs.slice(0, longest)
  const n = signs.length
  if (n < shortest || signs.every((sign) => /\d/.test(sign))) return []
  const isHan = signs.every(isDense)
  if (!isHan && n <= shortest) return []
  const found: (Phrase | undefined)[] = [isHan ? soundsAlike(signs) : undefined]
  for (let i = 0; i + 1 < n; i++) if (signs[i] !== signs[i + 1]) found.push(signsPhrase(swapped(signs, i)))
  for (let i = 0; i < n; i++) found.push(gap(signs.slice(0, i), signs.slice(i + 1), 1))
  for (let i = 1; i < n; i++) found.push(gap(signs.slice(0, i), signs.slice(i), 1))
  if (n > shortest) for (let i = 0; i < n; i++) found.push(signsPhrase(without(signs, i)))
  if (/^[a-z]+$/.test(word.text)) found.push(...misspeltSounds(word.signs.slice(0, 2 * longest)))
  const distinct = new Map(found.flatMap((phrase) => (phrase ? [[JSON.stringify(phrase), phrase] as const] : [])))
  return [...distinct.values()].map((phrase) => ({ ...phrase, isSlip: true }))
}

/** The questions that remain when a query has found nothing: one of its words meant otherwise, the others as they were typed. */
export function slippedQueries(query: Query): Query[] {
  const queries: Query[] = []
  for (const words of query.ways.slice(0, 1))
    words.forEach((word, i) => {
      for (const phrase of slipsOf(word))
        queries.push({ ways: [words.map((other, k) => (k === i ? { ...word, phrases: [phrase] } : other))] })
    })
  return queries.slice(0, 80)
}

import type { SearchFamily } from '#engine/record/field.ts'
import { isDense, readSigns, type Signs } from '#engine/text/folding.ts'
import { mixedReadingOf, readingsOf, type Typed } from '#engine/text/readings.ts'
import { beginning, exactly, type Want } from './sounds.ts'
import { unitsOf } from './tokens.ts'

/**
 * What somebody typed, as runs of the words under which texts are found. The same tree becomes a question to the index (`vector.ts`) and a
 * look at what is shown (`match.ts`), so that both mean the same.
 */

/** Any of these words at one place behind the first. A word that ends with "*" stands for all that begin so. */
export interface Part {
  any: string[]
  at: number
  /** Sounds whose characters are still to be looked up. */
  sounds?: Want[]
  /** Those characters only where a text begins. */
  isStart?: true
}

/** A run of words. */
export interface Phrase {
  family: SearchFamily
  parts: Part[]
  /** How many signs it covers; characters and words where it is made of initials. */
  span: number
  /** Found by sounds or by initials, not as it is written. */
  spoken?: 'sounds' | 'initials'
  /** What must be found beside it: the sounds among the initials of "yunsjt". */
  also?: Phrase[]
  /** How many signs of the span stand before its first word. */
  before?: number
  /** Not what was typed, but a slip away from it. */
  isSlip?: true
}

/** One word that was typed, and everything it may mean. */
export interface Word {
  text: string
  signs: string[]
  phrases: Phrase[]
}

export interface Query {
  /** Ways to understand it; each wants all its words, in any order. */
  ways: Word[][]
}

const text = (parts: Part[], span: number, more: Partial<Phrase> = {}): Phrase => ({ family: 'text', parts, span, ...more })

/** Neighbouring signs, wherever they stand; a single one where a word begins. */
export const signsPhrase = (signs: readonly string[]): Phrase =>
  signs.length === 1
    ? text([{ any: [`<${signs[0]}`, `^${signs[0]}`], at: 0 }], 1)
    : text(
        signs.slice(1).map((sign, i) => ({ any: [signs[i]! + sign], at: i })),
        signs.length,
      )

/** A character of which the sound was typed, or part of it, or the character itself. */
export interface Spoken {
  sounds: readonly string[]
  isWhole: boolean
  sign?: string
}

const spokenOf = ({ sounds, isWhole }: Typed): Spoken => ({ sounds, isWhole })

function pairPart(one: Spoken, two: Spoken, at: number, isLast: boolean): Part {
  if (one.sign && two.sign) return { any: [one.sign + two.sign], at }
  const known = { ...(one.sign ? { first: one.sign } : {}), ...(two.sign ? { second: two.sign } : {}) }
  // The last sound may still be growing: "yunsha" is on the way to yun shan.
  const isGrowing = !two.isWhole || (isLast && !two.sign)
  const sounds = one.sounds.flatMap((sound) =>
    two.sounds.map((next): Want => ({ ...(isGrowing ? beginning : exactly)(`${sound},${next}`), ...known })),
  )
  return { any: [], at, sounds }
}

/** Neighbouring characters by their sounds. One alone is looked for where a text begins: a surname, a first word. */
export function soundsPhrase(units: readonly Spoken[]): Phrase | undefined {
  const [first] = units
  if (!first) return undefined
  if (units.length > 1)
    return text(
      units.slice(1).map((unit, i) => pairPart(units[i]!, unit, i, i + 2 === units.length)),
      units.length,
      { spoken: 'sounds' },
    )
  // Two letters must be a syllable; three may be the beginning of one.
  const sounds = first.sounds.map((sound) => (sound.length < 3 ? exactly : beginning)(`.${sound}`))
  return text([{ any: [], at: 0, sounds, isStart: true }], 1, { spoken: 'sounds' })
}

/** Neighbouring characters and words by their initials. */
function initialsPhrase(initials: readonly string[]): Phrase {
  const parts =
    initials.length === 2
      ? [{ any: [`/${initials.join('')}*`], at: 0 }]
      : initials.slice(2).map((_, i) => ({ any: [`/${initials.slice(i, i + 3).join('')}`], at: i }))
  return text(parts, initials.length, { spoken: 'initials' })
}

/** Whole sounds and single initials, "yunsjt": the initials of all, and the sounds with what follows them. */
function mixedLetters(reading: readonly Typed[]): Phrase {
  const also = reading.flatMap((one, i): Phrase[] => {
    const next = reading[i + 1]
    return one.isWhole && next ? [text([pairPart(spokenOf(one), spokenOf(next), 0, true)], 2, { spoken: 'sounds' })] : []
  })
  return { ...initialsPhrase(reading.map((one) => one.text[0]!)), also }
}

/** Characters and letters in one word, "云shan". */
function mixedSigns(signs: Signs): Phrase | undefined {
  const units: Spoken[] = []
  for (let i = 0; i < signs.list.length;) {
    const isHan = isDense(signs.list[i]!)
    let end = i + 1
    while (end < signs.list.length && isDense(signs.list[end]!) === isHan) end++
    const run = signs.list.slice(i, end)
    const reading = isHan ? undefined : readingsOf(run.join(''), 1)[0]
    if (isHan) for (const unit of unitsOf(wordSigns(run))) units.push({ sounds: [unit.sound], isWhole: true, sign: run[unit.from]! })
    else if (reading && (end === signs.list.length || reading.every((one) => one.isWhole))) units.push(...reading.map(spokenOf))
    else return undefined
    i = end
  }
  return soundsPhrase(units)
}

/** Any four neighbouring signs of a number, as many as were typed. The last four of a number are marked, hence the star. */
function piecesPhrase(signs: readonly string[]): Phrase {
  const parts = signs.slice(3).map((_, i) => ({ any: [`${signs.slice(i, i + 4).join('')}${i + 4 === signs.length ? '*' : ''}`], at: i }))
  return { family: 'pieces', parts, span: signs.length }
}

const isMandarin = (letters: string): boolean => !/[iuv]/.test(letters)

function phrasesOf(signs: Signs): Phrase[] {
  const { list } = signs
  const word = list.join('')
  const phrases: (Phrase | undefined)[] = [signsPhrase(list)]
  const isPlain = !list.some(isDense)
  if (/^[a-z]+$/.test(word)) {
    for (const reading of readingsOf(word)) phrases.push(soundsPhrase(reading.map(spokenOf)))
    const mixed = word.length > 2 ? mixedReadingOf(word) : undefined
    if (mixed) phrases.push(mixedLetters(mixed))
  }
  // No sound begins with i, u or v; words in letters do.
  if (/^[a-z0-9]{2,12}$/.test(word) && /[a-z]/.test(word) && (word.length <= 3 || isMandarin(word))) phrases.push(initialsPhrase(list))
  if (!isPlain && /[a-z]/.test(word)) phrases.push(mixedSigns(signs))
  if (isPlain && list.length >= 4) phrases.push(piecesPhrase(list))
  if (isPlain && /\d/.test(word)) phrases.push({ family: 'whole', parts: [{ any: [`=${word}`], at: 0 }], span: list.length })
  return phrases.filter((phrase) => phrase !== undefined)
}

const longestWord = 40
const mostWords = 8

/** Signs as one word by themselves. */
export const wordSigns = (list: string[]): Signs => ({ list, from: [], to: [], begins: list.map((_, i) => (i === 0 ? 'apart' : 'on')) })

function wordOf(signs: Signs, from: number, to: number): Word {
  const part = wordSigns(signs.list.slice(from, Math.min(to, from + longestWord)))
  return { text: part.list.join(''), signs: part.list, phrases: phrasesOf(part) }
}

/**
 * Reads what was typed. Words are parted by spaces and signs and may come in any order; several words of letters or digits may also be one
 * that somebody wrote with gaps: "yun shan", "138 0013 8000".
 */
export function readQuery(typed: string): Query {
  // A country code is not part of the number that people know.
  const signs = readSigns(typed.slice(0, 200).replace(/^\s*(?:\+|00)86[\s-]*(?=\d)/, ''))
  const starts = signs.list.flatMap((_, i) => (signs.begins[i] === 'on' ? [] : [i])).slice(0, mostWords)
  if (starts.length === 0) return { ways: [] }
  const words = starts.map((start, i) => wordOf(signs, start, starts[i + 1] ?? signs.list.length))
  const ways = [words]
  if (words.length > 1 && !signs.list.some(isDense)) ways.push([wordOf(signs, 0, signs.list.length)])
  return { ways }
}

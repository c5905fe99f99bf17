import { isDense, readSigns, type Signs } from '#engine/text/folding.ts'
import { syllables } from '#engine/text/pinyin.ts'

/**
 * The words under which a text is found, each with its places: what somebody types is a run of such words, one behind the other.
 *
 *   <云  ^云     the text, and a word within it, begins so
 *   云杉  杉集    any two neighbouring characters; letters and digits within one word
 *   团>  团$     a word, and the text, ends so
 *   ~ysj        the text's first initials
 *   /ysj        the initials of three neighbouring characters or words; of the last two
 *
 * Places count signs for the first three, characters and words for the last two. Sounds are no words of a text: a small dictionary tells
 * which characters a sound may be written with (`sounds.ts`).
 */

/** Rises with every change of what follows; what is stored is then renewed. */
export const tokenVersion = 2

export type TakeToken = (word: string, place: number) => void

/** A Chinese character, or a whole word or number in letters and digits: what initials are made of. */
export interface Unit {
  /** The signs that it stands for: the first, and the one behind the last. */
  from: number
  to: number
  initial: string
  /** The sound of a Chinese character; empty for a word in letters. */
  sound: string
}

/** Names are a few dozen signs long; further on only neighbours are noted. */
const longestSpoken = 80

export function unitsOf(signs: Signs): Unit[] {
  const units: Unit[] = []
  const spoken = signs.list.length > longestSpoken ? signs.list.slice(0, longestSpoken) : signs.list
  const sounds = spoken.some(isDense) ? syllables(spoken.join('')) : spoken
  let word: Unit | undefined
  for (let i = 0; i < spoken.length; i++) {
    const sign = spoken[i]!
    if (isDense(sign)) {
      const sound = sounds[i] ?? ''
      word = undefined
      if (sound >= 'a' && sound < '{') units.push({ from: i, to: i + 1, initial: sound[0]!, sound })
    } else if (word && signs.begins[i] === 'on') word.to = i + 1
    else units.push((word = { from: i, to: i + 1, initial: sign, sound: '' }))
  }
  return units
}

/** The words of a text that people read: a name, a subject. */
export function textTokens(text: string, take: TakeToken): void {
  const signs = readSigns(text)
  const { list, begins } = signs
  const last = list.length - 1
  for (let i = 0; i <= last; i++) {
    const sign = list[i]!
    if (i === 0) take(`<${sign}`, 1)
    else if (begins[i] !== 'on') take(`^${sign}`, i + 1)
    if (i === last) take(`${sign}$`, i + 1)
    else if (begins[i + 1] === 'apart') take(`${sign}>`, i + 1)
    else take(sign + list[i + 1]!, i + 1)
  }
  const units = unitsOf(signs)
  if (units.length < 2) return
  take(`~${units[0]!.initial}${units[1]!.initial}${units[2]?.initial ?? ''}`, 1)
  for (let i = 0; i + 1 < units.length; i++) take(`/${units[i]!.initial}${units[i + 1]!.initial}${units[i + 2]?.initial ?? ''}`, i + 1)
}

/** The words of a number or an account: any four neighbouring signs; the last four end with "$". */
export function pieceTokens(text: string, take: TakeToken): void {
  const { list } = readSigns(text)
  for (let i = 0; i + 4 < list.length; i++) take(list[i]! + list[i + 1]! + list[i + 2]! + list[i + 3]!, i + 1)
  if (list.length > 0) take(`${list.slice(-4).join('')}$`, Math.max(1, list.length - 3))
}

/** The words of a running number: the whole of it, and the number at its end without the zeros before it. */
export function wholeTokens(text: string, take: TakeToken): void {
  const whole = readSigns(text).list.join('')
  if (whole === '') return
  take(`=${whole}`, 1)
  const number = /[^0-9]0*([1-9]\d*)$/.exec(text)?.[1]
  if (number && number !== whole) take(`=${number}`, 1)
}

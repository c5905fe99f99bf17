import { plain } from '#engine/text/normal.ts'
import { isDense } from '#engine/text/folding.ts'
import { syllables } from '#engine/text/pinyin.ts'
import { words } from '#engine/text/words.ts'
import { fold, wordsOf } from './fold.ts'
import { finding, weigh, type Comparison, type Finding } from './evidence.ts'
import { edits, soundOf } from './likeness.ts'
import { compareWordLists } from './word-list.ts'

/** A human being's name: in characters, or in words of letters. */
interface PersonName {
  /** Its characters, folded; empty where it is written in letters. */
  signs: string
  /** Its words in letters: of characters their readings, 张伟 as zhang, wei. */
  sounds: readonly string[]
  /** The words run together, in their order and the last one first: zhangwei, weizhang. */
  forth: string
  back: string
  /** A surname alone: 张先生, 王总. */
  isSurname: boolean
}

const honorific = /(?:先生|女士|小姐|太太|老师|医生|经理|总监|主任|总|工)$/
const latinTitles = /^(?:mr|mrs|ms|miss|dr|prof|sir|madam)\b\.?\s*/i

function readName(text: string): PersonName[] {
  const bareText = text.trim().replace(latinTitles, '')
  const signs = fold(bareText, 60)
  if (signs === '') return []
  if (![...signs].every(isDense)) {
    const sounds = wordsOf(bareText).slice(0, 6)
    return [{ signs: '', sounds, forth: sounds.join(''), back: [...sounds.slice(1), sounds[0]].join(''), isSurname: false }]
  }
  const short = signs.length > 1 ? signs.replace(honorific, '') : signs
  const own = short === '' ? signs : short
  const sounds = syllables(own)
  return [
    {
      signs: own,
      sounds,
      forth: sounds.join(''),
      back: [...sounds.slice(1), sounds[0]].join(''),
      isSurname: own.length === 1 && own !== signs,
    },
  ]
}

const said = {
  same: words('姓名相同', 'Same name'),
  spoken: words('姓名读音相同', 'The names sound the same'),
  swapped: words('姓和名颠倒后相同', 'Same name with given and family name changed about'),
  slip: words('姓名只差一个字', 'The names differ by one character'),
  surname: words('姓氏相同', 'Same surname'),
  alike: words('姓名相近', 'Similar names'),
  different: words('姓名不同', 'Different names'),
}

/** Of a million people some hundred share a name of two characters, a dozen one of three (全国姓名报告, Ministry of Public Security). */
const nameBits = [0, 3, 10.5, 14, 16]
const bitsOf = (name: PersonName): number => nameBits[Math.min(name.sounds.length, 4)]!

/** A word of a name in letters says no more than a surname does. */
const partBits = (word: string): number => Math.min(7.5, 1 + 1.4 * word.length)

const different = finding(said.different, weigh(0.01, 0.98), { atMost: 'perhaps' })
const otherGiven = finding(said.surname, weigh(0.02, 0.4))
const surname = finding(said.surname, weigh(0.9, 0.05))

function compareSigns(a: PersonName, b: PersonName): Finding {
  if (a.isSurname || b.isSurname) return a.signs[0] === b.signs[0] ? surname : different
  if (a.signs === b.signs) return finding(said.same, bitsOf(a))
  if (a.forth === b.forth && a.sounds.length === b.sounds.length) return finding(said.spoken, bitsOf(a) - 4.5)
  if (a.signs[0] !== b.signs[0]) return different
  return a.signs.length >= 3 && edits(a.signs, b.signs, 1) === 1 ? slip : otherGiven
}
const slip = finding(said.slip, weigh(0.05, 0.012))

function compareLetters(a: PersonName, b: PersonName): Finding {
  const { bits, share } = compareWordLists(a.sounds, b.sounds, partBits)
  if (share < 0.4) return different
  const isTurned = a.sounds.length > 1 && a.sounds[0] === b.sounds.at(-1) && a.sounds.at(-1) === b.sounds[0] && a.forth !== b.forth
  if (isTurned) return finding(said.swapped, bits - 1)
  if (a.forth === b.forth) return finding(said.same, bits)
  return finding(said.alike, share > 0.99 ? bits - 1 : bits * share - 4 * (1 - share))
}

function comparePersons(a: PersonName, b: PersonName): Finding {
  if (a.signs !== '' && b.signs !== '') return compareSigns(a, b)
  if (a.signs === '' && b.signs === '') return compareLetters(a, b)
  if (a.forth !== b.forth && a.forth !== b.back && a.back !== b.forth) return different
  return finding(said.spoken, (a.signs === '' ? bitsOf(b) : bitsOf(a)) - 3.5)
}

/** Names of human beings, in characters, in pinyin and in letters. */
export const person: Comparison<PersonName> = {
  read(typed) {
    const clean = plain(typed.slice(0, 120))
    const inner = /\(([^()]{2,})\)/.exec(clean)
    const outer = inner ? clean.replace(inner[0], ' ') : clean
    return inner ? [...readName(outer), ...readName(inner[1]!)].slice(0, 2) : readName(clean)
  },
  keys: (name) =>
    name.isSurname || name.sounds.length < 2 ? [] : [`n:${[...name.sounds].sort().join(' ')}`, `n:${name.forth}`, `n:${name.back}`],
  coarse: (name) => (name.signs === '' ? name.sounds.map(soundOf) : [name.forth, name.sounds[0]!]),
  compare: comparePersons,
}

import { isDense } from '#engine/text/folding.ts'
import { plain } from '#engine/text/normal.ts'
import { words } from '#engine/text/words.ts'
import { wordsOf } from './fold.ts'
import { finding, weigh, type Comparison, type Finding } from './evidence.ts'
import { soundOf } from './likeness.ts'
import { placeAtHead } from './places.ts'
import { compareWordLists } from './word-list.ts'

/** Where something stands: the words of its street and town, and its numbers. */
interface Address {
  words: readonly string[]
  /** The number of the house, and those behind it. */
  house: string
  numbers: readonly string[]
  all: string
}

/** Kinds of streets, points of the compass and what else every second address holds; English ones as the US Postal Service shortens them (Publication 28). */
const filler = new Set(
  'st street str ave av avenue rd road blvd blv boulevard dr drive ln lane pl place sq square ct court cres crescent cct circuit hwy highway pkwy parkway way close terrace n s e w ne nw se sw north south east west northeast northwest southeast southwest apt apartment suite ste unit fl floor flat no city the and of'.split(
    ' ',
  ),
)
const ordinals = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ').map((word, i) => [word, String(i + 1)]),
)
/** "2450 Broadway, between 90th and 91st": what follows describes. */
const describing = new Set(['between', 'near', 'at', 'off', 'opposite', 'behind', 'corner'])

const chineseFiller = /[省市区县镇乡村路街道巷弄号幢栋座楼层室单元附近]/g

function readLetters(list: readonly string[]): [words: string[], numbers: string[]] {
  const found: string[] = []
  const numbers: string[] = []
  for (const word of list) {
    if (describing.has(word) && found.length > 0) break
    const number = ordinals.get(word) ?? /^(\d+)(?:st|nd|rd|th)?$/.exec(word)?.[1]
    if (number) {
      if (numbers.length > 0) found.push(number)
      numbers.push(number)
    } else if (!filler.has(word)) found.push(word)
  }
  return [found, numbers]
}

/** Chinese streets have no spaces: neighbouring characters are taken for words, without 省市区 before them and 路号 between them. */
function readChinese(text: string): [words: string[], numbers: string[]] {
  const numbers = [...text.matchAll(/\d+/g)].map((match) => match[0])
  const parts = text.split(/\d+|[a-z]+|[省市区县镇乡村路街道巷弄号幢栋座楼层室]/)
  const found = parts.flatMap((part) => {
    const signs = part.replace(chineseFiller, '')
    return signs.length < 2 ? [] : Array.from({ length: signs.length - 1 }, (_, i) => signs.slice(i, i + 2))
  })
  return [[...new Set(found)], numbers]
}

/** Without 浙江省杭州市西湖区, which some write and some do not; 延安路 is a street all the same. */
function withoutPlace(text: string): string {
  const rest = text.slice(placeAtHead(text)?.length ?? 0)
  return (/^[路街大道巷]/.test(rest) ? text : rest).replace(/^[\u4e00-\u9fff]{2,3}?[区县旗]/, '')
}

function readAddress(typed: string): Address[] {
  const list = wordsOf(plain(typed.slice(0, 300)))
  const joined = list.join('')
  const isChinese = list.some(isDense)
  const [found, numbers] = isChinese ? readChinese(withoutPlace(joined)) : readLetters(list)
  if (found.length === 0) return []
  return [{ words: found.slice(0, 14), house: numbers[0] ?? '', numbers, all: [...found, ...numbers].join(' ') }]
}

const said = {
  same: words('地址相同', 'Same address'),
  house: words('街道和门牌相同', 'Same street and number'),
  alike: words('地址相近', 'Similar addresses'),
  street: words('街道相同，门牌不同', 'Same street, another number'),
  different: words('地址不同', 'Different addresses'),
}
const found = {
  same: finding(said.same, weigh(0.4, 1.5e-4)),
  house: finding(said.house, weigh(0.3, 3e-4)),
  alike: finding(said.alike, weigh(0.2, 4e-3)),
  street: finding(said.street, weigh(0.06, 0.012)),
  vague: finding(said.alike, weigh(0.15, 0.08)),
  different: finding(said.different, weigh(0.1, 0.9)),
}

function compareAddresses(a: Address, b: Address): Finding {
  if (a.all === b.all) return found.same
  const { share, most, bits } = compareWordLists(a.words, b.words)
  if (share < 0.35) return found.different
  const isHouse = a.house !== '' && a.house === b.house
  if (share > 0.8 && bits > 7) {
    if (isHouse) return most > 0.85 ? found.same : found.house
    return a.house === '' || b.house === '' || a.numbers.includes(b.house) || b.numbers.includes(a.house) ? found.alike : found.street
  }
  if (isHouse) return share > 0.5 ? found.house : found.alike
  return share > 0.6 ? found.vague : found.different
}

/** Postal addresses, Chinese and in letters, as people write them. */
export const address: Comparison<Address> = {
  read: readAddress,
  keys: ({ words: list, house, numbers }) => {
    if (house === '') return []
    const last = numbers.at(-1)!
    return [
      ...list.slice(0, 2).map((word) => `h:${house} ${/^[a-z]/.test(word) ? soundOf(word) : word}`),
      ...(last === house ? [] : [`h:${house} ${last}`]),
    ]
  },
  coarse: ({ words: list, house }) => (house === '' ? list.slice(0, 2) : [house, ...list.slice(0, 2)]),
  compare: compareAddresses,
}

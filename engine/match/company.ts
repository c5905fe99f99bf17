import { words } from '#engine/text/words.ts'
import { readCompanyName, type CompanyName } from './company-name.ts'
import { finding, weigh, type Comparison, type Finding } from './evidence.ts'
import { commonRun, edits, isShortFor, soundOf } from './likeness.ts'
import { compareWordLists, wordBits } from './word-list.ts'
import { comparePlaces } from './places.ts'

const said = {
  whole: words('名称相同', 'Same name'),
  bare: words('名称去掉公司形式和地区后相同', 'Same name without legal form and place'),
  core: words('字号相同', 'Same distinctive part of the name'),
  within: words('一方的字号包含在另一方的名称中', 'The distinctive part of one stands in the name of the other'),
  spoken: words('字号读音相同', 'The names sound the same'),
  short: words('一方像是另一方的简称', 'One looks like the short name of the other'),
  slip: words('字号只差一个字', 'The names differ by one sign'),
  alike: words('名称相近', 'Similar names'),
  different: words('名称不同', 'Different names'),
  figures: words('名称中的数字不同', 'Different numbers in the names'),
  branch: words('分支机构不同', 'Different branches'),
  headOffice: words('一方是分支机构，一方不是', 'One is a branch, the other is not'),
  group: words('一方是集团，一方不是', 'One is a group, the other is not'),
  form: words('公司形式不同', 'Different legal forms'),
  place: words('名称中的地区不同', 'Different places in the names'),
  samePlace: words('名称中的地区相同', 'Same place in the names'),
  trade: words('行业用词不同', 'Different lines of business in the names'),
  sameTrade: words('行业用词相同', 'Same lines of business in the names'),
}

/**
 * How many bits a run of Chinese signs tells: about five for each of the first, fewer for those behind, as they hang together. Of companies
 * one in some thousand bears a certain core of two signs, one in some hundred thousand one of four.
 */
const signBits = [0, 4, 10.5, 14.5, 17, 18.5, 19.5, 20]
const bitsOf = (signs: string, isDense: boolean): number => (isDense ? signBits[Math.min(signs.length, 7)]! : wordBits(signs))

/** What of the lines of business agrees. A name that leaves them out says nothing against. */
function compareTrades(a: CompanyName, b: CompanyName): Finding[] {
  if (a.trades.length === 0 || b.trades.length === 0) return []
  return [a.trades.some((trade) => b.trades.includes(trade)) ? sameTrade : otherTrade]
}
const sameTrade = finding(said.sameTrade, weigh(0.7, 0.25))
const otherTrade = finding(said.trade, weigh(0.25, 0.75))

/** What the cores tell, of two that need not be the same: no more than the lesser one does. */
const lesserBits = (a: CompanyName, b: CompanyName): number => Math.min(bitsOf(a.core, a.isDense), bitsOf(b.core, b.isDense))

function compareCores(a: CompanyName, b: CompanyName): Finding | undefined {
  const bits = lesserBits(a, b)
  const trades = Math.min(a.trades.length, b.trades.length)
  // A registered name in full is given once in a province, and hardly twice in the country.
  const registered = a.form && a.form !== 'company' && a.form === b.form ? 3 : 0
  if (a.whole === b.whole)
    return finding(
      said.whole,
      bits + registered + Math.min(6, 2 + (a.isDense ? a.whole.length - Math.max(a.core.length, b.core.length) : trades)),
    )
  if (a.full === b.full) return finding(said.bare, bits + Math.min(4, 1 + 1.5 * trades))
  if (a.core === b.core) return finding(said.core, bits, { also: compareTrades(a, b) })
  return undefined
}

/** The shorter core first, and equally long ones in one order: it comes out the same both ways round. */
const inOrder = (a: CompanyName, b: CompanyName): [CompanyName, CompanyName] =>
  a.core.length < b.core.length ||
  (a.core.length === b.core.length &&
    (a.core < b.core || (a.core === b.core && (a.full < b.full || (a.full === b.full && a.whole < b.whole)))))
    ? [a, b]
    : [b, a]

/** Of two names of which one is at least as long: is the short one's core a part of the other? */
function compareWithin(short: CompanyName, long: CompanyName): Finding | undefined {
  if (short.core.length < (short.isDense ? 2 : 4) || short.core.length > long.full.length) return undefined
  const at = long.full.indexOf(short.core)
  if (at < 0) return undefined
  const isInCore = at + short.core.length <= long.core.length
  const off = !isInCore ? 4 : at === 0 ? 1.5 : 2.5
  return finding(said.within, bitsOf(short.core, short.isDense) - off, { also: isInCore ? compareTrades(short, long) : [] })
}

function compareSpoken(a: CompanyName, b: CompanyName): Finding | undefined {
  if (a.spoken !== b.spoken || a.spoken.length < 4) return undefined
  const signs = a.isDense ? a.core : b.core
  return finding(said.spoken, bitsOf(signs, true) - (a.isDense && b.isDense ? 3 : 1.5), { also: compareTrades(a, b) })
}

function compareDense(a: CompanyName, b: CompanyName): Finding | undefined {
  const within = compareWithin(a, b) ?? compareWithin(b, a) ?? compareSpoken(a, b)
  if (within) return within
  const [brief, full] = a.full.length <= b.full.length ? [a, b] : [b, a]
  if (isShortFor(brief.full, full.full)) {
    const isInCore = isShortFor(brief.core, full.core)
    return finding(said.short, bitsOf(brief.full.slice(0, isInCore ? 5 : 4), true) - 4)
  }
  if (a.core.length >= 3 && edits(a.core, b.core, 1) === 1)
    return finding(said.slip, bitsOf(a.core, true) - 5, { also: compareTrades(a, b) })
  const run = commonRun(a.core, b.core)
  if (run.length < 2) return undefined
  const share = run.length / a.core.length
  return finding(said.alike, bitsOf(run, true) * Math.sqrt(share) - 5)
}

function compareLatin(a: CompanyName, b: CompanyName): Finding | undefined {
  const { bits, share } = compareWordLists(a.words, b.words)
  if (share >= 0.999) return finding(said.within, Math.min(bits - 1, 15), { also: compareTrades(a, b) })
  if (edits(a.core, b.core, 1) === 1 && a.core.length >= 6) return finding(said.slip, bitsOf(a.core, false) - 4)
  return share > 0.45 ? finding(said.alike, bits * share - 4) : undefined
}

/** Shops, works and schools of one owner are told apart by their numbers: 第一中学 is not 第二中学. */
const figure = /[〇零一二三四五六七八九十百\d]+/g
const figuresIn = ({ core }: CompanyName): string => core.match(figure)?.join(' ') ?? ''

/** Whether two names are numbers of one series: all else of them is the same. */
const isSeries = (a: CompanyName, b: CompanyName): boolean =>
  a.core !== b.core && figuresIn(a) !== '' && figuresIn(b) !== '' && a.core.replace(figure, '#') === b.core.replace(figure, '#')

function compareForms(a: CompanyName, b: CompanyName): Finding[] {
  const found: Finding[] = []
  const [ours, theirs] = [figuresIn(a), figuresIn(b)]
  if (ours && theirs && ours !== theirs) found.push(otherFigures)
  if (a.branch !== b.branch) {
    if (a.branch === '' || b.branch === '') found.push(headOffice)
    else if (!a.branch.includes(b.branch) && !b.branch.includes(a.branch)) found.push(otherBranch)
  }
  if (a.isGroup !== b.isGroup && a.form && b.form) found.push(group)
  else if (a.form && b.form && a.form !== b.form && a.form !== 'company' && b.form !== 'company') found.push(otherForm)
  if (a.place && b.place) {
    const places = comparePlaces(a.place, b.place)
    found.push(places === 'different' ? otherPlace : places === 'same' ? samePlace : inPlace)
  }
  return found
}
const otherFigures = finding(said.figures, weigh(0.002, 0.6), { atMost: 'perhaps' })
const series = finding(said.figures, weigh(0.004, 0.25), { atMost: 'perhaps' })
const headOffice = finding(said.headOffice, weigh(0.03, 0.3), { atMost: 'perhaps' })
const otherBranch = finding(said.branch, weigh(0.004, 0.9), { atMost: 'perhaps' })
const group = finding(said.group, weigh(0.05, 0.3), { atMost: 'perhaps' })
const otherForm = finding(said.form, weigh(0.06, 0.3), { atMost: 'perhaps' })
const otherPlace = finding(said.place, weigh(0.02, 0.8), { atMost: 'perhaps' })
// The towns of the customers are compared beside the names, and say nearly the same once more.
const samePlace = finding(said.samePlace, weigh(0.7, 0.4))
const inPlace = finding(said.samePlace, weigh(0.25, 0.2))
const different = finding(said.different, weigh(0.02, 0.98), { atMost: 'perhaps' })

/** Names that share no more than single signs: that speaks a little less against them than nothing at all. */
function farApart(a: CompanyName, b: CompanyName): Finding {
  if (!a.isDense || !b.isDense) return different
  const [short, long] = [a.core, b.core]
  let common = a.core[0] === b.core[0] ? 1 : 0
  for (const sign of short) if (long.includes(sign)) common++
  return common === 0 ? different : { ...different, bits: different.bits + (4 * common) / (short.length + 1) }
}

function compareNames(one: CompanyName, other: CompanyName): Finding {
  const [a, b] = inOrder(one, other)
  if (isSeries(a, b)) return series
  const found =
    compareCores(a, b) ?? (a.isDense && b.isDense ? compareDense(a, b) : a.isDense !== b.isDense ? compareSpoken(a, b) : compareLatin(a, b))
  if (!found || found.bits <= 0) return farApart(a, b)
  const forms = compareForms(a, b)
  return forms.length > 0 ? { ...found, also: [...(found.also ?? []), ...forms] } : found
}

/** Pairs of neighbouring signs: what two names of which one is cut short still share. */
const pairs = (signs: string): string[] => Array.from({ length: Math.max(0, signs.length - 1) }, (_, i) => signs.slice(i, i + 2))

/** Names of companies and other organisations, in Chinese and in letters. */
export const company: Comparison<CompanyName> = {
  read: readCompanyName,
  keys: (name) =>
    name.isDense
      ? [`c:${name.full}`, `c:${name.core}`, `s:${name.spoken}`, ...pairs(name.core.slice(0, 9)).map((pair) => `p:${pair}`)]
      : [`s:${name.core}`, ...name.words.filter((word) => word.length > 2).flatMap((word) => [`w:${word}`, `x:${soundOf(word)}`])],
  coarse: (name) =>
    name.isDense
      ? [name.core, `${name.core[0]}…`, `${name.full[0]}…${name.full.at(-1)}`, name.core.slice(0, 2), name.core.slice(-2)]
      : name.words.slice(0, 3),
  compare: compareNames,
}

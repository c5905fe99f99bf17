import { plain } from '#engine/text/normal.ts'
import { isDense } from '#engine/text/folding.ts'
import { syllables } from '#engine/text/pinyin.ts'
import { branchWords, chineseForms, fillers, latinForms, latinTrades, longestTrade, trades, type LegalForm } from './company-words.ts'
import { fold, wordsOf } from './fold.ts'
import { placeAtHead, placeAtTail, placeText } from './places.ts'

/** A company's name, taken apart: 浙江 · 绿野 · 环保科技 · 股份有限公司 · 上海分公司. */
export interface CompanyName {
  /** All its signs, folded. */
  whole: string
  /** What tells it from others, 字号: 绿野. */
  core: string
  /** The core with the lines of business behind it: 绿野环保科技. */
  full: string
  trades: readonly string[]
  form: LegalForm | undefined
  isGroup: boolean
  /** The branch that it is: 上海分公司. Empty for the company itself. */
  branch: string
  /** Where it says to be: "浙江/杭州". */
  place: string | undefined
  /** The core as it is spoken, in letters: luye. */
  spoken: string
  /** Words in letters that tell it from others. Empty where it is written in Chinese. */
  words: readonly string[]
  /** Characters, or a name in letters. */
  isDense: boolean
}

const chineseDigits = '零一二三四五六七八九'
const branchAtEnd = new RegExp(`(?:${branchWords})$`)
/** 的 is said, not registered; listed companies that lose money bear ST, new ones N or C. */
const marks = /^(?:\*?ST|[NC](?=[\u4e00-\u9fff]))\s*|(?:-[UWV]+|(?<=[\u4e00-\u9fff])[AB])$/g

/** Takes the legal form out of folded Chinese signs: what stands before it, which it is, and what stands behind. */
function splitForm(signs: string): { head: string; form: LegalForm | undefined; tail: string } {
  for (const [written, form] of chineseForms) {
    const at = signs.indexOf(written)
    // 分公司 and 子公司 are branches; 电子有限公司 is none.
    if (at > 0 && (written !== '公司' || !/[分子]$/.test(signs.slice(0, at))))
      return { head: signs.slice(0, at), form, tail: signs.slice(at + written.length) }
  }
  return { head: signs, form: undefined, tail: '' }
}

/** A branch named without a legal form before it: 绿野环保上海分公司, 平安银行宁波支行. */
function splitBranch(signs: string): [head: string, branch: string] {
  const word = branchAtEnd.exec(signs)?.[0]
  if (!word) return [signs, '']
  const before = signs.slice(0, -word.length)
  if (!/[分支]|办事处|代表处|营业/.test(word) && !/(?:银行|证券|保险|集团|大学|医院)$/.test(before)) return [signs, '']
  const place = placeAtTail(before)
  const length = place && place.length < before.length ? place.length : 0
  return before.length - length >= 2 ? [before.slice(0, before.length - length), signs.slice(before.length - length)] : [signs, '']
}

/** The lines of business at the end of a name, the last one first; at least two signs remain. */
function splitTrades(signs: string): [core: string, found: string[]] {
  const found: string[] = []
  let rest = signs
  for (let isFound = true; isFound;) {
    isFound = false
    for (let n = Math.min(longestTrade, rest.length - 2); n >= 1; n--) {
      const word = rest.slice(-n)
      const isFiller = fillers.has(word)
      if (!isFiller && !trades.has(word)) continue
      if (!isFiller) found.push(word)
      rest = rest.slice(0, -n)
      isFound = true
      break
    }
  }
  return trades.has(rest) || placeAtHead(rest)?.length === rest.length ? [signs, []] : [rest, found]
}

/** The place that a name begins or ends with, where something is left without it. */
function splitPlace(signs: string): [rest: string, place: string | undefined] {
  const head = placeAtHead(signs)
  if (head && signs.length - head.length >= 2 && !trades.has(signs.slice(head.length)))
    return [signs.slice(head.length), placeText(head.place)]
  const tail = placeAtTail(signs)
  if (tail && signs.length - tail.length >= 2) return [signs.slice(0, -tail.length), placeText(tail.place)]
  return [signs, undefined]
}

function readChinese(text: string, whole: string, asides: readonly string[]): CompanyName {
  const { head, form, tail } = splitForm(fold(text))
  const isGroup = head.endsWith('集团') || asides.includes('集团')
  const [company, ownBranch] = tail === '' ? splitBranch(head) : [head, tail]
  const [rest, headPlace] = splitPlace(company.replace(/集团$/, ''))
  const [core, found] = splitTrades(rest.replace(/集团$/, ''))
  let place = headPlace
  let aside = ''
  for (const note of asides) {
    const inBrackets = placeAtHead(note)
    if (inBrackets && inBrackets.length === note.length) place ??= placeText(inBrackets.place)
    else if (/[店铺部行]$|公司$|中心$/.test(note)) aside += note
  }
  const digits = (signs: string) => signs.replace(/\d/g, (digit) => chineseDigits[Number(digit)]!)
  return {
    whole,
    core: digits(core),
    full: digits(rest),
    trades: found,
    form: form ?? (asides.some((note) => note.includes('合伙')) ? 'partnership' : undefined),
    isGroup,
    branch: ownBranch + aside,
    place,
    spoken: syllables(digits(core), false).join(''),
    words: [],
    isDense: true,
  }
}

const isForm = (signs: string): boolean => chineseForms.some(([written]) => written.startsWith(signs))

function readLatin(text: string, whole: string, asides: readonly string[] = []): CompanyName {
  const all = wordsOf(text)
  let end = all.length
  let form: LegalForm | undefined
  let isGroup = false
  for (; end > 1; end--) {
    const word = all[end - 1]!
    const found = latinForms.get(word)
    if (found) form = form === undefined || form === 'company' ? found : form
    else if (word === 'group') isGroup = true
    else break
  }
  const named = all.slice(0, end)
  const own = named.filter((word) => !latinTrades.has(word))
  const words = own.length > 0 ? own : named
  const core = words.join('')
  return {
    whole,
    core,
    full: named.join(''),
    trades: own.length > 0 ? named.filter((word) => latinTrades.has(word)) : [],
    form,
    isGroup,
    branch: '',
    place: asides.find((note) => note.length > 2),
    spoken: core,
    words,
    isDense: false,
  }
}

const brackets = /[([【〔「]([^)\]】〕」]*)[)\]】〕」]/g
const latinRun = /[a-z][a-z0-9.&' -]*[a-z0-9]/i

/**
 * Every way in which a company's name may be read: as it stands; of a name in both scripts each by itself (晨星 Morningstar); what it
 * was called formerly (原…).
 */
export function readCompanyName(text: string): CompanyName[] {
  const clean = plain(text.slice(0, 200)).replace(/&\w+;/g, ' ').replace(marks, '')
  const asides: string[] = []
  const formerly: string[] = []
  const open = clean.replace(brackets, (_, inner: string) => {
    const former = /^(?:原|曾用名|formerly|f\/k\/a)[:\s]*(.{2,})$/i.exec(inner.trim())
    if (former) formerly.push(former[1]!)
    else asides.push(fold(inner))
    return ' '
  })
  const kept = fold(open) === '' ? clean : open
  const whole = fold(clean)
  if (whole === '') return []
  const signs = fold(kept)
  if (![...signs].some(isDense)) return [readLatin(kept, whole, asides)]
  const found = [readChinese(kept, whole, asides)]
  const letters = latinRun.exec(kept)?.[0]
  const dense = [...signs].filter(isDense).join('')
  if (letters) {
    const characters = dense.length >= 2 ? readChinese(dense, dense, asides) : undefined
    if (characters && !trades.has(characters.core) && !isForm(characters.core)) found.push(characters)
    found.push(readLatin(letters, fold(letters)))
  }
  return [...found, ...formerly.slice(0, 2).flatMap(readCompanyName)]
}

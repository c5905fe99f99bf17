import { readPhone } from '#engine/record/fields/phone/number.ts'
import type { Locale } from '#engine/text/words.ts'
import { unreadable } from './workbook.ts'

/**
 * Contact cards (vCard 2.1, 3.0 and 4.0: versit 1996, RFC 2426, RFC 6350) as lines of a table. A card says much that a table does not ask
 * for; numbers and addresses beyond the first of their kind are kept in the note, with their labels, so that nothing is lost.
 */

const headings: Record<Locale, readonly string[]> = {
  zh: ['姓名', '单位', '部门', '职位', '手机', '座机', '邮箱', '地址', '网址', '生日', '性别', '标签', '备注'],
  en: [
    'Name',
    'Company',
    'Department',
    'Position',
    'Mobile',
    'Telephone',
    'E-mail',
    'Address',
    'Website',
    'Birthday',
    'Gender',
    'Tags',
    'Note',
  ],
}

/** One property of a card: `item1.TEL;TYPE=CELL:138…`. */
interface Property {
  name: string
  group: string
  /** Types and labels in lower case: "cell", "pref". */
  types: string[]
  label: string
  value: string
}

const longest = 100_000
/** What stands in cards as pictures, sounds and keys. */
const heavy = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY'])

/** Cards as lines of a table, the first of which are headings. A card is called by the line of the file it begins in. */
export async function* readCards(text: AsyncIterable<string>, locale: Locale): AsyncGenerator<{ line: number; cells: string[] }> {
  yield { line: 1, cells: [...headings[locale]] }
  let card: { line: number; lines: string[]; depth: number; version: string } | undefined
  let last = 1
  for await (const { line, content } of physicalLines(text)) {
    const [, word = '', what = ''] = /^(BEGIN|END|VERSION)\s*:\s*(\S+)\s*$/i.exec(content) ?? []
    if (/^begin$/i.test(word) && /^vcard$/i.test(what)) {
      // A card may carry that of an agent within it.
      if (card) card.depth++
      else card = { line, lines: [], depth: 0, version: '3.0' }
    } else if (!card) {
      if (content.trim() !== '') throw unreadable(`第 ${line} 行不属于任何名片。`, `Line ${line} belongs to no contact card.`)
    } else if (/^end$/i.test(word) && /^vcard$/i.test(what)) {
      if (card.depth-- > 0) continue
      // Headings are line 1, and so may the first card be: it is called 2.
      last = Math.max(last + 1, card.line)
      yield { line: last, cells: cellsOf(propertiesOf(card.lines, card.version), locale) }
      card = undefined
    } else if (card.depth > 0) continue
    else if (/^version$/i.test(word)) card.version = what
    else addLine(card, content)
  }
  if (card) throw unreadable(`第 ${card.line} 行开始的名片没有结束。`, `The contact card that begins in line ${card.line} has no end.`)
}

async function* physicalLines(text: AsyncIterable<string>): AsyncGenerator<{ line: number; content: string }> {
  let rest = ''
  let line = 0
  for await (const piece of text) {
    const parts = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = parts.pop()!
    for (const content of parts) yield { line: ++line, content: line === 1 ? content.replace(/^\ufeff/, '') : content }
  }
  if (rest.trim() !== '') yield { line: line + 1, content: rest.replace(/\r$/, '') }
}

const isQuotedPrintable = (line: string) => /^[^:]*quoted-printable/i.test(line)

/** Puts folded lines together again: those that begin with a blank, and those behind the "=" of quoted-printable. */
function addLine(card: { lines: string[]; version: string }, content: string): void {
  const before = card.lines.at(-1)
  const join = (text: string) => (card.lines[card.lines.length - 1] = text.slice(0, longest))
  if (before !== undefined && isQuotedPrintable(before) && before.endsWith('=')) join(before.slice(0, -1) + content.replace(/^[ \t]/, ''))
  // Of the blank that folds a line, 2.1 keeps one: it folds between words.
  else if (before !== undefined && /^[ \t]/.test(content))
    join(before + (card.version === '2.1' && !/base64/i.test(before) ? ' ' : '') + content.slice(1))
  else card.lines.push(content)
}

function propertiesOf(lines: readonly string[], version: string): Property[] {
  const found = lines.flatMap((line) => propertyOf(line, version) ?? [])
  for (const property of found) {
    const label = property.group && found.find((other) => other.name === 'X-ABLABEL' && other.group === property.group)?.value
    // Apple writes its own labels as _$!<Mobile>!$_.
    if (label) property.label = label.replace(/^_\$!<(.*)>!\$_$/, '$1')
  }
  return found
}

function propertyOf(line: string, version: string): Property | undefined {
  const [, group = '', name = '', parameters = '', raw = ''] = /^(?:([\w-]+)\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/s.exec(line) ?? []
  if (!name || heavy.has(name.toUpperCase())) return undefined
  const types: string[] = []
  let [encoding, charset] = ['', 'utf-8']
  for (const parameter of parameters.match(/(?:"[^"]*"|[^";])+/g) ?? []) {
    const [, key = '', value = ''] = /^([\w-]+)=(.*)$/s.exec(parameter) ?? [parameter, '', parameter]
    const bare = value.replaceAll('"', '').trim()
    if (/^encoding$/i.test(key) || (key === '' && /^(quoted-printable|base64|8bit)$/i.test(bare))) encoding = bare.toLowerCase()
    else if (/^charset$/i.test(key)) charset = bare
    else if (/^pref$/i.test(key)) types.push('pref')
    else if (key === '' || /^type$/i.test(key)) types.push(...bare.toLowerCase().split(','))
  }
  const value = encoding === 'quoted-printable' ? unquoted(raw, charset) : raw
  return { name: name.toUpperCase(), group, types, label: '', value: version === '2.1' ? value.replace(/\\(?=[:,])/g, '') : value }
}

/** Quoted-printable in the character set that the property names. */
function unquoted(text: string, charset: string): string {
  const given = Buffer.from(text)
  const bytes: number[] = []
  for (let i = 0; i < given.length; i++) {
    const hex = given[i] === 0x3d ? given.toString('latin1', i + 1, i + 3) : ''
    if (/^[0-9A-F]{2}$/i.test(hex)) {
      bytes.push(Number.parseInt(hex, 16))
      i += 2
    } else bytes.push(given[i]!)
  }
  try {
    return new TextDecoder(charset).decode(Uint8Array.from(bytes))
  } catch {
    return new TextDecoder().decode(Uint8Array.from(bytes))
  }
}

/** Takes the escapes out of a text. */
const unescaped = (text: string): string => text.replace(/\\([\s\S])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign)).trim()

/** The parts of a name, an address, an organisation: parted by semicolons that are not escaped. */
const partsOf = (text: string): string[] => text.split(/(?<!\\)(?:\\\\)*;/).map(unescaped)

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

function nameOf(all: (name: string) => Property[]): string {
  const full = unescaped(all('FN')[0]?.value ?? '')
  if (full) return full.replace(/\s+/g, ' ')
  const [family = '', given = '', middle = ''] = partsOf(all('N')[0]?.value ?? '')
  return (hasHan(family + given) ? [family, given].join('') : [given, middle, family].filter(Boolean).join(' ')).replace(/\s+/g, ' ').trim()
}

function addressOf(value: string): string {
  const [box = '', more = '', street = '', town = '', region = '', code = '', country = ''] = partsOf(value).map((part) =>
    part.replace(/\s*\n\s*/g, ' '),
  )
  const ordered = hasHan(value)
    ? [country === '中国' ? '' : country, region, town, street, more, box]
    : [box, more, street, town, region, code, country]
  return ordered.filter(Boolean).join(hasHan(value) ? '' : ', ')
}

const isPreferred = ({ types }: Property): boolean => types.includes('pref')
const labelOf = ({ label, types }: Property): string =>
  label || types.filter((type) => !['pref', 'voice', 'internet'].includes(type)).join(' ')
const numberOf = ({ value }: Property): string => unescaped(value).replace(/^tel:/i, '').replace(/;ext=/i, ' ext ')

const isMobile = (property: Property): boolean =>
  property.types.includes('cell') ||
  /手机|移动|mobile|iphone|cell/i.test(property.label) ||
  readPhone(numberOf(property))?.kind === 'mobile'
const isFax = ({ types, label }: Property): boolean => types.includes('fax') || types.includes('pager') || /传真|fax/i.test(label)

/** 1980-03-22, 19800322 and 1980-03-22T00:00:00Z as the day; a birthday without its year stays as it is written. */
const birthdayOf = (value: string): string =>
  value
    .trim()
    .replace(/T.*$/, '')
    .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')

function cellsOf(properties: readonly Property[], locale: Locale): string[] {
  // The preferred first, the others in their order.
  const all = (name: string) => {
    const found = properties.filter((property) => property.name === name && property.value.trim() !== '')
    return [...found.filter(isPreferred), ...found.filter((property) => !isPreferred(property))]
  }
  const first = (name: string) => unescaped(all(name)[0]?.value ?? '')
  const [company = '', ...departments] = partsOf(all('ORG')[0]?.value ?? '')
  const phones = all('TEL')
  const mobile = phones.find((phone) => isMobile(phone) && !isFax(phone))
  const telephone = phones.find((phone) => phone !== mobile && !isMobile(phone) && !isFax(phone))
  const [mail, ...mails] = all('EMAIL')
  const [address, ...addresses] = all('ADR')
  const others = [
    ...phones.filter((phone) => phone !== mobile && phone !== telephone).map((phone) => [phone, numberOf(phone)] as const),
    ...mails.map((one) => [one, unescaped(one.value)] as const),
    ...addresses.map((one) => [one, addressOf(one.value)] as const),
  ]
    .filter(([, text]) => text !== '')
    .map(([property, text]) => `${labelOf(property) || (locale === 'zh' ? '其他' : 'other')}${locale === 'zh' ? '：' : ': '}${text}`)
  return [
    nameOf(all),
    company,
    departments.filter(Boolean).join(' '),
    first('TITLE') || first('ROLE'),
    mobile ? numberOf(mobile) : '',
    telephone ? numberOf(telephone) : '',
    mail ? unescaped(mail.value) : '',
    address ? addressOf(address.value) : '',
    first('URL'),
    birthdayOf(first('BDAY')),
    first('GENDER').replace(/;.*$/s, '') || first('X-GENDER'),
    first('CATEGORIES'),
    [...all('NOTE').map((note) => unescaped(note.value)), ...others].filter(Boolean).join('\n'),
  ]
}

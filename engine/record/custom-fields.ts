import { say, words, type Words } from '#engine/text/words.ts'
import { choicesOf, offered, type ChoiceRow } from './choice-lists.ts'
import { Unreadable, type Field, type Fields } from './field.ts'
import {
  choice,
  choices,
  day,
  decimal,
  email,
  instant,
  integer,
  kindOf,
  link,
  links,
  money,
  note,
  percent,
  phone,
  region,
  text,
  url,
  wordsField,
  yesNo,
} from './fields/index.ts'

/** The kinds that a field added at run time may have. */
export const customKinds = {
  text: words('文本', 'Text'),
  note: words('长文本', 'Long text'),
  words: words('双语文本', 'Text in two languages'),
  integer: words('整数', 'Whole number'),
  decimal: words('数字', 'Number'),
  percent: words('百分比', 'Percent'),
  money: words('金额', 'Money'),
  yesNo: words('是否', 'Yes or no'),
  choice: words('单选', 'Choice'),
  choices: words('多选', 'Several choices'),
  day: words('日期', 'Day'),
  instant: words('时间', 'Time'),
  phone: words('电话', 'Phone'),
  email: words('邮箱', 'E-mail'),
  url: words('网址', 'Web address'),
  region: words('省市区', 'Chinese region'),
  link: words('关联', 'Link'),
  links: words('多个关联', 'Several links'),
} satisfies Record<string, Words>

export type CustomKind = keyof typeof customKinds

/** What an index makes of a custom field: lists can be filtered by it, and ordered as well; nothing for long texts. */
export const indexGives: Record<CustomKind, 'filter and order' | 'filter' | 'nothing'> = {
  text: 'filter and order',
  note: 'nothing',
  words: 'nothing',
  integer: 'filter and order',
  decimal: 'filter and order',
  percent: 'filter and order',
  money: 'filter and order',
  yesNo: 'filter',
  choice: 'filter',
  choices: 'filter',
  day: 'filter and order',
  instant: 'filter and order',
  phone: 'filter',
  email: 'filter',
  url: 'filter',
  region: 'filter and order',
  link: 'filter',
  links: 'filter',
}

/** Those of them that the search may look into. */
export const searchableKinds = ['text', 'phone', 'email'] as const

/** A custom field as an administrator wrote it down. */
export interface CustomFieldRow {
  record: string
  name: string
  kind: string
  label: Words
  isSearchable: boolean
  hint: Words | null
  isRequired: boolean
  choices: readonly ChoiceRow[]
  /** The record type a link leads to. */
  to: string | null
  /** What a new record begins with, as one would write it into a file. */
  initial: string | null
  /** Further headings by which the import knows it. */
  aliases: readonly string[]
  unit: Words | null
  min: string | null
  max: string | null
  isGuarded: boolean
  isCard: boolean
  /** The field that decides whether this one is asked for, and its values. */
  onlyWhenField: string | null
  onlyWhenIs: readonly string[]
  isIndexed: boolean
  indexState: 'none' | 'building' | 'ready' | 'failed'
}

const makers: Record<CustomKind, (row: CustomFieldRow, options: never) => Field> = {
  text: (_, options) => text(options),
  note: (_, options) => note(options),
  words: (_, options) => wordsField(options),
  integer: (_, options) => integer(options),
  decimal: (_, options) => decimal(options),
  percent: (_, options) => percent(options),
  money: (_, options) => money(options),
  yesNo: (_, options) => yesNo(options),
  choice: (_, options) => choice(options),
  choices: (_, options) => choices(options),
  day: (_, options) => day(options),
  instant: (_, options) => instant(options),
  phone: (_, options) => phone(options),
  email: (_, options) => email(options),
  url: (_, options) => url(options),
  region: (_, options) => region(options),
  link: ({ to }, options) => link(to ?? '', options),
  links: ({ to }, options) => links(to ?? '', options),
}

const both = (text: Words): Words => ({ zh: say(text, 'zh'), en: say(text, 'en') })
const isSaid = (text: Words | null): text is Words => text !== null && say(text, 'zh') !== ''

/** Options that only some kinds have. */
function ownOptions(row: CustomFieldRow): Record<string, unknown> {
  switch (row.kind) {
    case 'choice':
    case 'choices':
      return { choices: choicesOf(row.choices) }
    case 'integer':
      return { ...bounds(row, Number), ...(isSaid(row.unit) ? { unit: both(row.unit) } : {}) }
    case 'decimal':
      return { ...bounds(row, String), ...(isSaid(row.unit) ? { unit: both(row.unit) } : {}) }
    case 'percent':
    case 'money':
      return bounds(row, String)
    default:
      return {}
  }
}

const bounds = ({ min, max }: CustomFieldRow, as: (value: string) => unknown) => ({
  ...(min === null ? {} : { min: as(min) }),
  ...(max === null ? {} : { max: as(max) }),
})

/** The field that a row describes. Throws `Unreadable` with the reason where it describes none. */
export function customFieldOf(row: CustomFieldRow): Field {
  if (!Object.hasOwn(makers, row.kind)) throw new Unreadable(words('没有这种类型', 'there is no such kind'))
  const kind = row.kind as CustomKind
  if (kind.startsWith('choice') && offered(choicesOf(row.choices)).length === 0)
    throw new Unreadable(words('至少要有一个可选的选项', 'a choice needs at least one choice to offer'))
  if (kind.startsWith('link') && !row.to) throw new Unreadable(words('选择关联到哪种对象', 'say which record type it links to'))
  const isReady = row.isIndexed && row.indexState === 'ready'
  const gives = indexGives[kind]
  const options = {
    ...both(row.label),
    ...(row.isRequired ? { required: true } : {}),
    ...(isSaid(row.hint) ? { hint: both(row.hint) } : {}),
    ...(row.isSearchable && searchableKinds.some((one) => one === kind) ? { searchable: true } : {}),
    ...(row.aliases.length > 0 ? { aliases: row.aliases } : {}),
    ...(row.isGuarded ? { guarded: true } : {}),
    ...(row.isCard ? { card: true } : {}),
    ...(row.onlyWhenField ? { onlyWhen: { field: row.onlyWhenField, is: row.onlyWhenIs } } : {}),
    // Order keys are kept from the moment an index is asked for, so that none is missing when it is there.
    ...(row.isIndexed && gives !== 'nothing' ? { isKeyed: true } : {}),
    ...(isReady && gives !== 'nothing' ? { filterable: true } : {}),
    ...(isReady && gives === 'filter and order' ? { sortable: true } : {}),
    ...ownOptions(row),
  }
  const field = makers[kind](row, options as never)
  const fallback = initialOf(field, row.initial)
  return fallback === undefined ? field : { kind: field.kind, options: { ...field.options, default: fallback } }
}

/** What a new record begins with. Throws `Unreadable` where the field does not take it. */
function initialOf(field: Field, initial: string | null): unknown {
  if (initial === null || field.kind === 'link' || field.kind === 'links') return undefined
  const kind = kindOf(field)
  const { value } = kind.read(initial, field.options)
  const checked = kind.schema(field.options).safeParse(value)
  if (!checked.success) throw new Unreadable(words(`默认值“${initial}”不符合要求`, `the default "${initial}" does not fit`))
  const known = (field.options as { choices?: ReturnType<typeof choicesOf> }).choices
  return known && [checked.data].flat().some((code) => known[code as string]?.isRetired) ? undefined : checked.data
}

/** The custom fields of all record types. A row that describes no field is left out: it must not keep the product from starting. */
export function customFieldsOf(rows: readonly CustomFieldRow[]): Map<string, Fields> {
  const found = new Map<string, Fields>()
  for (const row of rows) {
    const field = fieldOrNone(row) ?? fieldOrNone({ ...row, initial: null })
    if (field) found.set(row.record, { ...found.get(row.record), [row.name]: field })
  }
  return found
}

/** Only a row written past the actions describes no field. */
function fieldOrNone(row: CustomFieldRow): Field | undefined {
  try {
    return customFieldOf(row)
  } catch {
    return undefined
  }
}

import { say, words, type Words } from '#engine/text/words.ts'
import type { Field, Fields } from './field.ts'
import {
  choice,
  choices,
  day,
  decimal,
  email,
  instant,
  integer,
  kindOf,
  money,
  note,
  percent,
  phone,
  text,
  url,
  yesNo,
} from './fields/index.ts'

/** The kinds that a field added at run time may have. */
export const customKinds = {
  text: words('文本', 'Text'),
  note: words('长文本', 'Long text'),
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
} satisfies Record<string, Words>

/** Those of them that the search may look into. */
export const searchableKinds = ['text', 'phone', 'email'] as const

/** A custom field as an administrator wrote it down. */
export interface CustomFieldRow {
  record: string
  name: string
  kind: string
  label: Words
  isRequired: boolean
  isSearchable: boolean
  choices: readonly { code: string; zh: string; en: string | null }[]
  hint: Words | null
}

const makers: Record<string, (options: never) => Field> = {
  text,
  note,
  integer,
  decimal,
  percent,
  money,
  yesNo,
  choice,
  choices,
  day,
  instant,
  phone,
  email,
  url,
}

/** The field that a row describes. Throws with the reason where it describes none. */
export function customFieldOf(row: CustomFieldRow): Field {
  const make = makers[row.kind]
  if (!make) throw new Error(`there is no kind "${row.kind}"`)
  const label = { zh: say(row.label, 'zh'), en: say(row.label, 'en') }
  const options = {
    ...label,
    ...(row.isRequired ? { required: true } : {}),
    ...(row.isSearchable && searchableKinds.some((kind) => kind === row.kind) ? { searchable: true } : {}),
    ...(row.hint && say(row.hint, 'zh') ? { hint: { zh: say(row.hint, 'zh'), en: say(row.hint, 'en') } } : {}),
    ...(row.kind.startsWith('choice')
      ? { choices: Object.fromEntries(row.choices.map(({ code, zh, en }) => [code, { zh, en: en || zh }])) }
      : {}),
  }
  const field = make(options as never)
  const fault = kindOf(field).check?.(field.options)
  if (fault) throw new Error(fault)
  return field
}

/** The custom fields of all record types. A row that describes no field is left out: it must not keep the product from starting. */
export function customFieldsOf(rows: readonly CustomFieldRow[]): Map<string, Fields> {
  const found = new Map<string, Fields>()
  for (const row of rows) {
    try {
      const fields = found.get(row.record) ?? {}
      fields[row.name] = customFieldOf(row)
      found.set(row.record, fields)
    } catch {
      // Refused at its creation; only a row written past the actions gets here.
    }
  }
  return found
}

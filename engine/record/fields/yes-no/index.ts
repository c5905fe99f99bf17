import { z } from 'zod'
import { Unreadable, type Field, type FieldKind, type FieldOptions } from '#engine/record/field.ts'
import { plain } from '#engine/text/normal.ts'
import { words } from '#engine/text/words.ts'

export interface YesNoOptions extends FieldOptions {
  default?: boolean
}

/** Yes or no; no unless said. */
export const yesNo = <const O extends YesNoOptions>(options: O): Field<boolean, true, O> => ({ kind: 'yesNo', options })

const yes = new Set(['是', '有', '对', '真', 'y', 'yes', 'true', 't', '1', '√', '✓', '✔'])
const no = new Set(['否', '无', '没有', '不', '错', '假', 'n', 'no', 'false', 'f', '0', '×', '✗'])

export const yesNoKind: FieldKind<YesNoOptions> = {
  name: 'yesNo',
  words: words('是否', 'Yes or no'),
  schema: () => z.boolean(),
  fault: () => words('应为“是”或“否”', 'Must be yes or no'),
  operators: ['eq'],
  read: (raw) => {
    const word = plain(raw).toLowerCase()
    if (yes.has(word)) return { value: true }
    if (no.has(word)) return { value: false }
    throw new Unreadable(words(`“${raw}”不是“是”或“否”`, `"${raw}" is neither yes nor no`))
  },
  show: (value: boolean, _options, locale) => (value ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' })[locale],
}

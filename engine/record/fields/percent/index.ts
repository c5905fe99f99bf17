import { Decimal } from 'decimal.js'
import { Unreadable, type Field, type FieldKind, type FieldOptions, type IsRequired } from '#engine/record/field.ts'
import { notNumber, sharedFault } from '#engine/record/fault.ts'
import { exact, readNumber } from '#engine/record/fields/decimal/index.ts'
import { plain } from '#engine/text/normal.ts'
import { words } from '#engine/text/words.ts'

export interface PercentOptions extends FieldOptions {
  min?: string
  max?: string
  default?: string
}

/** A share in per cent, carried as exact text: "12.5" is 12.5 %. */
export const percent = <const O extends PercentOptions>(options: O): Field<string, IsRequired<O>, O> => ({ kind: 'percent', options })

export const percentKind: FieldKind<PercentOptions> = {
  name: 'percent',
  words: words('百分比', 'Per cent'),
  schema: (options) => exact(4, options.min ?? '-1000000', options.max ?? '1000000'),
  fault: (issue) => sharedFault(issue) ?? notNumber,
  operators: ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'between', 'empty', 'notEmpty'],
  read: (raw) => {
    const text = plain(raw)
    const value = readNumber(text.replace(/\s*%$/, ''))
    if (!value) throw new Unreadable(words(`“${raw}”不是百分比`, `"${raw}" is not a percentage`))
    return { value: value.toFixed() }
  },
  show: (value: string) => `${new Decimal(value).toFixed()}%`,
  compare: (a: string, b: string) => new Decimal(a).cmp(b),
}

import { Decimal } from 'decimal.js'
import { Unreadable, type Field, type FieldKind, type FieldOptions, type IsRequired } from '#engine/record/field.ts'
import { notNumber, sharedFault } from '#engine/record/fault.ts'
import { groupDigits } from '#engine/record/fields/decimal/digits.ts'
import { exact, readNumber } from '#engine/record/fields/decimal/index.ts'
import { words } from '#engine/text/words.ts'

/** An amount in the currency of its document, exact, carried as text: "1234.50". Never a number. */
export type Money = string & { readonly '~money'?: true }

export interface MoneyOptions extends FieldOptions {
  min?: string
  max?: string
  default?: string
}

/** An amount of money. The currency is the document's: its `currency` field, else the company's. */
export const money = <const O extends MoneyOptions>(options: O): Field<Money, IsRequired<O>, O> => ({ kind: 'money', options })

export const moneyKind: FieldKind<MoneyOptions> = {
  name: 'money',
  words: words('金额', 'Amount'),
  schema: (options) => exact(2, options.min ?? '-9999999999999', options.max ?? '9999999999999'),
  fault: (issue) => sharedFault(issue) ?? notNumber,
  operators: ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'between', 'empty', 'notEmpty'],
  read: (raw) => {
    const value = readNumber(raw)
    if (!value) throw new Unreadable(words(`“${raw}”不是金额`, `"${raw}" is not an amount`))
    if (value.decimalPlaces() > 2) throw new Unreadable(words(`金额“${raw}”小数多于两位`, `the amount "${raw}" has more than two decimals`))
    return { value: value.toFixed() }
  },
  show: (value: string) => groupDigits(value, 2),
  mask: () => '***',
  compare: (a: string, b: string) => new Decimal(a).cmp(b),
}

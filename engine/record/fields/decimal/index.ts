import { Decimal } from 'decimal.js'
import { z } from 'zod'
import { Unreadable, type Field, type FieldKind, type FieldOptions, type IsRequired } from '#engine/record/field.ts'
import { notNumber, sharedFault } from '#engine/record/fault.ts'
import { plain } from '#engine/text/normal.ts'
import { words } from '#engine/text/words.ts'
import { groupDigits } from './digits.ts'

export interface DecimalOptions extends FieldOptions {
  /** Digits after the point; 4 unless said. */
  places?: number
  min?: string
  max?: string
  default?: string
  unit?: { zh: string; en: string }
}

/** An exact decimal number, carried as text ("12.50"), so that nothing is lost on the way. */
export const decimal = <const O extends DecimalOptions>(options: O): Field<string, IsRequired<O>, O> => ({ kind: 'decimal', options })

const shape = /^-?\d{1,16}(\.\d{1,10})?$/

/** The schema of an exact number in text form with bounds and a number of places; numbers are accepted and kept as text. */
export const exact = (places: number, min?: string, max?: string) =>
  z
    .union([z.string(), z.number()])
    .transform((value) => (typeof value === 'number' ? new Decimal(value).toFixed() : value.trim()))
    .pipe(
      z
        .string()
        .regex(shape, { error: 'number', abort: true })
        .refine((value) => new Decimal(value).decimalPlaces() <= places, { error: `places:${places}` })
        .refine((value) => min === undefined || new Decimal(value).gte(min), { error: `min:${min}` })
        .refine((value) => max === undefined || new Decimal(value).lte(max), { error: `max:${max}` }),
    )
    .transform((value) => new Decimal(value).toFixed())

/** Reads "1,234.50", "(500.00)" as a negative, "1.2万", "￥1,000" and full-width spellings. Null where it is no number. */
export function readNumber(raw: string): Decimal | null {
  let digits = plain(raw)
    .replace(/^(CNY|RMB|USD|[¥￥$€£])\s*/i, '')
    .replace(/\s*(元|人民币|CNY|RMB)$/i, '')
  const negative = /^\(.*\)$/.test(digits) || digits.startsWith('-') || digits.startsWith('−')
  digits = digits
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^[-−+]/, '')
    .replace(/^[¥￥$€£]\s*/, '')
  const unit = /[万亿]$/.exec(digits)?.[0]
  digits = digits.replace(/[万亿]$/, '').trim()
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) digits = digits.replaceAll(',', '')
  if (!/^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(digits) || digits.length > 30) return null
  const value = new Decimal(digits).mul(unit === '万' ? 10_000 : unit === '亿' ? 100_000_000 : 1)
  return negative ? value.neg() : value
}

export const decimalKind: FieldKind<DecimalOptions> = {
  name: 'decimal',
  words: words('小数', 'Decimal number'),
  schema: (options) => exact(options.places ?? 4, options.min, options.max),
  fault: (issue) => sharedFault(issue) ?? notNumber,
  operators: ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'between', 'empty', 'notEmpty'],
  read: (raw) => {
    const value = readNumber(raw)
    if (!value) throw new Unreadable(words(`“${raw}”不是数字`, `"${raw}" is not a number`))
    return { value: value.toFixed() }
  },
  show: (value: string) => groupDigits(value),
  compare: (a: string, b: string) => new Decimal(a).cmp(b),
}

import { z } from 'zod'
import { Unreadable, type Field, type FieldKind, type FieldOptions, type IsRequired } from '#engine/record/field.ts'
import { sharedFault } from '#engine/record/fault.ts'
import { plain } from '#engine/text/normal.ts'
import { words } from '#engine/text/words.ts'

export interface IntegerOptions extends FieldOptions {
  min?: number
  max?: number
  default?: number
  unit?: { zh: string; en: string }
  /** Shown without thousands separators: a year, a floor. */
  bare?: boolean
}

/** A whole number. */
export const integer = <const O extends IntegerOptions>(options: O): Field<number, IsRequired<O>, O> => ({ kind: 'integer', options })

export const integerKind: FieldKind<IntegerOptions> = {
  name: 'integer',
  words: words('整数', 'Whole number'),
  schema: (options) =>
    z
      .int()
      .min(options.min ?? -2_147_483_648)
      .max(options.max ?? 2_147_483_647),
  fault: (issue) => sharedFault(issue) ?? words('应为整数', 'Must be a whole number'),
  operators: ['eq', 'ne', 'in', 'lt', 'lte', 'gt', 'gte', 'between', 'empty', 'notEmpty'],
  read: (raw) => {
    const digits = plain(raw)
      .replace(/^[+]/, '')
      .replace(/(?<=\d)[,，](?=\d{3}(\D|$))/g, '')
      .replace(/[人个家户台件年岁]$/, '')
      .replace(/\.0+$/, '')
    if (!/^-?\d{1,10}$/.test(digits)) throw new Unreadable(words(`“${raw}”不是整数`, `"${raw}" is not a whole number`))
    return { value: Number(digits) }
  },
  show: (value: number, options, locale) => (options.bare ? String(value) : value.toLocaleString(locale === 'zh' ? 'zh-CN' : 'en')),
}

import { z } from 'zod'
import { compareText, Unreadable, type Field, type FieldKind, type FieldOptions, type IsRequired } from '#engine/record/field.ts'
import { words } from '#engine/text/words.ts'
import { dialled, maskPhone, readPhone, showPhone, type PhoneNumber } from './number.ts'

export interface PhoneOptions extends FieldOptions {
  /** Only numbers of mobile telephones. */
  mobileOnly?: boolean
}

/** A telephone number, kept in one spelling whatever was typed. */
export const phone = <const O extends PhoneOptions>(options: O): Field<PhoneNumber, IsRequired<O>, O> => ({ kind: 'phone', options })

export const phoneKind: FieldKind<PhoneOptions> = {
  name: 'phone',
  words: words('电话', 'Telephone'),
  schema: (options) =>
    z
      .string()
      .max(60)
      .refine((value) => readPhone(value) !== null, { error: 'phone' })
      .refine((value) => !options.mobileOnly || ['mobile', 'foreign'].includes(readPhone(value)?.kind ?? 'mobile'), { error: 'mobile' })
      .transform((value) => readPhone(value)!.number),
  fault: (issue) =>
    issue.message === 'mobile'
      ? words('不是手机号码', 'Not a mobile number')
      : words('不是完整的电话号码（座机请带区号）', 'Not a complete telephone number (landlines need their area code)'),
  operators: ['eq', 'in', 'empty', 'notEmpty'],
  read: (raw, options) => {
    const found = readPhone(raw)
    if (!found)
      throw new Unreadable(
        words(`“${raw}”不是完整的电话号码（座机请带区号）`, `"${raw}" is not a complete telephone number (landlines need their area code)`),
      )
    if (options.mobileOnly && found.kind !== 'mobile' && found.kind !== 'foreign')
      throw new Unreadable(words(`“${raw}”不是手机号码`, `"${raw}" is not a mobile number`))
    return { value: found.number }
  },
  show: (value: string, _, locale) => showPhone(value, locale),
  mask: (value: string) => maskPhone(value),
  normalise: (value: string) => readPhone(value)?.number ?? null,
  search: { by: 'pieces', text: (value: string) => dialled(value), shownTail: 4 },
  compare: compareText as FieldKind['compare'],
}

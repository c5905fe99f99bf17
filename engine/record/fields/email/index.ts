import { z } from 'zod'
import { compareText, Unreadable, type Field, type FieldKind, type FieldOptions, type IsRequired } from '#engine/record/field.ts'
import { sharedFault } from '#engine/record/fault.ts'
import { plain } from '#engine/text/normal.ts'
import { words } from '#engine/text/words.ts'

export type EmailOptions = FieldOptions

/** An e-mail address. */
export const email = <const O extends EmailOptions>(options: O): Field<string, IsRequired<O>, O> => ({ kind: 'email', options })

const schema = z.email({ error: 'email' }).max(254)
const tidy = (raw: string) =>
  plain(raw)
    .replace(/^mailto:/i, '')
    .replace(/\s*@\s*/, '@')

export const emailKind: FieldKind<EmailOptions> = {
  name: 'email',
  words: words('邮箱', 'E-mail'),
  schema: () =>
    z
      .string()
      .transform(tidy)
      .pipe(schema)
      .transform((value) => value.toLowerCase()),
  fault: (issue) => sharedFault(issue) ?? words('不是邮箱地址', 'Not an e-mail address'),
  operators: ['eq', 'in', 'empty', 'notEmpty'],
  read: (raw) => {
    const value = tidy(raw).toLowerCase()
    if (!schema.safeParse(value).success) throw new Unreadable(words(`“${raw}”不是邮箱地址`, `"${raw}" is not an e-mail address`))
    return { value }
  },
  show: (value: string) => value,
  mask: (value: string) => `${value[0]}***${value.slice(value.indexOf('@'))}`,
  normalise: (value: string) => value.toLowerCase(),
  search: { by: 'pieces' },
  compare: compareText as FieldKind['compare'],
}

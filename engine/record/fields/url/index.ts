import { z } from 'zod'
import { compareText, Unreadable, type Field, type FieldKind, type FieldOptions, type IsRequired } from '#engine/record/field.ts'
import { sharedFault } from '#engine/record/fault.ts'
import { plain } from '#engine/text/normal.ts'
import { words } from '#engine/text/words.ts'

export type UrlOptions = FieldOptions

/** A web address; only http and https, so that a click can never run a script. */
export const url = <const O extends UrlOptions>(options: O): Field<string, IsRequired<O>, O> => ({ kind: 'url', options })

/** The address in full, with https:// where nothing was said; null where it is none. */
function readUrl(raw: string): string | null {
  const typed = plain(raw)
  const text = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(typed) ? typed : `https://${typed}`
  try {
    const found = new URL(text)
    if (!/^https?:$/.test(found.protocol) || !found.hostname.includes('.') || found.username) return null
    return found.pathname === '/' && !found.search && !found.hash ? found.origin : found.href
  } catch {
    return null
  }
}

export const urlKind: FieldKind<UrlOptions> = {
  name: 'url',
  words: words('网址', 'Web address'),
  schema: () =>
    z
      .string()
      .max(1000)
      .refine((value) => readUrl(value) !== null, { error: 'url' })
      .transform((value) => readUrl(value)!),
  fault: (issue) => sharedFault(issue) ?? words('不是网址', 'Not a web address'),
  operators: ['eq', 'empty', 'notEmpty'],
  read: (raw) => {
    const value = readUrl(raw)
    if (!value) throw new Unreadable(words(`“${raw}”不是网址`, `"${raw}" is not a web address`))
    return { value }
  },
  show: (value: string) => value,
  compare: compareText as FieldKind['compare'],
}

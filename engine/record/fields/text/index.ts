import { z } from 'zod'
import { compareText, Unreadable, type Field, type FieldKind, type FieldOptions, type IsRequired } from '#engine/record/field.ts'
import { notText, sharedFault } from '#engine/record/fault.ts'
import { hasControl } from '#engine/text/normal.ts'
import { words } from '#engine/text/words.ts'

export interface TextOptions extends FieldOptions {
  /** Longest text in characters; 200 unless said. */
  max?: number
  /** Shape of the text, with the words to say when it does not fit, and a text that fits, for tests. */
  pattern?: { is: RegExp; words: { zh: string; en: string }; sample?: string }
  default?: string
  /** The name of a record type: chosen from those there are, and shown by its words. `*` among them means all. */
  among?: 'records' | 'records or *'
  /** Not shown while it is typed. */
  secret?: boolean
}

/** A short text on one line. */
export const text = <const O extends TextOptions>(options: O): Field<string, IsRequired<O>, O> => ({ kind: 'text', options })

const longest = (options: TextOptions) => options.max ?? 200

export const textKind: FieldKind<TextOptions> = {
  name: 'text',
  words: words('文本', 'Text'),
  schema: (options) => {
    const base = z
      .string()
      .trim()
      .min(1)
      .max(longest(options))
      .refine((value) => !hasControl(value), { error: 'control' })
    return options.pattern ? base.regex(options.pattern.is, { error: 'pattern' }) : base
  },
  fault: (issue, options) => (issue.message === 'pattern' ? (options.pattern?.words ?? notText) : (sharedFault(issue) ?? notText)),
  longest,
  operators: ['eq', 'ne', 'in', 'notIn', 'startsWith', 'contains', 'empty', 'notEmpty'],
  read: (raw, options) => {
    const value = raw.trim()
    if (options.pattern && !options.pattern.is.test(value)) throw new Unreadable(options.pattern.words)
    return { value }
  },
  show: (value: string) => value,
  mask: (value: string) => (value.length <= 1 ? '*' : value[0] + '*'.repeat(Math.min(value.length - 1, 6))),
  normalise: (value: string) => value.normalize('NFKC').toUpperCase().replace(/\s+/g, '') || null,
  compare: compareText as FieldKind['compare'],
}

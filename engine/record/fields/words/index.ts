import { z } from 'zod'
import type { Field, FieldKind, FieldOptions, IsRequired } from '#engine/record/field.ts'
import { needed, notText, tooLong, type Issue } from '#engine/record/fault.ts'
import { say, words, type Words } from '#engine/text/words.ts'

export interface WordsOptions extends FieldOptions {
  max?: number
}

/** A text that staff write for others to read, in Chinese and English; the one falls back to the other. */
export const wordsField = <const O extends WordsOptions>(options: O): Field<Words, IsRequired<O>, O> => ({ kind: 'words', options })

/** Whether a text of this field may have several lines. */
export const isLong = ({ max }: { max?: unknown }): boolean => typeof max === 'number' && max > 500

const longest = (options: WordsOptions) => options.max ?? 200

const isTooLong = (issue: Issue): boolean =>
  issue.code === 'too_big' || (issue.code === 'invalid_union' && issue.errors.flat().some(isTooLong))

export const wordsKind: FieldKind<WordsOptions> = {
  name: 'words',
  words: words('双语文本', 'Text in two languages'),
  schema: (options) => {
    const part = z.string().trim().max(longest(options)).default('')
    return z
      .union([
        z
          .string()
          .trim()
          .min(1)
          .max(longest(options))
          .transform((zh) => ({ zh, en: '' })),
        z.object({ zh: part, en: part }),
      ])
      .refine((value) => value.zh !== '' || value.en !== '', { error: 'required' })
  },
  fault: (issue, options) => (issue.message === 'required' ? needed : isTooLong(issue) ? tooLong(longest(options)) : notText),
  operators: ['empty', 'notEmpty'],
  read: (raw) => ({ value: { zh: raw.trim(), en: '' } }),
  show: (value: Words, _options, locale) => say(value, locale),
}

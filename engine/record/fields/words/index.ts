import { z } from 'zod'
import type { Field, FieldKind, FieldOptions, IsRequired } from '#engine/record/field.ts'
import { say, words, type Words } from '#engine/text/words.ts'

export interface WordsOptions extends FieldOptions {
  max?: number
}

/** A text that staff write for others to read, in Chinese and English; the one falls back to the other. */
export const wordsField = <const O extends WordsOptions>(options: O): Field<Words, IsRequired<O>, O> => ({ kind: 'words', options })

export const wordsKind: FieldKind<WordsOptions> = {
  name: 'words',
  words: words('双语文本', 'Text in two languages'),
  schema: (options) => {
    const part = z
      .string()
      .trim()
      .max(options.max ?? 200)
      .default('')
    return z
      .union([
        z
          .string()
          .trim()
          .min(1)
          .max(options.max ?? 200)
          .transform((zh) => ({ zh, en: '' })),
        z.object({ zh: part, en: part }),
      ])
      .refine((value) => value.zh !== '' || value.en !== '', { error: 'required' })
  },
  operators: ['empty', 'notEmpty'],
  read: (raw) => ({ value: { zh: raw.trim(), en: '' } }),
  show: (value: Words, _options, locale) => say(value, locale),
}

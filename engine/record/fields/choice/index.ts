import { z } from 'zod'
import type { Depends } from '#engine/record/depends.ts'
import { compareText, Unreadable, type Field, type FieldKind, type FieldOptions, type IsRequired } from '#engine/record/field.ts'
import { notChoice } from '#engine/record/fault.ts'
import { bare } from '#engine/text/normal.ts'
import { say, words, type Words } from '#engine/text/words.ts'

export interface Choice extends Words {
  /** Other spellings that people's files use. */
  aliases?: readonly string[]
  color?: 'good' | 'warning' | 'bad' | 'info' | 'waiting' | 'plain'
  /** Not offered any more; records that have it still show it. */
  isRetired?: boolean
  /** Where it stands among the others, where an administrator has put them in order. */
  place?: number
}

export type Choices = Record<string, Choice>

/** What an administrator may do to a list of choices while the product runs. */
export interface ListOptions {
  /** Choices may be added. Where nothing is said the list may be reworded, coloured, put in order and shortened; false closes it. */
  open?: boolean
  /** The list of another field, "customer.stage", with whatever an administrator makes of it. It is declared with the same choices. */
  sameAs?: string
  /** The choices are names of fields of a record: those declared, and all that administrators add to it. */
  fieldsOf?: string
}

export interface ChoiceOptions extends FieldOptions, ListOptions {
  choices: Choices
  /** The choices open for each value of another field; all of them for values that are not named. */
  choicesWhen?: Depends['choicesWhen']
  default?: string
}

/** One of a list; the code is stored, the words are shown. */
export const choice = <const O extends ChoiceOptions>(options: O): Field<keyof O['choices'] & string, IsRequired<O>, O> => ({
  kind: 'choice',
  options,
})

/** The code of the choice that a spelling means: the code itself, its words in either language, or an alias. */
export function readChoice(raw: string, choices: Choices): string {
  const wanted = bare(raw)
  for (const [code, entry] of Object.entries(choices)) {
    if ([code, entry.zh, entry.en, ...(entry.aliases ?? [])].some((spelling) => bare(spelling) === wanted)) return code
  }
  const known = (locale: 'zh' | 'en') =>
    Object.values(choices)
      .slice(0, 12)
      .map((entry) => say(entry, locale))
      .join(locale === 'zh' ? '、' : ', ')
  throw new Unreadable(words(`“${raw}”不在选项中（${known('zh')}）`, `"${raw}" is not among the choices (${known('en')})`))
}

export const choiceKind: FieldKind<ChoiceOptions> = {
  name: 'choice',
  words: words('单选', 'Choice'),
  schema: (options) => z.enum(Object.keys(options.choices) as [string, ...string[]]),
  fault: () => notChoice,
  operators: ['eq', 'ne', 'in', 'notIn', 'empty', 'notEmpty'],
  read: (raw, options) => ({ value: readChoice(raw, options.choices) }),
  show: (value: string, options, locale) => say(options.choices[value], locale) || value,
  compare: compareText as FieldKind['compare'],
  check: (options) =>
    Object.keys(options.choices).length === 0
      ? 'a choice needs choices'
      : options.default !== undefined && !(options.default in options.choices)
        ? 'the default is not among the choices'
        : undefined,
}

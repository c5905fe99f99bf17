import { z } from 'zod'
import type { Depends } from '#engine/record/depends.ts'
import { Unreadable, type Field, type FieldKind, type FieldOptions } from '#engine/record/field.ts'
import { notChoice, notText, sharedFault } from '#engine/record/fault.ts'
import { readChoice, type Choices, type ListOptions } from '#engine/record/fields/choice/index.ts'
import { plain } from '#engine/text/normal.ts'
import { say, words } from '#engine/text/words.ts'

export interface ChoicesOptions extends FieldOptions, ListOptions {
  /** Absent for free labels, which people type as they need them. */
  choices?: Choices
  /** As of a single choice. */
  choicesWhen?: Depends['choicesWhen']
  max?: number
}

/** Several of a list, or free labels. An empty list where nothing is chosen, never null. */
export const choices = <const O extends ChoicesOptions>(options: O): Field<string[], true, O> => ({ kind: 'choices', options })

export const choicesKind: FieldKind<ChoicesOptions> = {
  name: 'choices',
  words: words('多选', 'Several choices'),
  schema: (options) =>
    z
      .array(options.choices ? z.enum(Object.keys(options.choices) as [string, ...string[]]) : z.string().trim().min(1).max(40))
      .max(options.max ?? 50)
      .transform((values) => [...new Set(values)]),
  fault: (issue, options) => sharedFault(issue) ?? (options.choices ? notChoice : notText),
  operators: ['has', 'hasAny', 'empty', 'notEmpty'],
  read: (raw, options) => {
    const parts = plain(raw)
      .split(/[,;、，；|/]+/)
      .map((part) => part.trim())
      .filter(Boolean)
    if (parts.some((part) => part.length > 40)) throw new Unreadable(words('标签过长', 'a label is too long'))
    return { value: [...new Set(options.choices ? parts.map((part) => readChoice(part, options.choices!)) : parts)] }
  },
  show: (value: string[], options, locale) =>
    value.map((code) => say(options.choices?.[code], locale) || code).join(locale === 'zh' ? '、' : ', '),
}

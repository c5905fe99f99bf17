import { z } from 'zod'
import { Unreadable, type Field, type FieldKind, type FieldOptions, type IsRequired } from '#engine/record/field.ts'
import { sharedFault } from '#engine/record/fault.ts'
import { words } from '#engine/text/words.ts'
import { readRepetition, writeRepetition } from '#engine/time/repetition.ts'
import { sayRepetition } from '#engine/time/say-repetition.ts'

/** How something comes back, as the text of a rule after RFC 5545: "FREQ=WEEKLY;BYDAY=MO". Shown and asked for as a sentence. */
export const repetition = <const O extends FieldOptions>(options: O): Field<string, IsRequired<O>, O> => ({ kind: 'repetition', options })

export const repetitionKind: FieldKind = {
  name: 'repetition',
  words: words('重复', 'Repetition'),
  schema: () =>
    z
      .string()
      .max(200)
      .transform((text, context) => {
        const rule = readRepetition(text)
        if (rule) return writeRepetition(rule)
        context.addIssue({ code: 'custom', message: 'repetition' })
        return z.NEVER
      }),
  fault: (issue) => sharedFault(issue) ?? words('不是可用的重复规则', 'Not a rule of repetition that can be used'),
  operators: ['empty', 'notEmpty'],
  read: (raw) => {
    const rule = readRepetition(raw)
    if (!rule) throw new Unreadable(words(`“${raw}”不是可用的重复规则`, `"${raw}" is not a rule of repetition that can be used`))
    return { value: writeRepetition(rule) }
  },
  show: (value: string, _, locale) => {
    const rule = readRepetition(value)
    return rule ? sayRepetition(rule)[locale] : value
  },
}

import { fill, say, words, type Words } from '#engine/text/words.ts'
import type { Fields } from './field.ts'
import { needed } from './fault.ts'

/** "While another field has one of these values", or has any where none are named. Yes and no are written "true" and "false". */
export interface When {
  field: string
  is?: readonly string[]
}

/** How a field may depend on other fields of the same record or form. */
export interface Depends {
  required?: boolean | undefined
  /** It is asked for only then. */
  onlyWhen?: When
  /** It must be filled in then. */
  requiredWhen?: When
  /** The choices open for each value of another field; all of them for values that are not named. */
  choicesWhen?: { field: string; open: Readonly<Record<string, readonly string[]>> }
  choices?: Readonly<Record<string, Words>>
}

type Values = Readonly<Record<string, unknown>>

export const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const meets = ({ field, is }: When, values: Values): boolean =>
  is ? [values[field]].flat().some((value) => is.includes(String(value))) : !isNothing(values[field])

/** Whether a form asks for a field while the others have these values. */
export const isAsked = ({ onlyWhen }: Depends, values: Values): boolean => !onlyWhen || meets(onlyWhen, values)

/** Whether a field must be filled in while the others have these values. */
export const isNeeded = ({ required, requiredWhen }: Depends, values: Values): boolean =>
  required === true || (requiredWhen !== undefined && meets(requiredWhen, values))

/** The codes of the choices that are open while the others have these values; undefined where all are. */
export const openChoices = ({ choicesWhen }: Depends, values: Values): readonly string[] | undefined =>
  choicesWhen?.open[String(values[choicesWhen.field])]

/** What is wrong with a value because of the others; null where it goes with them. */
export function dependentFault(field: Depends, value: unknown, values: Values): Words | null {
  if (isNothing(value)) return isNeeded(field, values) && isAsked(field, values) ? needed : null
  const open = openChoices(field, values)
  const closed = open && [value].flat().find((code) => !open.includes(code as string))
  if (closed === undefined) return null
  const name = (locale: 'zh' | 'en') => say(field.choices?.[closed as string], locale) || String(closed)
  return fill(words('这里不能选“{zh}”', '"{en}" cannot be chosen here'), { zh: name('zh'), en: name('en') })
}

/** The fields of a record that depend on others, each with the names on which it does. */
export function dependentFields(fields: Iterable<[string, Depends]>): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [name, { required, onlyWhen, requiredWhen, choicesWhen }] of fields)
    if (requiredWhen || choicesWhen || (required && onlyWhen))
      found.set(name, [...new Set([onlyWhen?.field, requiredWhen?.field, choicesWhen?.field].filter((other) => other !== undefined))])
  return found
}

/** Dependences of a declaration on what is not there. */
export function wrongDependences(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, { options }]) => {
    const depends = options as Depends
    const others = [depends.onlyWhen, depends.requiredWhen, depends.choicesWhen].flatMap((when) => (when ? [when.field] : []))
    const codes = Object.values(depends.choicesWhen?.open ?? {}).flat()
    return [
      ...others.filter((other) => !(other in fields)).map((other) => `field "${name}" depends on "${other}", which is no field`),
      ...codes.filter((code) => !(code in (depends.choices ?? {}))).map((code) => `field "${name}": "${code}" is not among its choices`),
    ]
  })
}

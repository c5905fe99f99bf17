import type { Field } from './field.ts'
import type { Choice, Choices, ListOptions } from './fields/choice/index.ts'

/** One choice as an administrator has set it. */
export interface ChoiceRow {
  code: string
  zh: string
  en: string | null
  color: NonNullable<Choice['color']> | null
  isRetired: boolean
}

/** What an administrator has made of the choices of a declared field. */
export interface ChoiceListRow {
  record: string
  field: string
  choices: readonly ChoiceRow[]
}

const bothWords = (row: ChoiceRow) => ({ zh: row.zh, en: row.en || row.zh })

/** Choices out of rows alone, in their order. */
export const choicesOf = (rows: readonly ChoiceRow[]): Choices =>
  Object.fromEntries(
    rows.map((row, place): [string, Choice] => [
      row.code,
      { ...bothWords(row), place, ...(row.color ? { color: row.color } : {}), ...(row.isRetired ? { isRetired: true } : {}) },
    ]),
  )

/**
 * Declared choices as an administrator has set them: his words, colours and order; what he has not touched comes last, as declared. The
 * declared words are still read from files. Codes that nobody declared count only where the list is open.
 */
export function choicesWith(declared: Choices, rows: readonly ChoiceRow[], isOpen: boolean): Choices {
  const known = rows.filter((row) => isOpen || row.code in declared)
  const set = Object.entries(choicesOf(known)).map(([code, choice]): [string, Choice] => {
    const { color, ...was }: Partial<Choice> = declared[code] ?? {}
    const aliases = [...(was.aliases ?? []), was.zh, was.en].filter((word) => word !== undefined)
    return [code, { ...was, ...(color ? { color } : {}), ...choice, ...(aliases.length > 0 ? { aliases } : {}) }]
  })
  const rest = Object.entries(declared).filter(([code]) => !known.some((row) => row.code === code))
  return Object.fromEntries([...set, ...rest.map(([code, choice], i): [string, Choice] => [code, { ...choice, place: set.length + i }])])
}

/** The codes that are offered, in their order. */
export const offered = (choices: Choices): string[] =>
  inOrder(choices)
    .filter(([, choice]) => !choice.isRetired)
    .map(([code]) => code)

/** Choices in their order: as an administrator has put them, else as declared. Objects alone would put codes that are figures first. */
export const inOrder = <C extends { place?: number }>(choices: Readonly<Record<string, C>>): [string, C][] =>
  Object.entries(choices).sort(([, a], [, b]) => (a.place ?? 0) - (b.place ?? 0))

/** Whether an administrator may change a field's list of choices at all. */
export const hasList = (field: Field): boolean => {
  const { choices, open, sameAs, fieldsOf } = field.options as ListOptions & { choices?: Choices }
  return (
    (field.kind === 'choice' || field.kind === 'choices') &&
    choices !== undefined &&
    open !== false &&
    sameAs === undefined &&
    fieldsOf === undefined
  )
}

/** The field with these choices. A default that is not offered any more is none. */
export function withChoices(field: Field, choices: Choices): Field {
  const { default: fallback, ...options } = field.options
  const keeps = fallback !== undefined && [fallback].flat().every((code) => choices[code as string] && !choices[code as string]!.isRetired)
  return { kind: field.kind, options: { ...options, choices, ...(keeps ? { default: fallback } : {}) } as Field['options'] }
}

import { dependentFault, isAsked, isNothing } from '#engine/record/depends.ts'
import type { FieldDescription } from '#engine/record/describe.ts'
import { fieldOf } from '#engine/record/described-field.ts'
import { faultsIn } from '#engine/record/parse.ts'
import type { Words } from '#engine/text/words.ts'

export type Values = Readonly<Record<string, unknown>>

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** The values that differ from those a form began with, by name. */
export const changesOf = (values: Values, initial: Values): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => !same(value === '' ? null : value, initial[name])))

/**
 * Whether a form asks for one of its fields. What decides that stands in the form itself or in the record around it; of what is in
 * neither it knows nothing, and what hangs on it is asked for.
 */
export function isShown(field: FieldDescription, fields: readonly FieldDescription[], values: Values, around: Values = {}): boolean {
  const decider = field.onlyWhen?.field
  if (decider === undefined) return true
  if (fields.some(({ name }) => name === decider)) return isAsked(field, values)
  return !(decider in around) || isAsked(field, around)
}

/** What is never typed is never wrong. */
const unchecked = new Set(['sequence', 'lifecycle', 'condition'])

/**
 * What is wrong with the values of a form, as far as the browser can tell: by place, in the words that the server would use. Values that
 * were there before are not looked at again: they are not sent either.
 */
export function faultsOf(fields: readonly FieldDescription[], values: Values, initial: Values, around: Values = {}): Record<string, Words> {
  const changed = new Set(Object.keys(changesOf(values, initial)))
  const faults: Record<string, Words> = {}
  for (const field of fields) {
    const { name, choicesWhen } = field
    if (unchecked.has(field.kind) || !isShown(field, fields, values, around)) continue
    const value = values[name]
    const isMoved = changed.has(name) || (choicesWhen !== undefined && changed.has(choicesWhen.field))
    const fault = isNothing(value) || isMoved ? dependentFault(field, value, values) : null
    if (fault) faults[name] = fault
    else if (changed.has(name) && !isNothing(value)) Object.assign(faults, faultsIn(name, fieldOf(field), value))
  }
  return faults
}

/** The field that a place of a fault lies in: "lines.0.price" in "lines". */
export const fieldOfPlace = (place: string): string => place.split('.')[0]!

/** The faults within the value of one field, by their places in it. */
export const partsOf = <T>(faults: Readonly<Record<string, T>>, name: string): Record<string, T> =>
  Object.fromEntries(
    Object.entries(faults)
      .filter(([place]) => place.startsWith(`${name}.`))
      .map(([place, fault]) => [place.slice(name.length + 1), fault]),
  )

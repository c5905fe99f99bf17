import type { FilterTree } from './fields/condition/index.ts'
import { words, type Words } from '#engine/text/words.ts'
import type { Field, FieldOptions } from './field.ts'

/** How secret a piece of information is, the least secret first. */
export const secrecyClasses = ['public', 'internal', 'confidential', 'sensitive'] as const
export type Secrecy = (typeof secrecyClasses)[number]

export const secrecyWords: Record<Secrecy, Words & { color: 'plain' | 'info' | 'warning' | 'bad' }> = {
  public: { ...words('公开', 'Public'), color: 'plain' },
  internal: { ...words('内部', 'Internal'), color: 'info' },
  confidential: { ...words('保密', 'Confidential'), color: 'warning' },
  sensitive: { ...words('敏感', 'Sensitive'), color: 'bad' },
}

/** Whether a class is at least as secret as another. */
export const isAsSecret = (one: Secrecy, other: Secrecy): boolean => secrecyClasses.indexOf(one) >= secrecyClasses.indexOf(other)

/** The more secret of two classes. */
export const moreSecret = (one: Secrecy, other: Secrecy): Secrecy => (isAsSecret(one, other) ? one : other)

/** The class of a field where no rule raises it: internal unless its declaration or an administrator says otherwise. */
export const secrecyOf = ({ secrecy, guarded }: FieldOptions): Secrecy => secrecy ?? (guarded ? 'confidential' : 'internal')

/** How an administrator wants a field to be classed. */
export interface FieldClassRow {
  record: string
  field: string
  secrecy: Secrecy
}

/** Fields of at least one class are of another on records that meet a condition, and on whatever hangs on them. */
export interface ClassRuleRow {
  /** A record type that hangs on nothing. */
  record: string
  filter: FilterTree
  from: Secrecy
  to: Secrecy
}

/** The field with the class that an administrator gave it. */
export const withSecrecy = (field: Field, secrecy: Secrecy): Field => ({ kind: field.kind, options: { ...field.options, secrecy } })

import { z } from 'zod'
import { compareText, type Field, type FieldKind, type FieldOptions } from '#engine/record/field.ts'
import { notText, sharedFault } from '#engine/record/fault.ts'
import { words } from '#engine/text/words.ts'

export interface SequenceOptions extends FieldOptions {
  /** `C{year}-{00000}`: {year}, {month} and {day} of the giving, and zeros for the running number, which starts anew with the smallest period named. */
  pattern: string
  /** No number may be missing (invoices, receipts): numbers are then given one after the other inside the transaction, and writers wait for each other. */
  gapless?: boolean
  /** The action that gives the number; creation unless said. */
  givenBy?: string
}

/** A running number that the system gives. */
export const sequence = <const O extends Omit<SequenceOptions, 'pattern'>>(
  pattern: string,
  options: O,
): Field<string, true, O & { pattern: string }> => ({
  kind: 'sequence',
  options: { ...options, pattern },
})

/** The period a pattern counts in, on a given day: "2026", "2026-11" or "" for ever. */
export function periodOf(pattern: string, day: string): string {
  return pattern.includes('{day}') ? day : pattern.includes('{month}') ? day.slice(0, 7) : pattern.includes('{year}') ? day.slice(0, 4) : ''
}

/** How the numbers of a pattern are written on a day: a function of the running number. */
export function numbersOn(pattern: string, day: string): (n: number) => string {
  const dated = pattern.replace('{year}', day.slice(0, 4)).replace('{month}', day.slice(5, 7)).replace('{day}', day.slice(8))
  const [, before = '', zeros = '', after = ''] = /^(.*)\{(0+)\}(.*)$/.exec(dated) ?? []
  return (n) => before + String(n).padStart(zeros.length, '0') + after
}

export const sequenceKind: FieldKind<SequenceOptions> = {
  name: 'sequence',
  words: words('编号', 'Number'),
  schema: () => z.string().max(60),
  fault: (issue) => sharedFault(issue) ?? notText,
  operators: ['eq', 'in', 'startsWith', 'empty', 'notEmpty'],
  read: (raw) => ({ value: raw.trim() }),
  show: (value: string) => value,
  search: { by: 'whole' },
  compare: compareText as FieldKind['compare'],
  check: (options) => (/\{0+\}/.test(options.pattern) ? undefined : 'a number pattern needs its zeros, as in {0000}'),
}

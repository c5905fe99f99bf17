import { z } from 'zod'
import { compareText, type Field, type FieldKind, type FieldOptions } from '#engine/record/field.ts'
import { notText, sharedFault } from '#engine/record/fault.ts'
import { fill, words, type Words } from '#engine/text/words.ts'

/** When running numbers begin anew. */
export const resets = ['never', 'yearly', 'monthly', 'daily'] as const
export type Reset = (typeof resets)[number]

export interface SequenceOptions extends FieldOptions {
  /**
   * `C{year}-{00000}`: {year}, {month} and {day} of the giving, {department} for the code of the record's department, and zeros for the
   * running number.
   */
  pattern: string
  /** When the running number begins anew; with the smallest period that the pattern names unless said. */
  reset?: Reset
  /** The first running number of a period; 1 unless said. */
  start?: number
  /** An administrator has changed how it is given: numbers given before may stand in the way. */
  isRuled?: boolean
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

/** When the numbers of a pattern begin anew where nothing else is said. */
export const resetOf = (pattern: string): Reset =>
  pattern.includes('{day}') ? 'daily' : pattern.includes('{month}') ? 'monthly' : pattern.includes('{year}') ? 'yearly' : 'never'

const running = /\{(0+)\}/
const datePlaces = { '{year}': [0, 4], '{month}': [5, 7], '{day}': [8, 10] } as const

/** The places of a date that tell one period from the next. Numbers that begin anew need them, else they would come twice. */
const placesOf: Record<Reset, readonly (keyof typeof datePlaces)[]> = {
  never: [],
  yearly: ['{year}'],
  monthly: ['{year}', '{month}'],
  daily: ['{year}', '{month}', '{day}'],
}

/** What is wrong with a pattern and its period, in words; nothing where numbers can be given by it. */
export function sequenceFaults(pattern: string, reset: Reset = resetOf(pattern)): Words[] {
  const faults: Words[] = []
  const zeros = pattern.match(/\{0+\}/g) ?? []
  if (zeros.length !== 1)
    faults.push(words('要有且只有一处连续编号，例如 {0000}', 'needs one place for the running number and no more, as in {0000}'))
  else if (zeros[0]!.length > 12) faults.push(words('连续编号最多 10 位', 'the running number may have 10 digits at most'))
  const unknown = /\{[^}]*\}?/.exec(pattern.replace(/\{(0+|year|month|day|department)\}/g, ''))?.[0]
  if (unknown) faults.push(fill(words('“{place}”不是可用的占位符', '"{place}" is not a known place'), { place: unknown }))
  const missing = placesOf[reset].filter((place) => !pattern.includes(place))
  if (missing.length > 0)
    faults.push(
      fill(words('按这个周期重新编号会重复，还需要 {places}', 'numbers that begin anew so often would come twice; add {places}'), {
        places: missing.join(' '),
      }),
    )
  if (pattern.length > 50) faults.push(words('最多 50 个字符', 'may have 50 characters at most'))
  return faults
}

/** What the numbers given on a day have in common: what stands before and after the running number, and how many digits that has at least. */
export interface NumberFrame {
  before: string
  after: string
  digits: number
}

/** The frame of a pattern's numbers on a day, for a department with this code. */
export function frameOn(pattern: string, day: string, department = ''): NumberFrame {
  let dated = pattern.replaceAll('{department}', department)
  for (const [place, [from, to]] of Object.entries(datePlaces)) dated = dated.replaceAll(place, day.slice(from, to))
  const [zeros = '', digits = ''] = running.exec(dated) ?? []
  const at = dated.indexOf(zeros)
  return { before: dated.slice(0, at), after: dated.slice(at + zeros.length), digits: digits.length }
}

/** A running number as it is written in its frame. */
export const numberIn = ({ before, after, digits }: NumberFrame, n: number): string => before + String(n).padStart(digits, '0') + after

/** What is counted together: the numbers of one pattern, however many digits they have, in one period and for one department. */
export function counterOf({ pattern, reset = resetOf(pattern) }: SequenceOptions, day: string, department = ''): string {
  const period = placesOf[reset].map((place) => day.slice(...datePlaces[place])).join('-')
  return [pattern.replace(running, '{0}'), period, pattern.includes('{department}') ? department : ''].join('|')
}

/** The numbers that a counter may have given already: a text they begin with, and a shape whose first group is the running number. */
export function givenBy(
  { pattern, reset = resetOf(pattern) }: SequenceOptions,
  day: string,
  department = '',
): { prefix: string; shape: string } {
  const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  let prefix = ''
  let shape = ''
  let isFixed = true
  for (const part of pattern.split(/(\{\w+\})/)) {
    const date = datePlaces[part as '{year}'] as readonly [number, number] | undefined
    const fixed =
      part === '{department}' ? department : !date ? part : placesOf[reset].includes(part as '{year}') ? day.slice(...date) : undefined
    const isRunning = running.test(part)
    if (isRunning) shape += '([0-9]{1,18})'
    else if (fixed === undefined) shape += `[0-9]{${date![1] - date![0]}}`
    else shape += literal(fixed)
    if (isRunning || fixed === undefined) isFixed = false
    else if (isFixed) prefix += fixed
  }
  return { prefix, shape: `^${shape}$` }
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
  check: (options) => sequenceFaults(options.pattern, options.reset)[0]?.en,
}

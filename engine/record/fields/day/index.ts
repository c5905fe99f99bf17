import { z } from 'zod'
import { compareText, Unreadable, type Field, type FieldKind, type FieldOptions, type IsRequired } from '#engine/record/field.ts'
import { sharedFault } from '#engine/record/fault.ts'
import { plain } from '#engine/text/normal.ts'
import { words } from '#engine/text/words.ts'

/** A calendar day without a zone: "2026-11-22". Never a Date. */
export type Day = string & { readonly '~day'?: true }

export interface DayOptions extends FieldOptions {
  min?: string
  max?: string
  /** A day of somebody's past: a warning where the reading lies in the last three years or in the future. */
  birthday?: boolean
}

/** A day. */
export const day = <const O extends DayOptions>(options: O): Field<Day, IsRequired<O>, O> => ({ kind: 'day', options })

const pad = (n: number) => String(n).padStart(2, '0')

/** The day, where it exists in the calendar: 1990-02-29 does not. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const moment = new Date(Date.UTC(2000, month - 1, date))
  moment.setUTCFullYear(year, month - 1, date)
  const real = moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date
  return real && year >= 1000 && year <= 9999 ? `${year}-${pad(month)}-${pad(date)}` : null
}

const noSuchDay = (raw: string) => new Unreadable(words(`日期“${raw}”不存在`, `there is no such day as "${raw}"`))

/** Day zero of the spreadsheet's 1900 date system, whose serial 60 is the 29 February 1900 that never was. */
export function dayOfSerial(serial: number): Day | null {
  const whole = Math.floor(serial)
  if (whole < 1 || whole === 60 || whole > 2_958_465) return null
  const moment = new Date(Date.UTC(1899, 11, 30) + (whole < 60 ? whole + 1 : whole) * 86_400_000)
  return moment.toISOString().slice(0, 10)
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/** Reads the spellings of days that people use. What could mean two days is not guessed. Throws `Unreadable`. */
export function readDay(raw: string): { value: Day; rest: string; serial?: true } {
  const text = plain(raw)
  const ymd =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?=$|[\sT,])/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})(?=$|[\sT])/.exec(text)
  if (ymd) {
    const value = dayOf(Number(ymd[1]), Number(ymd[2]), Number(ymd[3]))
    if (!value) throw noSuchDay(raw)
    return { value, rest: text.slice(ymd[0].length).replace(/^[T\s]+/, '') }
  }
  const mixed = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?=$|[\sT])/.exec(text)
  if (mixed) {
    const [first, second, year] = [Number(mixed[1]), Number(mixed[2]), Number(mixed[3])]
    if (first <= 12 && second <= 12 && first !== second)
      throw new Unreadable(
        words(
          `“${raw}”可能是 ${first} 月 ${second} 日，也可能是 ${second} 月 ${first} 日，请写成 年-月-日`,
          `"${raw}" could be two different days; write year-month-day`,
        ),
      )
    const value = first > 12 ? dayOf(year, second, first) : dayOf(year, first, second)
    if (!value) throw noSuchDay(raw)
    return { value, rest: text.slice(mixed[0].length).trim() }
  }
  const spelled =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?([a-z]{3,9})\.?,?[\s-]+(\d{4})(?=$|[\sT])/i.exec(text) ??
    /^(?<month>[a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?=$|[\sT])/i.exec(text)
  if (spelled) {
    const { month = spelled[2]! } = spelled.groups ?? {}
    const date = spelled.groups?.month ? spelled[2] : spelled[1]
    const at = months.findIndex(
      (name) => name === month.toLowerCase() || (name.slice(0, 3) === month.toLowerCase().slice(0, 3) && month.length <= 4),
    )
    if (at >= 0) {
      const value = dayOf(Number(spelled[3]), at + 1, Number(date))
      if (!value) throw noSuchDay(raw)
      return { value, rest: text.slice(spelled[0].length).trim() }
    }
  }
  const serial = /^(\d{5})(\.\d+)?$/.exec(text)
  if (serial) {
    const value = dayOfSerial(Number(serial[1]))
    if (value) return { value, rest: serial[2] ?? '', serial: true }
  }
  throw new Unreadable(words(`“${raw}”不是日期`, `"${raw}" is not a day`))
}

export const dayKind: FieldKind<DayOptions> = {
  name: 'day',
  words: words('日期', 'Day'),
  schema: (options) =>
    z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'day' })
      .refine((value) => dayOf(Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8))) === value, { error: 'day' })
      .refine((value) => !options.min || value >= options.min, { error: `from:${options.min}` })
      .refine((value) => !options.max || value <= options.max, { error: `until:${options.max}` }),
  fault: (issue) => sharedFault(issue) ?? words('不是有效的日期（年-月-日）', 'Not a valid day (year-month-day)'),
  operators: ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'between', 'empty', 'notEmpty'],
  read: (raw, options) => {
    const { value, serial } = readDay(raw)
    if (serial)
      return {
        value,
        warning: words(
          `“${raw}”按表格软件的日期序号读作 ${value}${options.birthday ? '，作为生日请核对' : ''}`,
          `"${raw}" was read as the spreadsheet serial of ${value}${options.birthday ? '; check it as a birthday' : ''}`,
        ),
      }
    return { value }
  },
  show: (value: string) => value,
  mask: (value: string) => `${value.slice(0, 4)}-**-**`,
  compare: compareText as FieldKind['compare'],
}

import { z } from 'zod'
import { compareText, Unreadable, type Field, type FieldKind, type FieldOptions, type IsRequired } from '#engine/record/field.ts'
import { readDay } from '#engine/record/fields/day/index.ts'
import { plain } from '#engine/text/normal.ts'
import { words } from '#engine/text/words.ts'
import { companyZone, instantOfLocal, showInstant } from '#engine/time/zone.ts'

/** A moment in UTC to the millisecond: "2026-11-22T01:30:00.000Z". */
export type Instant = string & { readonly '~instant'?: true }

export interface InstantOptions extends FieldOptions {
  /** What a form begins with. No default: what comes without a moment, out of a file say, is not given one. */
  begins?: 'now'
}

/** A moment. */
export const instant = <const O extends InstantOptions>(options: O): Field<Instant, IsRequired<O>, O> => ({ kind: 'instant', options })

export const instantKind: FieldKind<InstantOptions> = {
  name: 'instant',
  words: words('时间', 'Moment'),
  schema: () => z.iso.datetime({ offset: true, error: 'instant' }).transform((value) => new Date(value).toISOString()),
  fault: () => words('不是有效的时间', 'Not a valid moment'),
  operators: ['lt', 'lte', 'gt', 'gte', 'between', 'empty', 'notEmpty'],
  read: (raw) => {
    const text = plain(raw)
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(text)) {
      readDay(text)
      const moment = new Date(text)
      if (!Number.isNaN(moment.getTime())) return { value: moment.toISOString() }
    }
    const { value, rest, serial } = readDay(raw)
    let [hour, minute, second, thousandths] = [0, 0, 0, 0]
    if (serial && rest) {
      const seconds = Math.round(Number(rest) * 86_400)
      ;[hour, minute, second] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
    } else if (rest) {
      const clock = /^(上午|下午|晚上|AM|PM)?\s*(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:\.(\d+))?)?\s*(?:秒|分|AM|PM)?$/i.exec(rest)
      if (!clock || Number(clock[2]) > 23 || Number(clock[3]) > 59 || Number(clock[4] ?? 0) > 59)
        throw new Unreadable(words(`“${raw}”不是时间`, `"${raw}" is not a moment`))
      hour = Number(clock[2]) + ((clock[1] === '下午' || clock[1] === '晚上' || /PM$/i.test(rest)) && Number(clock[2]) < 12 ? 12 : 0)
      minute = Number(clock[3])
      second = Number(clock[4] ?? 0)
      thousandths = Number((clock[5] ?? '').slice(0, 3).padEnd(3, '0'))
    }
    const whole = instantOfLocal(value, hour, minute, second, companyZone)
    const moment = thousandths > 0 ? whole.replace(/\.\d{3}Z$/, `.${String(thousandths).padStart(3, '0')}Z`) : whole
    return serial
      ? {
          value: moment,
          warning: words(`“${raw}”按表格软件的日期序号读作 ${value}`, `"${raw}" was read as the spreadsheet serial of ${value}`),
        }
      : { value: moment }
  },
  show: (value: string) => showInstant(value, companyZone),
  compare: compareText as FieldKind['compare'],
}

import { z } from 'zod'
import { compareText, Unreadable, type Field, type FieldKind, type FieldOptions, type IsRequired } from '#engine/record/field.ts'
import { plain } from '#engine/text/normal.ts'
import { words } from '#engine/text/words.ts'

/** A time of the day as a clock on the wall shows it: "09:30". No day, no zone. */
export type Clock = string & { readonly '~clock'?: true }

export interface ClockOptions extends FieldOptions {
  /** It ends something: midnight at the day's end is 24:00. */
  isEnd?: boolean
}

export const clock = <const O extends ClockOptions>(options: O): Field<Clock, IsRequired<O>, O> => ({ kind: 'clock', options })

export const clockKind: FieldKind<ClockOptions> = {
  name: 'clock',
  words: words('钟点', 'Time of day'),
  schema: ({ isEnd }) => z.string().regex(isEnd ? /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/ : /^([01]\d|2[0-3]):[0-5]\d$/, { error: 'clock' }),
  fault: () => words('不是有效的钟点（如 09:30）', 'Not a valid time of day (09:30)'),
  operators: ['eq', 'lt', 'lte', 'gt', 'gte', 'empty', 'notEmpty'],
  read: (raw, { isEnd }) => {
    const [, half, hour, minute = '00', after] =
      /^(上午|早上|中午|下午|晚上)?\s*(\d{1,2})(?:\s*[:：点时]\s*(\d{1,2})?\s*分?)?\s*(am|pm)?$/i.exec(plain(raw)) ?? []
    const isLate = half === '下午' || half === '晚上' || (half === '中午' && Number(hour) < 11) || after?.toLowerCase() === 'pm'
    const value = Number(hour) + (isLate && Number(hour) < 12 ? 12 : 0) - (after?.toLowerCase() === 'am' && hour === '12' ? 12 : 0)
    if (isEnd && value === 24 && Number(minute) === 0) return { value: '24:00' }
    if (!hour || value > 23 || Number(minute) > 59) throw new Unreadable(words(`“${raw}”不是钟点`, `"${raw}" is not a time of day`))
    return { value: `${String(value).padStart(2, '0')}:${minute.padStart(2, '0')}` }
  },
  show: (value: string) => value,
  compare: compareText as FieldKind['compare'],
}

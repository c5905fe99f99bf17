import { addDays } from '#engine/time/days.ts'
import { rangesOfException, rangesOn, type WorkingCalendar, type WorkingRange } from '#engine/time/working-calendar.ts'
import { dayAt, offsetAt } from '#engine/time/zone.ts'
import { fill, words, type Words } from '#engine/text/words.ts'

/** Why somebody is away for some days; the last one is the opposite: he works on days that are free for others. */
export const leaveKinds = {
  annual: words('年假', 'Annual leave'),
  sick: words('病假', 'Sick leave'),
  personal: words('事假', 'Personal leave'),
  offset: words('调休', 'Time off in lieu'),
  trip: words('出差', 'Business trip'),
  training: words('培训', 'Training'),
  other: words('其他', 'Other'),
  makeUp: words('补班（休息日上班）', 'Make-up work on days off'),
}

/** An absence, or make-up work, from a day to a day; with times where it begins or ends within them. */
export interface Leave {
  kind: string
  from: string
  to: string
  fromTime: string | null
  toTime: string | null
}

/** The hours of somebody's shift; one over midnight ends on the next day. */
export interface Shift {
  from: string
  to: string
}

/** Whether somebody is at work, and why. */
export interface Duty {
  isOn: boolean
  because: Words
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** Why a leave cannot be; null where it can. */
export function refuseLeave({ from, to, fromTime, toTime }: Omit<Leave, 'kind'>): { field: string; words: Words } | null {
  if (to < from) return { field: 'to', words: words('不能早于开始日期', 'must not be before it begins') }
  if (from === to && fromTime && toTime && toTime < fromTime)
    return { field: 'toTime', words: words('不能早于开始时间', 'must not be before it begins') }
  return null
}

/** Whether a leave covers a moment of the wall's clock. */
const covers = ({ from, to, fromTime, toTime }: Leave, day: string, minute: number): boolean =>
  from <= day &&
  day <= to &&
  !(day === from && fromTime && minute < minutesOf(fromTime)) &&
  !(day === to && toTime && minute >= minutesOf(toTime))

/** The hours in which somebody works on a day: those of his shift on workdays, else those of the calendar. */
function hoursOn(calendar: WorkingCalendar, shift: Shift | null, leaves: readonly Leave[], day: string): WorkingRange[] {
  const makesUp = leaves.some(({ kind, from, to }) => kind === 'makeUp' && from <= day && day <= to)
  const usual = makesUp ? [...rangesOfException(calendar.week, { kind: 'working' })] : rangesOn(calendar, day)
  if (!shift || usual.length === 0) return usual
  const [from, to] = [minutesOf(shift.from), minutesOf(shift.to)]
  return [{ from, to: to > from ? to : to + 1440 }]
}

/**
 * Whether somebody is at work at a moment: by his leave, then by make-up work, then by his shift on the workdays of his calendar, or by the
 * calendar's hours without one. Public holidays and make-up workdays of the country come with the calendar.
 */
export function dutyAt(calendar: WorkingCalendar, shift: Shift | null, leaves: readonly Leave[], now: string): Duty {
  const day = dayAt(now, calendar.zone)
  const ms = Date.parse(now)
  const minute = Math.floor((ms + offsetAt(ms, calendar.zone)) / 60_000) % 1440
  const away = leaves.find((leave) => leave.kind !== 'makeUp' && covers(leave, day, minute))
  if (away) return { isOn: false, because: fill(words('不在岗（至 {to}）', 'away (until {to})'), { to: away.to }) }
  const within = (of: string, at: number) => hoursOn(calendar, shift, leaves, of).some(({ from, to }) => from <= at && at < to)
  if (within(day, minute) || within(addDays(day, -1), minute + 1440)) return { isOn: true, because: words('当班', 'on duty') }
  return {
    isOn: false,
    because:
      hoursOn(calendar, shift, leaves, day).length > 0 ? words('不在班次时间', 'outside working hours') : words('当天休息', 'off that day'),
  }
}

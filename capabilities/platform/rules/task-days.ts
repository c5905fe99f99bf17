import { addDays, mondayOf } from '#engine/time/days.ts'
import { words, type Words } from '#engine/text/words.ts'
import { companyZone, dayAt, instantOfLocal } from '#engine/time/zone.ts'

/** How long before a task is due one wants to be reminded, in minutes. */
export const reminders = {
  onTime: { ...words('到时提醒', 'When it is due'), minutes: 0 },
  m10: { ...words('提前 10 分钟', '10 minutes before'), minutes: 10 },
  m30: { ...words('提前 30 分钟', '30 minutes before'), minutes: 30 },
  h1: { ...words('提前 1 小时', '1 hour before'), minutes: 60 },
  h2: { ...words('提前 2 小时', '2 hours before'), minutes: 120 },
  d1: { ...words('提前 1 天', '1 day before'), minutes: 1440 },
  d2: { ...words('提前 2 天', '2 days before'), minutes: 2880 },
  w1: { ...words('提前 1 周', '1 week before'), minutes: 10_080 },
} satisfies Record<string, Words & { minutes: number }>

/** When the day's work begins: the hour that stands for a day without a time. */
const morning = '09:00'

interface Due {
  dueOn: string | null
  dueTime: string | null
}

const momentOf = (day: string, clock: string, zone: string): string =>
  instantOfLocal(day, Number(clock.slice(0, 2)), Number(clock.slice(3)), 0, zone)

/**
 * When to remind of a task; null where nobody wants to be reminded, or nothing is left to do. Minutes are real minutes, save whole days,
 * which are days of the calendar: "a day before nine o'clock" is nine o'clock, whatever the zone does that night.
 */
export function reminderOf(
  { dueOn, dueTime, remind, state }: Due & { remind: keyof typeof reminders | null; state: string },
  zone: string = companyZone,
): string | null {
  if (!dueOn || !remind || state !== 'open') return null
  const { minutes } = reminders[remind]
  const days = Math.floor(minutes / 1440)
  const moment = momentOf(addDays(dueOn, -days), dueTime ?? morning, zone)
  return new Date(Date.parse(moment) - (minutes % 1440) * 60_000).toISOString()
}

/** The reminder that has not been given yet: none where the one for this very moment has. */
export function pendingReminder(task: Parameters<typeof reminderOf>[0] & { remindedFor: string | null }): string | null {
  const moment = reminderOf(task)
  return moment === task.remindedFor ? null : moment
}

/** Whether a task is late: its day has passed, or its time on the day of today. */
export function isLate({ dueOn, dueTime }: Due, now: string, zone: string = companyZone): boolean {
  if (!dueOn) return false
  return dueTime ? momentOf(dueOn, dueTime, zone) < now : dueOn < dayAt(now, zone)
}

export const taskGroups = ['late', 'today', 'week', 'later', 'someday'] as const
export type TaskGroup = (typeof taskGroups)[number]

/** Where a task stands among others: late, today, within seven days, later, or without a day. */
export function groupOf(due: Due, now: string, zone: string = companyZone): TaskGroup {
  if (!due.dueOn) return 'someday'
  if (isLate(due, now, zone)) return 'late'
  const today = dayAt(now, zone)
  if (due.dueOn === today) return 'today'
  return due.dueOn <= addDays(today, 7) ? 'week' : 'later'
}

export const postponements = {
  day: words('推后 1 天', '1 day'),
  week: words('推后 1 周', '1 week'),
  monday: words('到下周一', 'To next Monday'),
  on: words('到某天', 'To a certain day'),
} satisfies Record<string, Words>

/**
 * The day to which a task is put off. What is late counts from today: a day more of what was due last week is still late.
 * @param on the certain day, where that is how.
 */
export function postponedTo(dueOn: string | null, today: string, how: keyof typeof postponements, on?: string | null): string | null {
  const from = dueOn && dueOn > today ? dueOn : today
  switch (how) {
    case 'day':
      return addDays(from, 1)
    case 'week':
      return addDays(from, 7)
    case 'monday':
      return addDays(mondayOf(from), 7)
    case 'on':
      return on ?? null
  }
}

/** Why a task cannot be put off to a day; null where it can. */
export function refusePostponement(dueOn: string | null, to: string | null): Words | null {
  if (!to) return words('此项必填', 'This is required')
  return dueOn && to <= dueOn ? words('应晚于现在的截止日期', 'must be later than the present due day') : null
}

/** Why these values cannot stand together; none where they can. */
export function refuseTask(task: Due & { repeats: string | null; remind: string | null }): Partial<Record<string, Words>> {
  const due = words('先填截止日期', 'needs a due day')
  return {
    ...(task.dueTime && !task.dueOn ? { dueTime: due } : {}),
    ...(task.repeats && !task.dueOn ? { repeats: due } : {}),
    ...(task.remind && !task.dueOn ? { remind: due } : {}),
  }
}

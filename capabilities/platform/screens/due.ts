import type { Item } from '#engine/access/present.ts'
import { daysBetween, mondayOf, weekdayOf } from '#engine/time/days.ts'
import { sayWeekday } from '#engine/time/say-repetition.ts'
import { words, type Words } from '#engine/text/words.ts'
import { dayAt } from '#engine/time/zone.ts'
import { isLate } from '../rules/task-days.ts'

/** A task as it is answered, as far as its row needs it. */
export interface TaskItem extends Item {
  title: string
  dueOn: string | null
  dueTime: string | null
  priority: 'high' | 'normal' | 'low'
  repeats: string | null
  state: string
  about: { record: string; id: string; title: string } | { hidden: true } | null
  assignee: { id: string; title: string } | { hidden: true }
  givers: { id: string; title: string }[]
}

export const taskFields = 'title,dueOn,dueTime,priority,repeats,state,about,assignee,givers'

const date = (day: string): Words => words(`${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`, day.slice(5))

/** When a task is due, as one says it: late by days, today at three, on Friday, on a day. */
export function sayDue({ dueOn, dueTime }: Pick<TaskItem, 'dueOn' | 'dueTime'>, now: string): Words {
  if (!dueOn) return words('', '')
  const today = dayAt(now)
  const clock = dueTime ? ` ${dueTime}` : ''
  const days = daysBetween(today, dueOn)
  if (isLate({ dueOn, dueTime }, now))
    return days === 0
      ? words(`逾期，今天${clock}`, `Late, today${clock}`)
      : words(`逾期 ${-days} 天`, `${-days} ${days === -1 ? 'day' : 'days'} late`)
  if (days === 0) return words(`今天${clock}`, `Today${clock}`)
  if (days === 1) return words(`明天${clock}`, `Tomorrow${clock}`)
  const weekday = sayWeekday(weekdayOf(dueOn))
  const weeks = daysBetween(mondayOf(today), mondayOf(dueOn)) / 7
  if (weeks === 0) return words(`${weekday.zh}${clock}`, `${weekday.en}${clock}`)
  if (weeks === 1) return words(`下${weekday.zh}${clock}`, `Next ${weekday.en}${clock}`)
  const day = date(dueOn)
  return words(`${day.zh}${clock}`, `${day.en}${clock}`)
}

import { words, type Words } from '#engine/text/words.ts'
import type { Repetition } from './repetition.ts'

const weekdayWords: Words[] = [
  words('周一', 'Monday'),
  words('周二', 'Tuesday'),
  words('周三', 'Wednesday'),
  words('周四', 'Thursday'),
  words('周五', 'Friday'),
  words('周六', 'Saturday'),
  words('周日', 'Sunday'),
]

const monthWords = 'January February March April May June July August September October November December'.split(' ')

const ordinal = (n: number): string =>
  `${n}${n % 10 === 1 && n !== 11 ? 'st' : n % 10 === 2 && n !== 12 ? 'nd' : n % 10 === 3 && n !== 13 ? 'rd' : 'th'}`

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/** The name of a weekday; Monday is 1. */
export const sayWeekday = (weekday: number): Words => weekdayWords[weekday - 1]!

function sayWeek({ every, weekdays = [] }: Repetition): Words {
  const isWorkweek = weekdays.join() === '1,2,3,4,5'
  const zh = isWorkweek ? '周一至周五' : weekdays.map((day) => sayWeekday(day).zh).join('、')
  const en = isWorkweek ? 'Monday to Friday' : joined(weekdays.map((day) => sayWeekday(day).en))
  if (every === 1) return words(zh ? `每${zh}` : '每周', en ? `Every ${en}` : 'Every week')
  return words(zh ? `每 ${every} 周的${zh}` : `每 ${every} 周`, `Every ${every} weeks${en ? ` on ${en}` : ''}`)
}

const sayMonthDay = (day: number | 'last'): Words =>
  day === 'last'
    ? words('最后一天', 'the last day')
    : day > 28
      ? words(`${day} 日（不足时为最后一天）`, `the ${ordinal(day)}, or the last day`)
      : words(`${day} 日`, `the ${ordinal(day)}`)

function sayBase(repetition: Repetition): Words {
  const { unit, every, monthDay, month } = repetition
  const day = monthDay ? sayMonthDay(monthDay) : words('', '')
  switch (unit) {
    case 'day':
      return every === 1 ? words('每天', 'Every day') : words(`每 ${every} 天`, `Every ${every} days`)
    case 'week':
      return sayWeek(repetition)
    case 'month': {
      const on = day.en ? ` on ${day.en}` : ''
      if (every === 1) return words(day.zh ? `每月${/^\d/.test(day.zh) ? ' ' : ''}${day.zh}` : '每月', `Every month${on}`)
      return words(`每 ${every} 个月${day.zh ? `的${/^\d/.test(day.zh) ? ' ' : ''}${day.zh}` : ''}`, `Every ${every} months${on}`)
    }
    case 'year': {
      const zh = month ? ` ${month} 月${/^\d/.test(day.zh) ? ' ' : ''}${day.zh}` : ''
      const en = month ? ` on ${day.en ? `${day.en} of ` : ''}${monthWords[month - 1]}` : ''
      return every === 1 ? words(`每年${zh}`, `Every year${en}`) : words(`每 ${every} 年的${zh}`, `Every ${every} years${en}`)
    }
  }
}

/** A repetition as a sentence: "每 2 周的周一、周三，到 2026-12-31 为止". */
export function sayRepetition(repetition: Repetition): Words {
  const base = sayBase(repetition)
  const { until, count } = repetition
  if (until) return words(`${base.zh}，到 ${until} 为止`, `${base.en}, until ${until}`)
  if (count) return words(`${base.zh}，连这次还有 ${count} 次`, `${base.en}, ${count} ${count === 1 ? 'time' : 'times'} including this one`)
  return base
}

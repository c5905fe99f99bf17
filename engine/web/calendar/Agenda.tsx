import { weekdayOf } from '#engine/time/days.ts'
import { sayWeekday } from '#engine/time/say-repetition.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { Quiet } from '#engine/web/states.tsx'
import { EntryChip, type EntryHandling } from './EntryChip.tsx'
import { SpecialMark } from './SpecialMark.tsx'
import { inOrderOfDay, type CalendarAnswer, type Entry } from './entries.ts'

/** The days on which there is something, one below the other. */
export function Agenda({
  today,
  entries,
  more,
  days: known,
  handling,
}: {
  today: string
  entries: readonly Entry[]
  more: CalendarAnswer['more']
  days: CalendarAnswer['days']
  handling: EntryHandling
}) {
  const { t, say } = useLanguage()
  const days = [...new Set([...entries.map((entry) => entry.day), ...Object.keys(more)])].sort()
  if (days.length === 0)
    return (
      <Quiet
        mark="○"
        title={t('这两周没有安排', 'Nothing in these two weeks')}
        hint={t('有截止日期的任务和联系记录会出现在这里。', 'Tasks with a due day and activities appear here.')}
      />
    )
  return (
    <ol className="zk-agenda">
      {days.map((day) => (
        <li key={day}>
          <h2 className={day === today ? 'zk-times-today' : undefined}>
            {t(`${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`, day)} {say(sayWeekday(weekdayOf(day)))}
            {day === today ? t(' · 今天', ' · today') : ''} <SpecialMark day={known[day]} />
          </h2>
          {inOrderOfDay(entries.filter((entry) => entry.day === day)).map((entry) => (
            <EntryChip key={entry.key} entry={entry} handling={handling} />
          ))}
          {more[day] ? (
            <p className="zk-more">
              {t(
                `还有 ${more[day].value}${more[day].exact ? '' : '+'} 项未显示`,
                `${more[day].value}${more[day].exact ? '' : '+'} not shown`,
              )}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

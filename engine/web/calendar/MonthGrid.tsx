import { PlusOutlined } from '@ant-design/icons'
import { sayWeekday } from '#engine/time/say-repetition.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { phoneWidth, useNarrow } from '#engine/web/narrow.ts'
import { DayList } from './DayList.tsx'
import type { EntryHandling } from './EntryChip.tsx'
import { SpecialMark } from './SpecialMark.tsx'
import { daysFrom, type CalendarAnswer, type Entry, type Spot } from './entries.ts'

export interface GridProps {
  /** Days from the first one shown to the last. */
  from: string
  to: string
  today: string
  entries: readonly Entry[]
  more: CalendarAnswer['more']
  /** When one works on each day, and what is special about it. */
  days: CalendarAnswer['days']
  handling: EntryHandling
  /** Where the entry that is being dragged would go. */
  over: Spot | null | undefined
  onNew(spot: Spot): void
  onDay(day: string): void
}

/** So many entries of a day are shown in a month; the others wait behind their number. */
const shown = 4

/** Six weeks as a table of days. */
export function MonthGrid({ from, today, on, entries, more, days, handling, over, onNew, onDay }: GridProps & { on: string }) {
  const { t, say } = useLanguage()
  const isPhone = useNarrow(phoneWidth)
  const byDay = Map.groupBy(entries, (entry) => entry.day)
  const weeks = [0, 1, 2, 3, 4, 5].map((week) => daysFrom(from, 42).slice(week * 7, week * 7 + 7))
  return (
    <div className="zk-month" role="grid" aria-label={t('月历', 'Month')}>
      <div role="row" className="zk-month-head">
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <div key={weekday} role="columnheader">
            {t(sayWeekday(weekday).zh, say(sayWeekday(weekday)).slice(0, 3))}
          </div>
        ))}
      </div>
      {weeks.map((week) => (
        <div key={week[0]} role="row" className="zk-month-week">
          {week.map((day) => {
            const list = byDay.get(day) ?? []
            const classes = [
              'zk-month-day',
              day.slice(0, 7) === on.slice(0, 7) ? '' : 'zk-month-other',
              day === today ? 'zk-month-today' : '',
              days[day]?.hours.length === 0 ? 'zk-day-off' : '',
              over?.day === day ? 'zk-over' : '',
            ]
            return (
              <div
                key={day}
                role="gridcell"
                data-day={day}
                className={classes.filter(Boolean).join(' ')}
                aria-current={day === today ? 'date' : undefined}
                onClick={(event) => event.target === event.currentTarget && (isPhone ? onDay(day) : onNew({ day, start: null }))}
              >
                <span className="zk-month-date">
                  <button type="button" onClick={() => onDay(day)}>
                    {Number(day.slice(8)) === 1 && !isPhone
                      ? t(`${Number(day.slice(5, 7))}月1日`, `${day.slice(5)}`)
                      : Number(day.slice(8))}
                    <span className="zk-unseen">{t(`打开 ${day}`, `Open ${day}`)}</span>
                  </button>
                  <SpecialMark day={days[day]} />
                  <button
                    type="button"
                    className="zk-month-new"
                    onClick={() => onNew({ day, start: null })}
                    aria-label={t(`在 ${day} 新建`, `New on ${day}`)}
                  >
                    <PlusOutlined aria-hidden />
                  </button>
                </span>
                <DayList entries={list} room={shown} more={more[day]} handling={handling} onMore={() => onDay(day)} />
                {list.length > 0 ? (
                  <span className="zk-month-dots" aria-hidden>
                    {'•'.repeat(Math.min(3, list.length))}
                  </span>
                ) : null}
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}

import { PlusOutlined } from '@ant-design/icons'
import { useEffect, useRef } from 'react'
import { daysBetween, weekdayOf } from '#engine/time/days.ts'
import { sayWeekday } from '#engine/time/say-repetition.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { spotAt } from './drag.ts'
import { DayList } from './DayList.tsx'
import { EntryChip } from './EntryChip.tsx'
import { SpecialMark } from './SpecialMark.tsx'
import { clockOf, daysFrom, gapsOf } from './entries.ts'
import type { GridProps } from './MonthGrid.tsx'
import { sideBySide } from './side-by-side.ts'

const hourHeight = 44
/** Columns beside one another that can still be read: in a week, on one day. */
const readable = { week: 3, day: 8 }
/** Lines of what takes the whole day, above the hours. */
const lines = { week: 6, day: 12 }
const hours = Array.from({ length: 24 }, (_, i) => i)

/** A week, or one day: whole days above, the hours below, and a line where one is now. */
export function TimeGrid({
  from,
  to,
  today,
  nowMinutes,
  entries,
  more,
  days: known,
  handling,
  over,
  onNew,
  onDay,
}: GridProps & { nowMinutes: number }) {
  const { t, say } = useLanguage()
  const scroller = useRef<HTMLDivElement>(null)
  const days = daysFrom(from, daysBetween(from, to) + 1)
  const byDay = Map.groupBy(entries, (entry) => entry.day)
  // The day's work is what one wants to see first.
  // In braces: newer browsers answer with a promise, which is nothing to tidy up with.
  useEffect(() => {
    scroller.current?.scrollTo({ top: 7.5 * hourHeight })
  }, [])
  const template = { gridTemplateColumns: `52px repeat(${days.length}, minmax(0, 1fr))` }
  const laidOut = (day: string) => sideBySide(byDay.get(day) ?? [], days.length > 1 ? readable.week : readable.day)
  const mark = (minutes: number) => ({ top: (minutes / 60) * hourHeight })
  return (
    <div className="zk-times" ref={scroller} tabIndex={0} role="region" aria-label={t('按小时的日历', 'Calendar by hours')}>
      <div className="zk-times-head">
        <div className="zk-times-days" style={template}>
          <span />
          {days.map((day) => (
            <span key={day} className={day === today ? 'zk-times-today' : undefined}>
              <button type="button" onClick={() => onDay(day)}>
                {t(sayWeekday(weekdayOf(day)).zh, say(sayWeekday(weekdayOf(day))).slice(0, 3))} <b>{Number(day.slice(8))}</b>
                <span className="zk-unseen">{t(`打开 ${day}`, `Open ${day}`)}</span>
              </button>
              <SpecialMark day={known[day]} />
              <button
                type="button"
                className="zk-month-new"
                onClick={() => onNew({ day, start: null })}
                aria-label={t(`在 ${day} 新建`, `New on ${day}`)}
              >
                <PlusOutlined aria-hidden />
              </button>
            </span>
          ))}
        </div>
        <div className="zk-times-whole" style={template}>
          <span className="zk-hint">{t('全天', 'All day')}</span>
          {days.map((day) => (
            <div
              key={day}
              data-day={day}
              data-whole
              className={over?.day === day && over.start === null ? 'zk-over' : undefined}
              onClick={(event) => event.target === event.currentTarget && onNew({ day, start: null })}
            >
              <DayList
                entries={(byDay.get(day) ?? []).filter((entry) => entry.start === null)}
                room={days.length > 1 ? lines.week : lines.day}
                more={more[day]}
                handling={handling}
                onMore={() => onDay(day)}
              />
            </div>
          ))}
        </div>
      </div>
      <div className="zk-times-body" style={template}>
        <div className="zk-times-hours" aria-hidden style={{ height: 24 * hourHeight }}>
          {hours.slice(1).map((hour) => (
            <span key={hour} style={mark(hour * 60)}>
              {clockOf(hour * 60)}
            </span>
          ))}
        </div>
        {days.map((day) => (
          <div
            key={day}
            data-day={day}
            data-hour-height={hourHeight}
            className={day === today ? 'zk-times-day zk-times-today' : 'zk-times-day'}
            style={{ height: 24 * hourHeight, backgroundSize: `100% ${hourHeight}px` }}
            onClick={(event) => {
              if (event.target !== event.currentTarget) return
              const spot = spotAt(event.clientX, event.clientY, null)
              // A click means the half hour that it falls into.
              if (spot) onNew({ day, start: Math.floor((spot.start ?? 0) / 30) * 30 })
            }}
          >
            {gapsOf(known[day]).map((gap) => (
              <span
                key={gap.from}
                className="zk-times-off"
                style={{ ...mark(gap.from), height: ((gap.to - gap.from) / 60) * hourHeight }}
                aria-hidden
              />
            ))}
            {laidOut(day).columns.map(({ entry, at, of }) => (
              <EntryChip
                key={entry.key}
                entry={entry}
                handling={handling}
                style={{
                  ...mark(entry.start!),
                  height: (Math.max(25, Math.min(entry.minutes, 24 * 60 - entry.start!)) / 60) * hourHeight - 1,
                  left: `${(at / of) * 100}%`,
                  width: `calc(${100 / of}% - 2px)`,
                }}
              />
            ))}
            {laidOut(day).rest.map(({ start, count, of }) => (
              <button
                key={start}
                type="button"
                className="zk-times-rest"
                style={{ ...mark(start), left: `${((of - 1) / of) * 100}%`, width: `calc(${100 / of}% - 2px)` }}
                onClick={() => onDay(day)}
                aria-label={t(`${day} 还有 ${count} 项`, `${count} more on ${day}`)}
              >
                +{count}
              </button>
            ))}
            {over?.day === day && over.start !== null ? (
              <span className="zk-times-ghost" style={mark(over.start)}>
                {clockOf(over.start)}
              </span>
            ) : null}
            {day === today ? <span className="zk-times-now" style={mark(nowMinutes)} aria-hidden /> : null}
          </div>
        ))}
      </div>
    </div>
  )
}

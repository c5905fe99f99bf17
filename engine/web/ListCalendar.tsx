import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Item } from '#engine/access/present.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { sayWeekday } from '#engine/time/say-repetition.ts'
import { companyZone, dayAt, showInstant } from '#engine/time/zone.ts'
import { api } from './api.ts'
import { daysFrom, daysShown, turned } from './calendar/entries.ts'
import { onDays } from './calendar-fields.ts'
import type { ListQuestion } from './groups.ts'
import { useLanguage } from './language.tsx'
import { titleOf } from './LinkText.tsx'
import { useNow } from './now.ts'
import { ProblemState } from './states.tsx'

/** So many records of a day stand in its square; the others wait behind their number. */
const shown = 4
/** So many records of six weeks are asked for. Beyond them a filter is needed. */
const most = 500

/** A list on the days of a month, by one of its days or moments. */
export function ListCalendar({
  record,
  by,
  on: asked,
  question,
  fields,
  onTurn,
  onOpen,
  onDay,
}: {
  record: RecordDescription
  by: FieldDescription
  /** A day of the month that is shown; the present one unless said. */
  on: string | undefined
  question: ListQuestion
  fields: string
  onTurn(on: string | undefined): void
  onOpen(item: Item): void
  /** All of one day, as a table. */
  onDay(day: string): void
}) {
  const { t, say } = useLanguage()
  const today = dayAt(useNow())
  const on = asked ?? today
  const { from, to } = daysShown('month', on)
  const isMoment = by.kind === 'instant'
  const filter = JSON.stringify({ and: [...(question.filter ? [JSON.parse(question.filter)] : []), ...onDays(by, from, to)] })
  const { data, error, refetch } = useQuery({
    queryKey: ['list', record.name, 'calendar', { filter, q: question.q, fields, by: by.name }],
    queryFn: ({ signal }) =>
      api.get<{ items: Item[]; next: string | null }>(`/records/${record.name}`, {
        query: { filter, q: question.q, fields: [fields, by.name].join(), sort: by.name, limit: most },
        signal,
      }),
    placeholderData: (before) => before,
  })
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  const byDay = Map.groupBy(data?.items ?? [], (item) => {
    const value = item[by.name] as string
    return isMoment ? dayAt(value) : value
  })
  const [year, month] = on.split('-').map(Number)
  const title = t(`${year} 年 ${month} 月`, on.slice(0, 7))
  const weeks = [0, 1, 2, 3, 4, 5].map((week) => daysFrom(from, 42).slice(week * 7, week * 7 + 7))
  return (
    <div className="zk-list-calendar">
      <header className="zk-turn">
        <Button
          icon={<LeftOutlined aria-hidden />}
          onClick={() => onTurn(turned('month', on, -1))}
          aria-label={t('上个月', 'The month before')}
        />
        <Button onClick={() => onTurn(undefined)}>{t('本月', 'This month')}</Button>
        <Button
          icon={<RightOutlined aria-hidden />}
          onClick={() => onTurn(turned('month', on, 1))}
          aria-label={t('下个月', 'The month after')}
        />
        <b aria-live="polite">{title}</b>
        {data?.next ? (
          <span className="zk-hint">{t(`只显示前 ${most} 条，筛选后可看全`, `Only the first ${most}; filter to see all`)}</span>
        ) : null}
      </header>
      <div className="zk-month" role="grid" aria-label={title}>
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
              const items = byDay.get(day) ?? []
              const visible = items.length > shown ? items.slice(0, shown - 1) : items
              const classes = [
                'zk-month-day',
                day.slice(0, 7) === on.slice(0, 7) ? '' : 'zk-month-other',
                day === today ? 'zk-month-today' : '',
              ]
              return (
                <div
                  key={day}
                  role="gridcell"
                  className={classes.filter(Boolean).join(' ')}
                  aria-current={day === today ? 'date' : undefined}
                >
                  <span className="zk-month-date">
                    <button type="button" onClick={() => onDay(day)}>
                      {Number(day.slice(8))}
                      <span className="zk-unseen">{t(`${day} 的全部`, `All of ${day}`)}</span>
                    </button>
                  </span>
                  {visible.map((item) => (
                    <button key={item.id} type="button" className="zk-entry zk-colour-0" onClick={() => onOpen(item)}>
                      {isMoment ? (
                        <span className="zk-entry-time">{showInstant(item[by.name] as string, companyZone).slice(11)}</span>
                      ) : null}
                      <span className="zk-entry-title">{titleOf(item, record, say) || '—'}</span>
                    </button>
                  ))}
                  {items.length > visible.length ? (
                    <button type="button" className="zk-more" onClick={() => onDay(day)}>
                      {t(`还有 ${items.length - visible.length} 项`, `${items.length - visible.length} more`)}
                    </button>
                  ) : null}
                </div>
              )
            })}
          </div>
        ))}
      </div>
    </div>
  )
}

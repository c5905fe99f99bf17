import { LeftOutlined, PlusOutlined, RightOutlined, ShareAltOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented, Skeleton } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import type { LinkValue } from '#engine/access/present.ts'
import { companyZone, dayAt, showInstant } from '#engine/time/zone.ts'
import { api } from '#engine/web/api.ts'
import { useDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { words } from '#engine/text/words.ts'
import { LinkPicker } from '#engine/web/LinkPicker.tsx'
import { useLive } from '#engine/web/live.ts'
import { phoneWidth, useNarrow } from '#engine/web/narrow.ts'
import { useNow } from '#engine/web/now.ts'
import { usePageTitle } from '#engine/web/page-title.ts'
import { ProblemState } from '#engine/web/states.tsx'
import { Agenda } from './Agenda.tsx'
import { useDrag } from './drag.ts'
import type { EntryHandling } from './EntryChip.tsx'
import { EntryWindow } from './EntryWindow.tsx'
import { daysShown, minutesOf, placed, turned, type CalendarAnswer, type Entry, type Span, type Spot } from './entries.ts'
import { FeedDialog } from './FeedDialog.tsx'
import { MonthGrid } from './MonthGrid.tsx'
import { useMove } from './move.ts'
import { NewEntry } from './NewEntry.tsx'
import { TimeGrid } from './TimeGrid.tsx'

/** What the address bar says of the calendar. */
interface CalendarSearch {
  view?: Span
  on?: string
  /** "all", or ids of users; one's own where absent. */
  who?: string
  /** Names of record types that are left out. */
  without?: string
}

const spans = ['month', 'week', 'day', 'agenda'] as const

function readSearch(search: Record<string, unknown>): CalendarSearch {
  const { view, on, who, without } = search
  return {
    ...(spans.includes(view as Span) ? { view: view as Span } : {}),
    ...(typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) ? { on } : {}),
    ...(typeof who === 'string' && who ? { who } : {}),
    ...(typeof without === 'string' && without ? { without } : {}),
  }
}

/** What has a day, on the days: one's own, everybody's that one may see, or that of some colleagues. */
export default function CalendarPage() {
  const { t, say } = useLanguage()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { data: description } = useDescription()
  const isPhone = useNarrow(phoneWidth)
  const now = useNow()
  const today = dayAt(now)
  const search = readSearch(useSearch({ strict: false }))
  const { view = isPhone ? 'agenda' : 'month', on = today, who, without } = search
  const set = (next: CalendarSearch) => void navigate({ to: '/calendar', search: { ...search, ...next } as never, replace: true })
  const [opened, setOpened] = useState<Entry | null>(null)
  const [newAt, setNewAt] = useState<Spot | null>(null)
  const [showsFeed, setShowsFeed] = useState(false)
  const [isPicking, setPicking] = useState(false)
  const records = useMemo(() => (description?.records ?? []).filter((record) => record.calendar), [description])
  const left = without?.split(',') ?? []
  const shown = records.filter((record) => !left.includes(record.name))
  const { from, to } = daysShown(view, on)
  const query = {
    from,
    to,
    perDay: view === 'month' ? 8 : 60,
    who: who === 'all' ? undefined : (who ?? 'me'),
    records: left.length > 0 ? shown.map((record) => record.name).join() : undefined,
  }
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['calendar', query],
    queryFn: ({ signal }) => api.get<CalendarAnswer>('/calendar', { query, signal }),
    enabled: shown.length > 0,
    placeholderData: (before) => before,
  })
  const stale = useLive(
    [],
    useMemo(() => records.map((record) => record.name), [records]),
  )
  useEffect(() => {
    if (!stale.value) return
    stale.clear()
    void queries.invalidateQueries({ queryKey: ['calendar'] })
  }, [stale, queries])
  // What was asked before types were left out may still be on the screen.
  const entries = data ? placed(data, records, say, now).filter((entry) => !left.includes(entry.record.name)) : []
  const move = useMove()
  const { dragging, begin, wasDrag } = useDrag(move)
  usePageTitle(t('日历', 'Calendar'))
  const handling: EntryHandling = {
    colourOf: (entry) => records.indexOf(entry.record),
    showsWho: who !== undefined,
    onOpen: setOpened,
    onMove: move,
    onGrab: begin,
    wasDrag,
    dragged: dragging?.entry.key,
  }
  const makeable = shown.filter((record) => record.create)
  const grid = {
    from,
    to,
    today,
    entries,
    more: data?.more ?? {},
    days: data?.days ?? {},
    handling,
    over: dragging?.spot,
    onNew: (spot: Spot) => makeable.length > 0 && setNewAt(spot),
    // What a day has no room for stands in the agenda.
    onDay: (day: string) => set({ view: view === 'day' ? 'agenda' : 'day', on: day }),
  }
  const people = who && who !== 'all' ? who.split(',') : []
  const whose = isPicking || people.length > 0 ? 'some' : (who ?? 'me')
  return (
    <section className={`zk-calendar${dragging ? ' zk-dragging' : ''}`} aria-label={t('日历', 'Calendar')}>
      <header className="zk-calendar-head">
        <h1>{headingOf(view, on, from, to, t)}</h1>
        <div className="zk-turn">
          <Button icon={<LeftOutlined aria-hidden />} onClick={() => set({ on: turned(view, on, -1) })} aria-label={t('往前', 'Back')} />
          <Button onClick={() => set({ on: today })} disabled={today >= from && today <= to && on === today}>
            {t('今天', 'Today')}
          </Button>
          <Button icon={<RightOutlined aria-hidden />} onClick={() => set({ on: turned(view, on, 1) })} aria-label={t('往后', 'On')} />
        </div>
        <Segmented<Span>
          value={view}
          onChange={(next) => set({ view: next })}
          options={[
            { value: 'month', label: t('月', 'Month') },
            ...(isPhone ? [] : [{ value: 'week' as const, label: t('周', 'Week') }]),
            { value: 'day', label: t('日', 'Day') },
            { value: 'agenda', label: t('日程', 'Agenda') },
          ]}
          aria-label={t('怎样看', 'How to look')}
        />
        <span className="zk-spring" />
        <Segmented
          value={whose}
          onChange={(next) => {
            setPicking(next === 'some')
            if (next !== 'some') set({ who: next === 'all' ? 'all' : undefined } as CalendarSearch)
          }}
          options={[
            { value: 'me', label: t('我的', 'Mine') },
            { value: 'all', label: t('全部', 'All'), title: t('您有权看到的全部', 'All that you may see') },
            { value: 'some', label: t('同事', 'Colleagues') },
          ]}
          aria-label={t('谁的日历', 'Whose calendar')}
        />
        <Button icon={<ShareAltOutlined aria-hidden />} onClick={() => setShowsFeed(true)} aria-label={t('订阅', 'Subscribe')}>
          {isPhone ? null : t('订阅', 'Subscribe')}
        </Button>
        {makeable.length > 0 ? (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setNewAt({ day: view === 'day' ? on : today, start: null })}
          >
            {t('新建', 'New')}
          </Button>
        ) : null}
      </header>
      <div className="zk-calendar-types">
        {records.map((record, i) => (
          <button
            key={record.name}
            type="button"
            className={`zk-type zk-colour-${i % 6}`}
            aria-pressed={!left.includes(record.name)}
            onClick={() => {
              const next = left.includes(record.name) ? left.filter((name) => name !== record.name) : [...left, record.name]
              set({ without: next.join() || undefined } as CalendarSearch)
            }}
          >
            {say(record.words)}
          </button>
        ))}
        {whose === 'some' ? (
          <div className="zk-calendar-people">
            <LinkPicker
              id="calendar-people"
              label={t('同事', 'Colleagues')}
              field={{ name: 'people', kind: 'links', words: words('同事', 'Colleagues'), to: 'user' }}
              value={people}
              isMany
              onChange={(next) => set({ who: (next as LinkValue[]).map((user) => user.id).join() || undefined } as CalendarSearch)}
            />
          </div>
        ) : null}
      </div>
      {data && data.unknownYears.length > 0 ? (
        <p className="zk-hint zk-calendar-unknown">
          {t(
            `${data.unknownYears.join('、')} 年的放假安排还没有导入，节假日暂按一般工作日和周末显示。`,
            `The public holidays of ${data.unknownYears.join(' and ')} have not been imported; they are shown as usual days.`,
          )}
        </p>
      ) : null}
      {error ? (
        <ProblemState problem={error} onRetry={() => void refetch()} />
      ) : isPending && shown.length > 0 ? (
        <Skeleton active className="zk-page-wait" paragraph={{ rows: 8 }} />
      ) : view === 'month' ? (
        <MonthGrid {...grid} on={on} />
      ) : view === 'agenda' ? (
        <Agenda today={today} entries={entries} more={grid.more} days={grid.days} handling={handling} />
      ) : (
        <TimeGrid key={`${view}${from}`} {...grid} nowMinutes={minutesOf(showInstant(now, companyZone).slice(11))} />
      )}
      {opened ? <EntryWindow entry={opened} onClose={() => setOpened(null)} /> : null}
      {newAt ? <NewEntry records={makeable} spot={newAt} onClose={() => setNewAt(null)} /> : null}
      {showsFeed ? <FeedDialog onClose={() => setShowsFeed(false)} /> : null}
    </section>
  )
}

function headingOf(view: Span, on: string, from: string, to: string, t: (zh: string, en: string) => string): string {
  const [year, month, date] = on.split('-').map(Number)
  switch (view) {
    case 'month':
      return t(`${year} 年 ${month} 月`, on.slice(0, 7))
    case 'day':
      return t(`${year} 年 ${month} 月 ${date} 日`, on)
    default:
      return t(
        `${Number(from.slice(5, 7))} 月 ${Number(from.slice(8))} 日 – ${Number(to.slice(5, 7))} 月 ${Number(to.slice(8))} 日`,
        `${from} – ${to}`,
      )
  }
}

import { weekdayOf } from '#engine/time/days.ts'
import { sayWeekday } from '#engine/time/say-repetition.ts'
import { dayAt } from '#engine/time/zone.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useLanguage } from '#engine/web/language.tsx'
import { useDescription } from '#engine/web/description.ts'
import { useLive } from '#engine/web/live.ts'
import { useNow } from '#engine/web/now.ts'
import { usePageTitle } from '#engine/web/page-title.ts'
import { useTodayParts, type TodayPart } from '#engine/web/screens.ts'

/** The first screen: what is late, what is for today, what waits, and how things stand. Everything on it is done on it. */
export default function TodayPage() {
  const { t, say } = useLanguage()
  const now = useNow()
  const today = dayAt(now)
  const queries = useQueryClient()
  const { data: description } = useDescription()
  const main = useTodayParts('main')
  const side = useTodayParts('side')
  usePageTitle(t('今天', 'Today'))
  // What colleagues do meanwhile appears by itself: here one looks at what there is, not at a list one has set out.
  const names = useMemo(() => (description?.records ?? []).filter((record) => record.calendar).map((record) => record.name), [description])
  const stale = useLive([], names)
  useEffect(() => {
    if (!stale.value) return
    stale.clear()
    for (const name of names) void queries.invalidateQueries({ queryKey: ['list', name] })
    void queries.invalidateQueries({ queryKey: ['recent'] })
  }, [stale, names, queries])
  const [, month, date] = today.split('-').map(Number)
  const weekday = say(sayWeekday(weekdayOf(today)))
  const show = (parts: readonly TodayPart[]) => parts.map(({ Show }, i) => <Show key={i} now={now} today={today} />)
  return (
    <article className="zk-today">
      <header className="zk-page-head">
        <div>
          <h1>{t('今天', 'Today')}</h1>
          <span className="zk-faint">{t(`${month} 月 ${date} 日 ${weekday}`, `${weekday}, ${today}`)}</span>
        </div>
      </header>
      <div className="zk-today-columns">
        <div>{show(main)}</div>
        <aside>{show(side)}</aside>
      </div>
    </article>
  )
}

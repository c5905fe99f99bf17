import { useRouter } from '@tanstack/react-router'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { PresentedNotice } from '#engine/notice/present-notices.ts'
import { say, words, type Locale } from '#engine/text/words.ts'
import { companyZone, dayAt, showInstant } from '#engine/time/zone.ts'
import { useLanguage } from './language.tsx'
import { useMarking } from './notices.ts'

/** Notices by the day they came. Arrows go from one to the next, Enter or a click opens what it is about. */
export function NoticeList({ notices, onOpen }: { notices: readonly PresentedNotice[]; onOpen?: () => void }) {
  const { locale } = useLanguage()
  const days = [...Map.groupBy(notices, (notice) => dayAt(notice.at))]
  return (
    <div className="zk-notices" onKeyDown={goAlong}>
      {days.map(([day, group]) => (
        <section key={day} aria-label={nameOfDay(day, locale)}>
          <h2>{nameOfDay(day, locale)}</h2>
          <ul>
            {group.map((notice) => (
              <Notice key={notice.id} notice={notice} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function goAlong(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.zk-notice')]
  const at = all.indexOf(document.activeElement as HTMLElement)
  all[Math.max(0, Math.min(all.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus()
  event.preventDefault()
}

/** What a day is called, seen from today. */
function nameOfDay(day: string, locale: Locale): string {
  if (day === dayAt(Date.now())) return say(words('今天', 'Today'), locale)
  if (day === dayAt(Date.now() - 86_400_000)) return say(words('昨天', 'Yesterday'), locale)
  const format = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en', {
    timeZone: 'UTC',
    weekday: 'short',
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
    ...(day.slice(0, 4) === dayAt(Date.now()).slice(0, 4) ? {} : { year: 'numeric' as const }),
  })
  return format.format(new Date(`${day}T00:00:00Z`))
}

function Notice({ notice, onOpen }: { notice: PresentedNotice; onOpen: (() => void) | undefined }) {
  const { t } = useLanguage()
  const { history } = useRouter()
  const mark = useMarking()
  const open = (event: MouseEvent) => {
    if (!notice.isRead) void mark([notice.id])
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onOpen?.()
    if (notice.path) history.push(notice.path)
  }
  return (
    <li className={notice.isRead ? undefined : 'zk-unread'}>
      <a className="zk-notice" href={notice.path ?? '/notices'} onClick={open}>
        <span className="zk-notice-text">
          {notice.sentence.map((piece, i) => (piece.strong ? <b key={i}>{piece.text}</b> : <span key={i}>{piece.text}</span>))}
        </span>
        {notice.detail ? <span className="zk-notice-detail">{notice.detail}</span> : null}
        <time dateTime={notice.at}>{showInstant(notice.at, companyZone).slice(11)}</time>
      </a>
      <button
        type="button"
        className="zk-notice-mark"
        aria-label={notice.isRead ? t('标为未读', 'Mark as unread') : t('标为已读', 'Mark as read')}
        title={notice.isRead ? t('标为未读', 'Mark as unread') : t('标为已读', 'Mark as read')}
        onClick={() => void mark([notice.id], !notice.isRead)}
      />
    </li>
  )
}

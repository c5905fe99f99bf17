import { BellOutlined, SettingOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Segmented, Skeleton } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from './language.tsx'
import { NoticeList } from './NoticeList.tsx'
import { useMarking, useNotices, useUnread } from './notices.ts'

/** The bell: how much waits unread, at once when it comes; opened, the latest notices. */
export function Bell() {
  const { t } = useLanguage()
  const unread = useUnread()
  const [isOpen, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const bell = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const away = (event: PointerEvent) => !place.current?.contains(event.target as Node) && setOpen(false)
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [isOpen])
  const close = () => {
    setOpen(false)
    bell.current?.focus()
  }
  const n = unread?.value ?? 0
  const count = unread?.exact === false ? `${n}+` : String(n)
  return (
    <div
      ref={place}
      className="zk-bell"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isOpen) close()
      }}
    >
      <Button
        ref={bell}
        type="text"
        icon={<BellOutlined aria-hidden />}
        onClick={() => setOpen(!isOpen)}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        aria-label={n > 0 ? t(`通知，${count} 条未读`, `Notices, ${count} unread`) : t('通知', 'Notices')}
      />
      {n > 0 ? (
        <span className="zk-bell-count" aria-hidden>
          {count}
        </span>
      ) : null}
      {isOpen ? <NoticesPanel hasUnread={n > 0} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

function NoticesPanel({ hasUnread, onClose }: { hasUnread: boolean; onClose(): void }) {
  const { t } = useLanguage()
  const [isUnread, setUnread] = useState(hasUnread)
  const mark = useMarking()
  const { data, isPending } = useNotices(isUnread, 20)
  const panel = useRef<HTMLElement>(null)
  const items = data?.pages.flatMap((page) => page.items) ?? []
  // The first notice has the keyboard as soon as it is there.
  useEffect(() => {
    if (!isPending) (panel.current?.querySelector<HTMLElement>('.zk-notice') ?? panel.current)?.focus()
  }, [isPending])
  return (
    <section ref={panel} className="zk-notices-panel" role="dialog" aria-label={t('通知', 'Notices')} tabIndex={-1}>
      <header>
        <Segmented
          size="small"
          value={isUnread}
          onChange={setUnread}
          options={[
            { value: true, label: t('未读', 'Unread') },
            { value: false, label: t('全部', 'All') },
          ]}
        />
        <Button type="link" size="small" className="zk-panel-all" disabled={!hasUnread} onClick={() => void mark()}>
          {t('全部标为已读', 'Mark all as read')}
        </Button>
        <Link
          to={'/preferences' as string}
          onClick={onClose}
          aria-label={t('通知设置', 'Preferences for notices')}
          className="zk-panel-settings"
        >
          <SettingOutlined aria-hidden />
        </Link>
      </header>
      {isPending ? (
        <Skeleton active className="zk-panel-wait" paragraph={{ rows: 4 }} />
      ) : items.length > 0 ? (
        <NoticeList notices={items} onOpen={onClose} />
      ) : (
        <p className="zk-panel-quiet">{isUnread ? t('没有未读通知', 'Nothing unread') : t('还没有通知', 'No notices yet')}</p>
      )}
      <footer>
        <Link to={'/notices' as string} onClick={onClose}>
          {t('查看全部通知', 'All notices')}
        </Link>
      </footer>
    </section>
  )
}

import { BellOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from './language.tsx'
import { later } from './later.tsx'
import { useUnread } from './notices.ts'

const NoticesPanel = later(() => import('./NoticesPanel.tsx').then((file) => file.NoticesPanel), { isLikely: true })

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

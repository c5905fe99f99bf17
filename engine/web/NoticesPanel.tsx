import { SettingOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Segmented, Skeleton } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from './language.tsx'
import { NoticeList } from './NoticeList.tsx'
import { useMarking, useNotices } from './notices.ts'

/** The latest notices, under the bell: what is unread, or all. */
export function NoticesPanel({ hasUnread, onClose }: { hasUnread: boolean; onClose(): void }) {
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
          aria-label={t('哪些通知', 'Which notices')}
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

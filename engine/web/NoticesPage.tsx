import { Button, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { useLanguage } from './language.tsx'
import { NoticeList } from './NoticeList.tsx'
import { useMarking, useNotices, useUnread } from './notices.ts'
import { usePageTitle } from './page-title.ts'
import { ProblemState, Quiet } from './states.tsx'

/** All notices that one has had, as far back as they are kept. */
export function NoticesPage() {
  const { t } = useLanguage()
  const [isUnread, setUnread] = useState(false)
  const unread = useUnread()
  const mark = useMarking()
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useNotices(isUnread, 50)
  usePageTitle(t('通知', 'Notices'))
  if (error) return <ProblemState problem={error} />
  const items = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="zk-list">
      <header className="zk-list-head">
        <h1>{t('通知', 'Notices')}</h1>
        <Segmented
          aria-label={t('哪些通知', 'Which notices')}
          value={isUnread}
          onChange={setUnread}
          options={[
            { value: false, label: t('全部', 'All') },
            { value: true, label: t('未读', 'Unread') },
          ]}
        />
        <span className="zk-spring" />
        <Button disabled={!unread?.value} onClick={() => void mark()}>
          {t('全部标为已读', 'Mark all as read')}
        </Button>
      </header>
      <div className="zk-notices-page">
        {isPending ? (
          <Skeleton active paragraph={{ rows: 8 }} />
        ) : items.length === 0 ? (
          <Quiet
            mark="✓"
            title={isUnread ? t('没有未读通知', 'Nothing unread') : t('还没有通知', 'No notices yet')}
            hint={t(
              '同事提到您、把客户交给您、您关注的记录有变化，都会出现在这里。',
              'What colleagues say to you, hand to you or change in what you follow appears here.',
            )}
          />
        ) : (
          <>
            <NoticeList notices={items} />
            {hasNextPage ? (
              <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
                {t('更早的通知', 'Earlier')}
              </Button>
            ) : null}
          </>
        )}
      </div>
    </section>
  )
}

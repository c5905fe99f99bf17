import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { api } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'
import { ProblemState, Quiet } from '#engine/web/states.tsx'
import type { Decision } from './decision-data.ts'
import { DecisionLine } from './DecisionLine.tsx'

interface Page {
  waiting: number
  items: Decision[]
  next: string | null
}

/** What a queue has decided, the last first, and how much waits. */
export function QueueDecisions({ item }: PanelProps) {
  const { t } = useLanguage()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['allocation', item.id, 'decisions'],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page>(`/allocation-queues/${item.id}/decisions`, { query: pageParam ? { before: pageParam } : {}, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchOnMount: 'always',
  })
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 4 }} />
  const items = data.pages.flatMap((page) => page.items)
  const { waiting } = data.pages[0]!
  return (
    <div>
      <p className="zk-hint">{waiting === 0 ? t('没有待分配的。', 'Nothing waits.') : t(`待分配 ${waiting} 条。`, `${waiting} wait.`)}</p>
      {items.length === 0 ? (
        <Quiet
          mark="○"
          title={t('还没有分配过', 'Nothing has been handed out')}
          hint={t('启用后，每次分配都连同原因记在这里。', 'Once it is on, every decision stands here with its reason.')}
        />
      ) : (
        <ul className="zk-decisions">
          {items.map((decision) => (
            <DecisionLine key={decision.id} decision={decision} />
          ))}
        </ul>
      )}
      {hasNextPage ? (
        <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
          {t('再显示 30 条', 'Show 30 more')}
        </Button>
      ) : null}
    </div>
  )
}

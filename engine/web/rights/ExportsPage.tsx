import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented, Skeleton } from 'antd'
import type { Exports } from '#engine/intake/export-requests.ts'
import { api } from '../api.ts'
import { useDescription } from '../description.ts'
import { useLanguage } from '../language.tsx'
import { usePageTitle } from '../page-title.ts'
import { ProblemState, Quiet } from '../states.tsx'
import { ExportEntry } from './ExportEntry.tsx'

type Which = 'mine' | 'waiting' | 'all'

/** What was taken out and what waits for somebody to decide: one's own, what one may decide on, and for administrators everything. */
export default function ExportsPage() {
  const { t, locale } = useLanguage()
  const { data: description } = useDescription()
  const client = useQueryClient()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { which?: string }
  const isAdministrator = description?.me.roles.includes('administrator') ?? false
  const which: Which = search.which === 'waiting' || (search.which === 'all' && isAdministrator) ? search.which : 'mine'
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['exports', which, locale],
    queryFn: ({ pageParam }) => api.get<Exports>('/exports', { query: { which, before: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: (query) => (query.state.data?.pages[0]?.items.some((item) => item.state === 'approved') ? 2000 : false),
    retry: false,
  })
  const title = t('导出', 'Exports')
  usePageTitle(title)
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const refresh = () => void client.invalidateQueries({ queryKey: ['exports'] })
  return (
    <section className="zk-list">
      <header className="zk-list-head">
        <h1>{title}</h1>
        <Segmented
          aria-label={t('哪些导出', 'Which exports')}
          value={which}
          onChange={(next: Which) => void navigate({ to: '/exports' as string, search: (next === 'mine' ? {} : { which: next }) as never })}
          options={[
            { value: 'mine' as const, label: t('我的', 'Mine') },
            { value: 'waiting' as const, label: t('等我批准', 'For me to decide') },
            ...(isAdministrator ? [{ value: 'all' as const, label: t('所有人的', 'Everybody’s') }] : []),
          ]}
        />
        <span className="zk-spring" />
        {isAdministrator ? (
          <Link to="/$record" params={{ record: 'exportRule' }} className="zk-plan-link">
            {t('多少行需要批准', 'How many rows need approval')}
          </Link>
        ) : null}
      </header>
      {!data ? (
        <Skeleton active paragraph={{ rows: 6 }} />
      ) : items.length === 0 ? (
        <Quiet
          mark="○"
          title={which === 'waiting' ? t('没有等您批准的导出', 'Nothing waits for you') : t('还没有导出', 'No exports yet')}
          hint={t(
            '导出在列表右上角的菜单里；每次导出都会记在这里。',
            'Exports are made from the menu above each list; each is noted here.',
          )}
        />
      ) : (
        <ol className="zk-exports">
          {items.map((item) => (
            <ExportEntry key={item.id} item={item} isMine={item.by.id === description?.me.id} onChanged={refresh} />
          ))}
        </ol>
      )}
      {hasNextPage ? (
        <Button className="zk-audit-more" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('更早', 'Earlier')}
        </Button>
      ) : null}
    </section>
  )
}

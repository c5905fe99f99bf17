import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { Seers } from '#engine/access/explain.ts'
import { api } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { ProblemState } from '../states.tsx'

/** So many are shown at once. */
const atOnce = 30

/** Everybody who may see a record or one of its fields, with the right on which he does. */
export function WhoSees({ record, id, field }: { record: string; id: string; field?: string | undefined }) {
  const { t, locale } = useLanguage()
  const [shown, setShown] = useState(atOnce)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['who-sees', record, id, field, locale],
    queryFn: ({ pageParam, signal }) => api.get<Seers>(`/records/${record}/${id}/who-sees`, { query: { field, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    retry: false,
  })
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active paragraph={{ rows: 6 }} />
  const seers = data.pages.flatMap((page) => page.items)
  return (
    <>
      <p className="zk-hint">
        {t(`${seers.length}${hasNextPage ? '+' : ''} 人能看到`, `${seers.length}${hasNextPage ? '+' : ''} people see it`)}
      </p>
      <ul className="zk-seers">
        {seers.slice(0, shown).map(({ user, words, because }) => (
          <li key={user.id}>
            <Link to="/$record/$id" params={{ record: 'user', id: user.id }}>
              {user.title}
            </Link>
            <span className="zk-state zk-plain">{words}</span>
            <span className="zk-hint">{because}</span>
          </li>
        ))}
      </ul>
      {seers.length > shown || hasNextPage ? (
        <Button
          size="small"
          loading={isFetchingNextPage}
          onClick={() => {
            if (seers.length <= shown + atOnce && hasNextPage) void fetchNextPage()
            setShown(shown + atOnce)
          }}
        >
          {t('显示更多', 'Show more')}
        </Button>
      ) : null}
    </>
  )
}

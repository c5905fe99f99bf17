import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Radio, Skeleton } from 'antd'
import { useState } from 'react'
import type { Words } from '#engine/text/words.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { api } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'
import { ProblemState } from '#engine/web/states.tsx'
import { useComplain } from '#engine/web/undo.tsx'

interface Returns {
  tonight: number
  soon: number
  items: { id: string | null; title: string | null; owner: { id: string; title: string | null }; until: string; why: Words; deed: Words }[]
  next: string | null
}

/** Who returns tonight and in the days after, by which rule and on which facts: before it happens. */
export function PoolReturns({ item }: PanelProps) {
  const { t } = useLanguage()
  const complain = useComplain()
  const [isTonight, setTonight] = useState(true)
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['pool-returns', item.id, item.version, isTonight],
    queryFn: ({ pageParam, signal }) =>
      api.get<Returns>(`/pools/${item.id}/returns`, {
        query: { ...(isTonight ? { tonight: true } : {}), ...(pageParam ? { after: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  const first = data?.pages[0]
  if (!first) return <Skeleton active title={false} paragraph={{ rows: 3 }} />
  const rows = data.pages.flatMap((page) => page.items)
  const isOn = item.state === 'on'
  const anew = () =>
    api
      .post('/actions/customers.foreseeReturns', { on: item.id, input: {} }, { version: item.version })
      .then(() => setTimeout(() => void refetch(), 1500), complain)
  return (
    <section className="zk-pool">
      <div className="zk-pool-head">
        <b>
          {isOn
            ? t(`今晚将退回 ${first.tonight.toLocaleString()} 位`, `${first.tonight.toLocaleString()} return tonight`)
            : t(
                `开启后今晚会退回 ${first.tonight.toLocaleString()} 位`,
                `${first.tonight.toLocaleString()} would return tonight if it were on`,
              )}
        </b>
        {typeof item.watched === 'number' ? (
          <span className="zk-faint">
            {t(`涉及客户 ${item.watched.toLocaleString()} 位`, `of ${item.watched.toLocaleString()} watched`)}
          </span>
        ) : null}
        {typeof item.foreseenAt === 'string' ? (
          <span className="zk-faint">
            {t(`${showInstant(item.foreseenAt, companyZone)} 列出`, `listed ${showInstant(item.foreseenAt, companyZone)}`)}
          </span>
        ) : null}
        {item.can.edit ? <Button onClick={() => void anew()}>{t('重新列出', 'List anew')}</Button> : null}
      </div>
      <Radio.Group
        value={isTonight}
        onChange={(event) => setTonight(event.target.value as boolean)}
        aria-label={t('看哪些', 'Which to see')}
        options={[
          { value: true, label: t(`今晚 ${first.tonight}`, `Tonight ${first.tonight}`) },
          { value: false, label: t(`含之后几天 ${first.tonight + first.soon}`, `With the days after ${first.tonight + first.soon}`) },
        ]}
      />
      {rows.length === 0 ? <p className="zk-hint">{t('没有客户将退回。', 'Nobody is about to return.')}</p> : <Rows rows={rows} />}
      {hasNextPage ? (
        <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
          {t('再显示 50 位', 'Show 50 more')}
        </Button>
      ) : null}
    </section>
  )
}

function Rows({ rows }: { rows: Returns['items'] }) {
  const { t, say } = useLanguage()
  return (
    <ul className="zk-retention-rows">
      {rows.map((row, i) => (
        <li key={row.id ?? i}>
          {row.id === null || row.title === null ? (
            <span className="zk-faint">{t('无权查看的客户', 'A customer you may not see')}</span>
          ) : (
            <Link to="/$record/$id" params={{ record: 'customer', id: row.id }}>
              {row.title || '—'}
            </Link>
          )}
          <small className="zk-faint">
            {row.owner.title ? `${row.owner.title} · ` : ''}
            {say(row.why)} · {say(row.deed)}
          </small>
        </li>
      ))}
    </ul>
  )
}

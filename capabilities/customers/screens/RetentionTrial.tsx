import { Link } from '@tanstack/react-router'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Radio, Skeleton } from 'antd'
import { useState } from 'react'
import { api } from '#engine/web/api.ts'
import { useDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'
import { ProblemState, Quiet } from '#engine/web/states.tsx'
import { useComplain } from '#engine/web/undo.tsx'
import { spareReasons, type SpareReason } from '../rules/retention.ts'

interface Trial {
  state: 'none' | 'running' | 'done' | 'failed'
  isCurrent: boolean
  counts: { spared: SpareReason | null; n: number }[]
  items: { record: string; id: string; since: string; title: string | null }[]
  next: string | null
}

/** What a retention rule would do: exactly which records, since when, and which it would spare and why. It changes nothing. */
export function RetentionTrial({ item }: PanelProps) {
  const { t, say } = useLanguage()
  const [spared, setSpared] = useState<SpareReason | null>(null)
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['retention', item.id, spared, item.version],
    queryFn: ({ pageParam, signal }) =>
      api.get<Trial>(`/retention/${item.id}/trial`, {
        query: { ...(spared ? { spared } : {}), ...(pageParam ? { after: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchInterval: (query) => (query.state.data?.pages[0]?.state === 'running' ? 1000 : false),
  })
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  const first = data?.pages[0]
  if (!first) return <Skeleton active title={false} paragraph={{ rows: 3 }} />
  const hits = first.counts.find((count) => count.spared === null)?.n ?? 0
  const left = first.counts.flatMap((count) => (count.spared ? [{ reason: count.spared, n: count.n }] : []))
  const rows = data.pages.flatMap((page) => page.items)
  return (
    <div className="zk-retention">
      <p className="zk-retention-state" aria-live="polite">
        {first.state === 'running' ? t('正在试运行…', 'Being tried …') : null}
        {first.state === 'failed' ? t('试运行没有成功，可以再试。', 'The trial did not succeed; try again.') : null}
        {first.state === 'done' ? (
          <>
            <b>{t(`会处理 ${hits.toLocaleString()} 条`, `${hits.toLocaleString()} would be done`)}</b>
            {first.isCurrent ? null : (
              <span className="zk-bad">
                {t('规则已改动，重新试运行后才能启用', 'The rule has changed: try it again before switching it on')}
              </span>
            )}
          </>
        ) : null}
        <TryButton item={item} isRunning={first.state === 'running'} onTried={() => void refetch()} />
      </p>
      {item.fault ? (
        <p className="zk-bad" role="status">
          {t('已自动停止：', 'It stopped itself: ')}
          {String(item.fault)}
        </p>
      ) : null}
      {first.state === 'none' ? (
        <Quiet
          mark="○"
          title={t('还没有试运行', 'It has not been tried')}
          hint={t(
            '试运行列出会处理的记录和放过的原因，不改动任何数据。',
            'A trial lists what would be done and what is spared and why. It changes nothing.',
          )}
        />
      ) : null}
      {first.state === 'done' ? (
        <>
          <Radio.Group
            value={spared ?? ''}
            onChange={(event) => setSpared((event.target.value as SpareReason | '') || null)}
            aria-label={t('看哪些', 'Which to see')}
            className="zk-retention-which"
            options={[
              { value: '', label: t(`会处理 ${hits}`, `Would be done ${hits}`) },
              ...left.map(({ reason, n }) => ({ value: reason, label: `${say(spareReasons[reason])} ${n}` })),
            ]}
          />
          {rows.length === 0 ? <p className="zk-hint">{t('没有记录到期。', 'Nothing is over its term.')}</p> : <Rows rows={rows} />}
          {hasNextPage ? (
            <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
              {t('再显示 50 条', 'Show 50 more')}
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  )
}

function Rows({ rows }: { rows: Trial['items'] }) {
  const { t, say, locale } = useLanguage()
  const { data: description } = useDescription()
  const day = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium' })
  return (
    <ul className="zk-retention-rows">
      {rows.map((row) => {
        const record = description?.records.find(({ name }) => name === row.record)
        return (
          <li key={row.id}>
            {row.title === null ? (
              <span className="zk-faint">{t('无权查看的记录', 'A record you may not see')}</span>
            ) : (
              <Link to="/$record/$id" params={{ record: row.record, id: row.id }}>
                {row.title || '—'}
              </Link>
            )}
            <small className="zk-faint">
              {record ? say(record.words) : row.record} ·{' '}
              {t(`自 ${day.format(new Date(row.since))}`, `since ${day.format(new Date(row.since))}`)}
            </small>
          </li>
        )
      })}
    </ul>
  )
}

function TryButton({ item, isRunning, onTried }: { item: PanelProps['item']; isRunning: boolean; onTried(): void }) {
  const { t } = useLanguage()
  const complain = useComplain()
  const [isSent, setSent] = useState(false)
  const ask = async () => {
    setSent(true)
    try {
      await api.post('/actions/customers.tryRetention', { on: item.id, input: {} }, { version: item.version })
      onTried()
    } catch (error) {
      complain(error)
    } finally {
      setSent(false)
    }
  }
  return (
    <Button disabled={isRunning || !item.can.edit} loading={isSent} onClick={() => void ask()}>
      {t('试运行', 'Try it')}
    </Button>
  )
}

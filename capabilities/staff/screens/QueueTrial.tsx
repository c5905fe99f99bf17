import { useQuery } from '@tanstack/react-query'
import { Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { api } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'
import { ProblemState, Quiet } from '#engine/web/states.tsx'
import { WideTable } from '#engine/web/WideTable.tsx'
import type { Simulation } from '../rules/simulate-allocation.ts'

type Trial = Simulation & { from: string; to: string; isCapped: boolean }

const spans = [7, 30, 90]

/** Minutes as people say them. */
function useMinutes() {
  const { t } = useLanguage()
  return (minutes: number) =>
    minutes < 90
      ? t(`${Math.round(minutes)} 分钟`, `${Math.round(minutes)} min`)
      : t(`${(minutes / 60).toFixed(1)} 小时`, `${(minutes / 60).toFixed(1)} h`)
}

/** What the queue as it is set up now would have made of what came in lately: who would have got how much, and what would have waited. */
export function QueueTrial({ item }: PanelProps) {
  const { t } = useLanguage()
  const sayMinutes = useMinutes()
  const [days, setDays] = useState(30)
  const { data, error, refetch } = useQuery({
    queryKey: ['allocation', item.id, 'trial', days, item.version],
    queryFn: ({ signal }) => api.get<Trial>(`/allocation-queues/${item.id}/trial`, { query: { days }, signal }),
    refetchOnMount: 'always',
  })
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  return (
    <div>
      <Segmented
        aria-label={t('时间', 'Time')}
        value={days}
        onChange={setDays}
        options={spans.map((span) => ({ value: span, label: t(`近 ${span} 天`, `${span} days`) }))}
      />
      {!data ? (
        <Skeleton active title={false} paragraph={{ rows: 4 }} />
      ) : data.arrived === 0 ? (
        <Quiet mark="○" title={t('这段时间没有符合条件的', 'Nothing that it takes came in')} />
      ) : (
        <>
          <dl className="zk-trial-sums">
            <Sum label={t('收到', 'Came in')} value={data.arrived} />
            <Sum label={t('分出', 'Handed out')} value={data.taken} />
            <Sum label={t('仍待分配', 'Still waiting')} value={data.waiting} />
            <Sum label={t('等待中位数', 'Median wait')} value={sayMinutes(data.waits.median)} />
            <Sum label={t('九成不超过', 'Nine of ten within')} value={sayMinutes(data.waits.most90)} />
            <Sum label={t('最多与最少', 'Most and least')} value={`${data.most} / ${data.least}`} />
            <Sum label={t('基尼系数', 'Gini')} value={data.gini.toFixed(2)} />
          </dl>
          <Shares trial={data} />
          <p className="zk-hint">
            {t(
              '用这段时间真实收到的试算，不改动任何数据。竖线是按权重应得的份额；基尼系数 0 为完全均等。',
              'Reckoned from what really came in; nothing is changed. The line marks the share by weight; a Gini of 0 is perfectly even.',
            )}
            {data.isCapped ? t(' 只算了前 5000 条。', ' Only the first 5,000 were taken.') : ''}
          </p>
        </>
      )}
    </div>
  )
}

function Sum({ label, value }: { label: string; value: string | number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Shares({ trial }: { trial: Trial }) {
  const { t } = useLanguage()
  const widest = Math.max(1, ...trial.shares.flatMap(({ share, wanted }) => [share, wanted]))
  return (
    <div className="zk-trial-table">
      <WideTable label={t('谁分到多少', 'Who gets how much')}>
        <thead>
          <tr>
            <th>{t('成员', 'Member')}</th>
            <th>{t('分到', 'Given')}</th>
            <th>{t('份额', 'Share')}</th>
            <th>{t('应得', 'By weight')}</th>
            <th>
              <span className="zk-visually-hidden">{t('图', 'Chart')}</span>
            </th>
            <th>{t('手上最多', 'Most in hand')}</th>
          </tr>
        </thead>
        <tbody>
          {trial.shares.map((one) => (
            <tr key={one.user}>
              <td>{one.name}</td>
              <td>{one.count}</td>
              <td>{one.share.toFixed(1)}%</td>
              <td>{one.wanted.toFixed(1)}%</td>
              <td>
                <span className="zk-share" aria-hidden>
                  <i style={{ width: `${(100 * one.share) / widest}%` }} />
                  <b style={{ left: `${Math.min(98, (100 * one.wanted) / widest)}%` }} />
                </span>
              </td>
              <td>{one.most}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </div>
  )
}

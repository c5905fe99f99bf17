import { useQuery } from '@tanstack/react-query'
import { Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import type { KeptStatement } from '#engine/health/slow-statements.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { api } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { ProblemState, Quiet } from '../states.tsx'
import { WideTable } from '../WideTable.tsx'

const shown = (ms: number): string =>
  ms >= 10_000 ? `${(ms / 1000).toFixed(0)} s` : ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms)} ms`

const brief = 200

/** A statement; of a long one its beginning, and the rest on demand. */
function StatementText({ text }: { text: string }) {
  if (text.length <= brief) return <code lang="en">{text}</code>
  return (
    <details>
      <summary>
        <code lang="en">{text.slice(0, brief)}…</code>
      </summary>
      <code lang="en">…{text.slice(brief)}</code>
    </details>
  )
}

/** What took long in the database, of all nodes: how often, how long, and for which page or job. */
export function SlowStatements() {
  const { t } = useLanguage()
  const [days, setDays] = useState(7)
  const { data, error, refetch } = useQuery({
    queryKey: ['slow-statements', days],
    queryFn: () => api.get<{ slowFromMs: number; items: KeptStatement[] }>('/slow-statements', { query: { days: String(days) } }),
    retry: false,
  })
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  return (
    <div className="zk-slow">
      <p className="zk-checks-sum">
        <Segmented
          aria-label={t('时间', 'Time')}
          value={days}
          onChange={setDays}
          options={[1, 7, 14].map((value) => ({ value, label: t(`${value} 天`, value === 1 ? '1 day' : `${value} days`) }))}
        />
        {data ? (
          <span className="zk-faint">
            {t(`超过 ${data.slowFromMs} 毫秒的语句，不含其中的值`, `Statements of more than ${data.slowFromMs} ms, without their values`)}
          </span>
        ) : null}
      </p>
      {!data ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : data.items.length === 0 ? (
        <Quiet mark="✓" title={t('没有慢查询', 'Nothing was slow')} />
      ) : (
        <WideTable label={t('慢查询', 'Slow statements')} isTall>
          <thead>
            <tr>
              <th>{t('合计', 'In all')}</th>
              <th>{t('次数', 'Times')}</th>
              <th>{t('最长', 'Longest')}</th>
              <th>{t('最近', 'Last')}</th>
              <th>{t('用于', 'For')}</th>
              <th>{t('语句', 'Statement')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((item) => (
              <tr key={`${item.purpose}\n${item.text}`}>
                <td className="zk-number">{shown(item.totalMs)}</td>
                <td className="zk-number">
                  {item.times}
                  {item.failed > 0 ? <span className="zk-bad"> {t(`${item.failed} 次未完成`, `${item.failed} not finished`)}</span> : null}
                </td>
                <td className="zk-number">{shown(item.longestMs)}</td>
                <td className="zk-number">{showInstant(item.lastAt, companyZone)}</td>
                <td>{item.purpose ? <code lang="en">{item.purpose}</code> : <span className="zk-faint">{t('其他', 'other')}</span>}</td>
                <td className="zk-slow-text">
                  <StatementText text={item.text} />
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </div>
  )
}

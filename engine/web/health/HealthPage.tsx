import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented, Skeleton } from 'antd'
import type { Checked } from '#engine/health/self-check.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { api } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { usePageTitle } from '../page-title.ts'
import { ProblemState } from '../states.tsx'
import { SlowStatements } from './SlowStatements.tsx'

const states: Record<Checked['state'], [string, string, string]> = {
  bad: ['有问题', 'Fault', 'zk-bad'],
  mind: ['留意', 'Mind', 'zk-warning'],
  good: ['正常', 'In order', 'zk-good'],
}
const order = Object.keys(states)

/** What the product finds when it looks at itself; and what took long in its database. */
export default function HealthPage() {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const { tab } = useSearch({ strict: false }) as { tab?: string }
  const isSlow = tab === 'slow'
  usePageTitle(t('系统自检', 'Self-check'))
  return (
    <section className="zk-list">
      <header className="zk-list-head">
        <h1>{t('系统自检', 'Self-check')}</h1>
        <Segmented
          aria-label={t('看什么', 'What to look at')}
          value={isSlow ? 'slow' : 'checks'}
          onChange={(value) =>
            void navigate({ to: '/self-check', search: (value === 'slow' ? { tab: 'slow' } : {}) as never, replace: true })
          }
          options={[
            { value: 'checks', label: t('检查', 'Checks') },
            { value: 'slow', label: t('慢查询', 'Slow statements') },
          ]}
        />
      </header>
      {isSlow ? <SlowStatements /> : <SelfCheck />}
    </section>
  )
}

function SelfCheck() {
  const { t } = useLanguage()
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['self-check'],
    queryFn: () => api.get<{ host: string; at: string; items: Checked[] }>('/self-check'),
    refetchInterval: 60_000,
    retry: false,
  })
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active paragraph={{ rows: 10 }} />
  const items = data.items.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  const open = items.filter(({ state }) => state !== 'good').length
  return (
    <div className="zk-checks-page">
      <p className="zk-checks-sum" role="status">
        {open === 0
          ? t(`${items.length} 项检查全部正常`, `All ${items.length} checks are in order`)
          : t(`${items.length} 项检查，${open} 项需要处理`, `${open} of ${items.length} checks need a look`)}
        <span className="zk-faint">
          {t(`${data.host}，${showInstant(data.at, companyZone)}`, `${data.host}, ${showInstant(data.at, companyZone)}`)}
        </span>
        <Button size="small" loading={isFetching} onClick={() => void refetch()}>
          {t('重新检查', 'Check again')}
        </Button>
      </p>
      <ul className="zk-checks">
        {items.map((item) => (
          <CheckLine key={item.name} item={item} />
        ))}
      </ul>
    </div>
  )
}

function CheckLine({ item: { state, words, says, remedy, since, host } }: { item: Checked }) {
  const { t, say } = useLanguage()
  const [zh, en, tone] = states[state]
  return (
    <li>
      <span className={`zk-state ${tone}`}>{t(zh, en)}</span>
      <div>
        <p>
          <strong>{say(words)}</strong> {say(says)}
        </p>
        {remedy ? <p className="zk-hint">{say(remedy)}</p> : null}
      </div>
      <span className="zk-faint zk-number">
        {t(`${showInstant(since, companyZone)} 起`, `since ${showInstant(since, companyZone)}`)}
        {host ? <span className="zk-check-host">{host}</span> : null}
      </span>
    </li>
  )
}

import { useQuery } from '@tanstack/react-query'
import { App, Button, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import type { Problem } from './api.ts'
import { api } from './api.ts'
import { useLanguage } from './language.tsx'
import { usePageTitle } from './page-title.ts'
import { ProblemState, Quiet } from './states.tsx'
import { WideTable } from './WideTable.tsx'

interface Job {
  id: string
  name: string
  words: string
  state: string
  attempts: number
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
  error: string | null
}

const states: Record<string, [string, string, string]> = {
  created: ['等待', 'Waiting', 'zk-waiting'],
  retry: ['等待重试', 'Waiting to retry', 'zk-warning'],
  active: ['进行中', 'Running', 'zk-info'],
  completed: ['完成', 'Done', 'zk-good'],
  failed: ['失败', 'Failed', 'zk-bad'],
  cancelled: ['已取消', 'Cancelled', 'zk-plain'],
}

/** What goes on in the background: what waits, runs, is done or has failed; a failed job can be tried again. */
export function JobsPage() {
  const { t, locale } = useLanguage()
  const { message } = App.useApp()
  const [state, setState] = useState('')
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['jobs', state, locale],
    queryFn: () => api.get<{ items: Job[]; sealLagSeconds: number }>('/jobs', { query: { state } }),
    refetchInterval: 3000,
    retry: false,
  })
  usePageTitle(t('后台任务', 'Jobs'))
  if (error) return <ProblemState problem={error} />
  return (
    <section className="zk-list">
      <header className="zk-list-head">
        <h1>{t('后台任务', 'Jobs')}</h1>
        <Segmented
          aria-label={t('状态', 'State')}
          value={state}
          onChange={setState}
          options={[
            { value: '', label: t('全部', 'All') },
            ...['active', 'created', 'retry', 'failed', 'completed'].map((key) => ({
              value: key,
              label: t(states[key]![0], states[key]![1]),
            })),
          ]}
        />
        <span className="zk-spring" />
        {data ? (
          <span className="zk-faint">
            {t(`审计封存滞后 ${data.sealLagSeconds.toFixed(1)} 秒`, `Sealing ${data.sealLagSeconds.toFixed(1)} s behind`)}
          </span>
        ) : null}
      </header>
      {isPending ? (
        <Skeleton active />
      ) : data.items.length === 0 ? (
        <Quiet
          mark="✓"
          title={state ? t('没有这种状态的任务', 'No jobs in this state') : t('没有任务', 'No jobs')}
          hint={t(
            '导入、大批量修改和定时的工作在这里可以看到进展和失败的原因。',
            'Imports, large changes and scheduled work show their progress here, and why they failed.',
          )}
        />
      ) : (
        <WideTable label={t('后台任务', 'Jobs')} isTall>
          <thead>
            <tr>
              <th>{t('任务', 'Job')}</th>
              <th>{t('状态', 'State')}</th>
              <th>{t('尝试', 'Attempts')}</th>
              <th>{t('开始', 'Started')}</th>
              <th>{t('结束', 'Finished')}</th>
              <th>{t('错误', 'Error')}</th>
              <th aria-label={t('操作', 'Actions')} />
            </tr>
          </thead>
          <tbody>
            {data.items.map((job) => (
              <tr key={job.id}>
                <td>{job.words}</td>
                <td>
                  <span className={`zk-state ${states[job.state]?.[2]}`}>
                    {states[job.state] ? t(states[job.state]![0], states[job.state]![1]) : job.state}
                  </span>
                </td>
                <td className="zk-number">{job.attempts + 1}</td>
                <td className="zk-number">{job.startedAt ? showInstant(job.startedAt, companyZone) : ''}</td>
                <td className="zk-number">{job.finishedAt ? showInstant(job.finishedAt, companyZone) : ''}</td>
                <td>{job.error}</td>
                <td>
                  {job.state === 'failed' || job.state === 'cancelled' ? (
                    <Button
                      size="small"
                      onClick={() =>
                        void api.post(`/jobs/${job.id}/retry`).then(
                          () => refetch(),
                          (problem: Problem) => message.error(problem.message),
                        )
                      }
                    >
                      {t('重试', 'Retry')}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </section>
  )
}

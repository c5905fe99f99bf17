import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { api } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'
import { ProblemState } from '#engine/web/states.tsx'

type Checklist = Record<'customers' | 'tasks' | 'plans' | 'shares' | 'pools' | 'follows', number>

/** What somebody who leaves looks after now, and where it goes. */
export function HandoverChecklist({ item }: PanelProps) {
  const { t } = useLanguage()
  const { data, error, refetch } = useQuery({
    queryKey: ['related', 'handover', 'checklist', item.id, item.version],
    queryFn: ({ signal }) => api.get<Checklist>(`/handovers/${item.id}/checklist`, { signal }),
    retry: false,
  })
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 3 }} />
  const lines: [number, string, string][] = [
    [data.customers, t('客户', 'Customers'), t('抽签平均分配，重新计时', 'drawn by lot; their time begins anew')],
    [data.tasks, t('未完成任务', 'Open tasks'), t('随客户走，其余给主持人', 'follow their customer, else to whoever draws')],
    [data.plans, t('指定由其联系的计划', 'Contact plans that name him'), t('改由客户负责人联系', 'done by the owners of the customers')],
    [data.pools, t('公海成员或管理员', 'Places in pools'), t('移出', 'ended')],
    [data.shares, t('共享给其的客户', 'Shared with him'), t('结束', 'ended')],
    [data.follows, t('关注', 'Follows'), t('结束', 'ended')],
  ]
  const isDone = item.state === 'done'
  return (
    <section className="zk-pool">
      {isDone ? (
        <p role="status">
          {t(
            `已交接 ${Number(item.customers ?? 0)} 位客户、${Number(item.tasks ?? 0)} 个任务。抽签种子 ${String(item.seed ?? '')}，任何人可以用它重抽核对。`,
            `${Number(item.customers ?? 0)} customers and ${Number(item.tasks ?? 0)} tasks were handed over. The seed is ${String(item.seed ?? '')}: anybody can draw the same once more.`,
          )}
        </p>
      ) : null}
      <ul className="zk-retention-rows">
        {lines.map(([n, what, where]) => (
          <li key={what}>
            <span>
              {n === 0 ? '✓' : n.toLocaleString()} {what}
            </span>
            <small className="zk-faint">{where}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

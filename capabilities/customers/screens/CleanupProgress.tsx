import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { Item } from '#engine/access/present.ts'
import type { FilterPart } from '#engine/web/filter-parts.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'
import { ProblemState, Quiet } from '#engine/web/states.tsx'
import { listOf, useProgress } from './cleanup-data.ts'
import { columnsToMend } from './quality-data.ts'

/** How far a clean-up has come in the eyes of whoever looks, and the way to what is left. */
export function CleanupProgress({ item }: PanelProps) {
  const { t } = useLanguage()
  const { data, error, refetch } = useProgress(item)
  const list = listOf(item)
  if (!list)
    return (
      <Quiet
        mark="○"
        title={t('还没有开始', 'It has not begun')}
        hint={t('点“开始”后按条件确定名单，并给每位负责人一个任务。', 'Start settles the list and gives every owner of a customer a task.')}
      />
    )
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 2 }} />
  return (
    <div className="zk-cleanup">
      <p className="zk-cleanup-share">
        <b>{data.share}%</b> {t(`${data.all} 个客户中 ${data.done} 个已达标`, `${data.done} of ${data.all} customers are done`)}
      </p>
      <div
        className="zk-cleanup-bar"
        role="progressbar"
        aria-label={t('完成', 'Done')}
        aria-valuenow={data.share}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <i style={{ width: `${data.share}%` }} />
      </div>
      <p className="zk-cleanup-ways">
        <ToList item={item} list={list} more={[{ field: 'quality', op: 'lt', value: item.target }]}>
          {t(`未达标的 ${data.all - data.done} 个，从最差的改起`, `The ${data.all - data.done} left, the worst first`)}
        </ToList>
        <ToList item={item} list={list} more={[]}>
          {t('完整名单', 'The whole list')}
        </ToList>
      </p>
      <p className="zk-hint">{t('按您的权限统计。', 'Counted with your rights.')}</p>
    </div>
  )
}

function ToList({ item, list, more, children }: { item: Item; list: string; more: FilterPart[]; children: string }) {
  const filter: FilterPart[] = [{ segment: { id: list, title: String(item.name ?? '') } }, ...more]
  return (
    <Link to="/$record" params={{ record: 'customer' }} search={{ view: 'all', filter, sort: 'quality', columns: columnsToMend } as never}>
      {children}
    </Link>
  )
}

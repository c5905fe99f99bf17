import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { api } from '#engine/web/api.ts'
import { useRecordDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { usePageTitle } from '#engine/web/page-title.ts'
import { useRefresh } from '#engine/web/refresh.ts'
import { ProblemState, Quiet } from '#engine/web/states.tsx'
import { useComplain, useUndoOffer } from '#engine/web/undo.tsx'
import { WideTable } from '#engine/web/WideTable.tsx'

interface Workload {
  mean: number
  isBalanced: boolean
  managers: { id: string; name: string; A: number; B: number; C: number; load: number; after: number }[]
  moves: { customer: string; title: string; tier: string | null; from: string; to: string }[]
}

/** What every account manager carries, and by which moves all would carry about the same: applied at once, and taken back at once. */
export default function WorkloadPage() {
  const { t } = useLanguage()
  const title = t('工作量', 'Workload')
  usePageTitle(title)
  const client = useQueryClient()
  const refresh = useRefresh()
  const customer = useRecordDescription('customer')
  const offerUndo = useUndoOffer()
  const complain = useComplain()
  const [isBusy, setBusy] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['workload'],
    queryFn: ({ signal }) => api.get<Workload>('/workload', { signal }),
    retry: false,
  })
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  const renew = () => {
    void client.invalidateQueries({ queryKey: ['workload'] })
    if (customer) refresh(customer)
  }
  const apply = async (moves: Workload['moves']) => {
    setBusy(true)
    try {
      const answer = await api.post<{ operation: string; done: number; refused: number; why: string[] }>('/workload/balance', {
        moves: moves.map(({ customer: id, from, to }) => ({ customer: id, from, to })),
      })
      const rest =
        answer.refused > 0 ? t(`；${answer.refused} 位未转交：`, `; ${answer.refused} were not moved: `) + answer.why.join(' ') : ''
      offerUndo(
        answer.done > 0 ? answer.operation : null,
        t(`已转交 ${answer.done} 位客户`, `${answer.done} customers moved`) + rest,
        renew,
      )
    } catch (problem) {
      complain(problem)
    } finally {
      setBusy(false)
      renew()
    }
  }
  return (
    <section className="zk-list zk-workload">
      <header className="zk-list-head">
        <h1>{title}</h1>
      </header>
      <p className="zk-hint">
        {t(
          'A 类客户计 3，B 类计 2，C 类计 1。建议用最少的转交使每人在平均值的 ±15% 之内。',
          'A counts 3, B 2, C 1. The proposal brings everyone within 15% of the mean by the fewest moves.',
        )}
      </p>
      {!data ? (
        <Skeleton active />
      ) : data.managers.length === 0 ? (
        <Quiet mark="○" title={t('没有客户经理', 'No account managers')} />
      ) : (
        <>
          <Loads data={data} label={title} />
          <Proposed data={data} isBusy={isBusy} onApply={(moves) => void apply(moves)} />
        </>
      )}
    </section>
  )
}

function Loads({ data, label }: { data: Workload; label: string }) {
  const { t } = useLanguage()
  const off = (load: number) => Math.round(((load - data.mean) / Math.max(data.mean, 1)) * 100)
  return (
    <WideTable label={label}>
      <thead>
        <tr>
          <th>{t('客户经理', 'Manager')}</th>
          <th>A</th>
          <th>B</th>
          <th>C</th>
          <th>{t('工作量', 'Workload')}</th>
          <th>{t('与平均相差', 'From the mean')}</th>
          <th>{t('平衡后', 'Then')}</th>
        </tr>
      </thead>
      <tbody>
        {data.managers.map(({ id, name, A, B, C, load, after }) => (
          <tr key={id}>
            <td>{name}</td>
            <td className="zk-number">{A}</td>
            <td className="zk-number">{B}</td>
            <td className="zk-number">{C}</td>
            <td className="zk-number">{load}</td>
            <td className={Math.abs(off(load)) > 15 ? 'zk-number zk-bad' : 'zk-number'}>{`${off(load) > 0 ? '+' : ''}${off(load)}%`}</td>
            <td className="zk-number">{after === load ? '' : after}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function Proposed({ data, isBusy, onApply }: { data: Workload; isBusy: boolean; onApply(moves: Workload['moves']): void }) {
  const { t } = useLanguage()
  const nameOf = (id: string) => data.managers.find((manager) => manager.id === id)?.name ?? ''
  if (data.moves.length === 0)
    return (
      <p role="status">
        {data.isBalanced
          ? t('每人都在平均值的 ±15% 之内，不用调整。', 'Everyone is within 15% of the mean; nothing to move.')
          : t('没有可行的调整。', 'No move would help.')}
      </p>
    )
  return (
    <section className="zk-workload-moves">
      <header className="zk-pool-head">
        <h2>{t(`建议转交 ${data.moves.length} 位客户`, `Proposed: ${data.moves.length} customers move`)}</h2>
        <Button type="primary" loading={isBusy} onClick={() => onApply(data.moves)}>
          {t('按建议转交', 'Move them as proposed')}
        </Button>
      </header>
      <ul className="zk-retention-rows">
        {data.moves.map(({ customer, title, tier, from, to }) => (
          <li key={customer}>
            <Link to="/$record/$id" params={{ record: 'customer', id: customer }}>
              {title}
            </Link>
            <small className="zk-faint">{[tier, `${nameOf(from)} → ${nameOf(to)}`].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

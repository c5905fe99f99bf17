import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Skeleton } from 'antd'
import { useState } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { Words } from '#engine/text/words.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { api } from '#engine/web/api.ts'
import { useRecordDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { useRefresh } from '#engine/web/refresh.ts'
import type { PanelProps } from '#engine/web/screens.ts'
import { ProblemState, Quiet } from '#engine/web/states.tsx'
import { useComplain, useUndoOffer } from '#engine/web/undo.tsx'

interface Pooled extends Item {
  name: string
  tier?: string | null
  region?: string | null
  industry?: string | null
  pooledAt: string | null
  poolReason: Words | null
}

interface Allowance {
  claimed: number
  claimsPerDay: number | null
  held: number | null
  mostHeld: number | null
  isKeeper: boolean
}

interface Claimed {
  operation: string | null
  items: { id: string; problem?: { code: string; title: string } }[]
}

const page = 50

/** The customers of a pool, to be claimed one by one or many together; how many more one may claim stands above. */
export function PoolCustomers({ item }: PanelProps) {
  const { t } = useLanguage()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [isBusy, setBusy] = useState(false)
  const record = useRecordDescription('customer')
  const client = useQueryClient()
  const refresh = useRefresh()
  const offerUndo = useUndoOffer()
  const complain = useComplain()
  const filter = [{ field: 'pool', op: 'eq' as const, value: { id: item.id, title: String(item.name ?? '') } }]
  const { data, error, refetch } = useQuery({
    queryKey: ['list', 'customer', 'pool', item.id],
    queryFn: ({ signal }) =>
      api.get<{ items: Pooled[]; count?: { value: number; exact: boolean } }>('/records/customer', {
        query: {
          filter: JSON.stringify({ field: 'pool', op: 'eq', value: item.id }),
          fields: 'name,tier,region,industry,pooledAt,poolReason',
          limit: page,
          count: 'capped',
        },
        signal,
      }),
  })
  const { data: allowance } = useQuery({
    queryKey: ['count', 'customer', 'pool-allowance', item.id],
    queryFn: ({ signal }) => api.get<Allowance>(`/pools/${item.id}/allowance`, { signal }),
  })
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  if (!data || !record) return <Skeleton active title={false} paragraph={{ rows: 3 }} />
  const rows = data.items
  const renew = () => {
    refresh(record)
    void client.invalidateQueries({ queryKey: ['pool-returns'] })
  }
  const claim = async () => {
    setBusy(true)
    try {
      const { items, operation } = await api.post<Claimed>('/actions/customers.claimFromPool', { on: [...chosen], input: {} })
      const refused = items.flatMap(({ problem }) => (problem ? [problem] : []))
      const won = items.length - refused.length
      // Whoever was faster has it now, and it is not for these eyes any more.
      const why = refused.map(({ code, title }) => (code === 'not-found' ? t('已被别人领走', 'Somebody else has claimed it') : title))
      const rest = why.length > 0 ? t(`；${why.length} 位未领取：`, `; ${why.length} not claimed: `) + [...new Set(why)].join(' ') : ''
      offerUndo(won > 0 ? operation : null, t(`已领取 ${won} 位`, `${won} claimed`) + rest, renew)
      setChosen([])
    } catch (problem) {
      complain(problem)
    } finally {
      setBusy(false)
      renew()
    }
  }
  return (
    <section className="zk-pool">
      <div className="zk-pool-head">
        <Link to="/$record" params={{ record: 'customer' }} search={{ view: 'all', filter } as never}>
          {t(
            `共 ${data.count?.value.toLocaleString() ?? rows.length}${data.count?.exact === false ? '+' : ''} 位，在列表中查看`,
            `${data.count?.value.toLocaleString() ?? rows.length}${data.count?.exact === false ? '+' : ''} in all; open as a list`,
          )}
        </Link>
        {allowance ? <Allowed {...allowance} /> : null}
        <Button type="primary" disabled={chosen.length === 0} loading={isBusy} onClick={() => void claim()}>
          {chosen.length === 0 ? t('领取', 'Claim') : t(`领取 ${chosen.length} 位`, `Claim ${chosen.length}`)}
        </Button>
      </div>
      {rows.length === 0 ? (
        <Quiet mark="○" title={t('公海里没有客户', 'No customers in this pool')} />
      ) : (
        <Checkbox.Group
          className="zk-pool-rows"
          value={[...chosen]}
          onChange={(next) => setChosen(next)}
          aria-label={t('公海客户', 'Customers in the pool')}
        >
          {rows.map((row) => (
            <PooledRow key={row.id} row={row} />
          ))}
        </Checkbox.Group>
      )}
    </section>
  )
}

function Allowed({ claimed, claimsPerDay, held, mostHeld, isKeeper }: Allowance) {
  const { t } = useLanguage()
  if (isKeeper) return <span className="zk-faint">{t('公海管理员不受限制', 'You administer this pool: no limits')}</span>
  const parts = [
    ...(claimsPerDay === null ? [] : [t(`今天已领 ${claimed}/${claimsPerDay}`, `claimed today ${claimed}/${claimsPerDay}`)]),
    ...(mostHeld === null ? [] : [t(`名下 ${held}/${mostHeld}`, `held ${held}/${mostHeld}`)]),
  ]
  return parts.length === 0 ? null : <span className="zk-faint">{parts.join(' · ')}</span>
}

function PooledRow({ row }: { row: Pooled }) {
  const { t, say } = useLanguage()
  return (
    <div className="zk-pool-row">
      <Checkbox value={row.id} aria-label={row.name} />
      <Link to="/$record/$id" params={{ record: 'customer', id: row.id }}>
        {row.name}
      </Link>
      <span className="zk-faint">{[row.tier, row.region, row.industry].filter(Boolean).join(' · ')}</span>
      <span className="zk-pool-why zk-faint">
        {row.pooledAt
          ? t(
              `${showInstant(row.pooledAt, companyZone).slice(0, 10)} 进入：`,
              `since ${showInstant(row.pooledAt, companyZone).slice(0, 10)}: `,
            )
          : ''}
        {row.poolReason ? say(row.poolReason) : ''}
      </span>
    </div>
  )
}

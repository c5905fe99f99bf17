import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#engine/web/api.ts'
import { treeOf, type FilterPart } from '#engine/web/filter-parts.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'

/** How many customers a plan follows, and how many of them are due: as far as whoever looks may see them. Each number opens its list. */
export function PlanReach({ item, title }: PanelProps) {
  const { t } = useLanguage()
  const of: FilterPart = { field: 'contactPlan', op: 'eq', value: { id: item.id, title } }
  const due = { from: 'today' as const }
  return (
    <dl className="zk-numbers zk-plan-reach">
      <Count label={t('适用客户', 'Customers')} filter={[of]} />
      <Count label={t('今天到期', 'Due today')} filter={[of, { field: 'nextContactOn', op: 'eq', value: due }]} />
      <Count label={t('逾期', 'Overdue')} filter={[of, { field: 'nextContactOn', op: 'lt', value: due }]} />
      <Count
        label={t('7 天内到期', 'Due within 7 days')}
        filter={[
          of,
          { field: 'nextContactOn', op: 'gt', value: due },
          { field: 'nextContactOn', op: 'lte', value: { from: 'today', plus: 7 } },
        ]}
      />
    </dl>
  )
}

function Count({ label, filter }: { label: string; filter: FilterPart[] }) {
  const query = { filter: JSON.stringify(treeOf(filter)), limit: 0, count: 'capped' }
  const { data } = useQuery({
    queryKey: ['count', 'customer', query.filter],
    queryFn: ({ signal }) => api.get<{ count: { value: number; exact: boolean } }>('/records/customer', { query, signal }),
    retry: false,
  })
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Link to="/$record" params={{ record: 'customer' }} search={{ view: 'all', filter } as never}>
          {data ? `${data.count.value.toLocaleString()}${data.count.exact ? '' : '+'}` : '…'}
        </Link>
      </dd>
    </div>
  )
}

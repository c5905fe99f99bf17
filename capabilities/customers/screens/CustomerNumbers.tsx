import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#engine/web/api.ts'
import { useDescription, useRecordDescription } from '#engine/web/description.ts'
import { treeOf, type FilterPart } from '#engine/web/filter-parts.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { TodayCard } from '#engine/web/TodayCard.tsx'

/** How my customers stand, in numbers; each opens the list that it counts. */
export function CustomerNumbers() {
  const { t } = useLanguage()
  const record = useRecordDescription('customer')
  const { data: description } = useDescription()
  const me = description?.me
  if (!record || !me || !record.create) return null
  const mine: FilterPart = { field: 'owner', op: 'eq', value: { id: me.id, title: me.name } }
  const monthAgo = { from: 'today', plus: -30 }
  return (
    <TodayCard title={t('我的客户', 'My customers')}>
      <dl className="zk-numbers">
        <Number label={t('全部', 'All')} filter={[mine]} />
        <Number label={t('本月新增', 'New this month')} filter={[mine, { field: 'createdAt', op: 'gte', value: { from: 'month' } }]} />
        <Number
          label={t('30 天未联系', 'No contact for 30 days')}
          filter={[
            mine,
            {
              any: [
                { field: 'lastContactAt', op: 'lt', value: monthAgo },
                { field: 'lastContactAt', op: 'empty' },
              ],
            },
          ]}
        />
      </dl>
    </TodayCard>
  )
}

function Number({ label, filter }: { label: string; filter: FilterPart[] }) {
  const query = { filter: JSON.stringify(treeOf(filter)), limit: 0, count: 'capped' }
  const { data } = useQuery({
    queryKey: ['count', 'customer', query.filter],
    queryFn: ({ signal }) => api.get<{ count: { value: number; exact: boolean } }>('/records/customer', { query, signal }),
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

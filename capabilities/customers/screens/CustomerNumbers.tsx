import { CountedList } from '#engine/web/CountedList.tsx'
import { useDescription, useRecordDescription } from '#engine/web/description.ts'
import type { FilterPart } from '#engine/web/filter-parts.ts'
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
        <CountedList record="customer" label={t('全部', 'All')} filter={[mine]} />
        <CountedList
          record="customer"
          label={t('本月新增', 'New this month')}
          filter={[mine, { field: 'createdAt', op: 'gte', value: { from: 'month' } }]}
        />
        <CountedList
          record="customer"
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

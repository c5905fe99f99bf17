import { CountedList, useRecordCount } from '#engine/web/CountedList.tsx'
import { useDescription, useRecordDescription } from '#engine/web/description.ts'
import type { FilterPart } from '#engine/web/filter-parts.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { TodayCard } from '#engine/web/TodayCard.tsx'

const monthAgo = { from: 'today', plus: -30 }

/** How my customers stand, in numbers, and those of everybody whose customers I see; each number opens the list that it counts. */
export function CustomerNumbers() {
  const record = useRecordDescription('customer')
  const { data: description } = useDescription()
  return record?.create && description ? <Both {...description.me} /> : null
}

function Both({ id, name }: { id: string; name: string }) {
  const { t } = useLanguage()
  const mine: FilterPart = { field: 'owner', op: 'eq', value: { id, title: name } }
  const own = useRecordCount('customer', [mine])
  const all = useRecordCount('customer', [])
  if (!own || !all) return null
  const seesMore = all.value > own.value
  return (
    <>
      {own.value > 0 || !seesMore ? <Numbers title={t('我的客户', 'My customers')} of={[mine]} /> : null}
      {seesMore ? <Numbers title={t('我能看到的客户', 'Customers that I see')} of={[]} /> : null}
    </>
  )
}

function Numbers({ title, of }: { title: string; of: FilterPart[] }) {
  const { t } = useLanguage()
  return (
    <TodayCard title={title}>
      <dl className="zk-numbers">
        <CountedList record="customer" label={t('全部', 'All')} filter={of} />
        <CountedList
          record="customer"
          label={t('本月新增', 'New this month')}
          filter={[...of, { field: 'createdAt', op: 'gte', value: { from: 'month' } }]}
        />
        <CountedList
          record="customer"
          label={t('30 天未联系', 'No contact for 30 days')}
          filter={[
            ...of,
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

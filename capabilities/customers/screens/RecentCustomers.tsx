import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { companyZone, dayAt, showInstant } from '#engine/time/zone.ts'
import { api } from '#engine/web/api.ts'
import { useRecordDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { TodayProps } from '#engine/web/screens.ts'
import { TodayCard } from '#engine/web/TodayCard.tsx'

interface Recent {
  id: string
  name: string
  last: { at: string; words: string; actor: { title: string }; record: { record: string; title: string } } | null
}

/** My customers in the order in which something last happened to them: who did what, and when. */
export function RecentCustomers({ today }: TodayProps) {
  const { t, locale } = useLanguage()
  const record = useRecordDescription('customer')
  const { data } = useQuery({
    queryKey: ['recent', 'customer', locale],
    queryFn: ({ signal }) => api.get<{ items: Recent[] }>('/records/customer/recent', { query: { limit: 10 }, signal }),
    enabled: record !== undefined,
  })
  if (!data || data.items.length === 0) return null
  return (
    <TodayCard title={t('最近变动的客户', 'Customers that changed lately')}>
      <ul className="zk-recent">
        {data.items.map(({ id, name, last }) => (
          <li key={id}>
            <Link to="/$record/$id" params={{ record: 'customer', id }}>
              {name}
            </Link>
            {last ? (
              <span className="zk-hint">
                {last.actor.title} {last.words} {last.record.record === 'customer' ? '' : last.record.title}
                {' · '}
                <time dateTime={last.at}>{showInstant(last.at, companyZone).slice(dayAt(last.at) === today ? 11 : 5)}</time>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </TodayCard>
  )
}

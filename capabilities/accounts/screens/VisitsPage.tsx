import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { addDays } from '#engine/time/days.ts'
import { dayAt } from '#engine/time/zone.ts'
import { api } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { usePageTitle } from '#engine/web/page-title.ts'
import { ProblemState, Quiet } from '#engine/web/states.tsx'

interface Visits {
  on: string
  isByDistance: boolean
  quota: { tier: string; customers: number; wanted: number; paid: number }[]
  visits: {
    id: string
    subject: string
    clock: string
    state: string
    customer: { id: string; title: string }
    form: string | null
    formState: string | null
  }[]
}

/** My route of a day, what is still to be reported, and how many visits I owe this month. */
export default function VisitsPage() {
  const { t } = useLanguage()
  const title = t('拜访', 'Visits')
  usePageTitle(title)
  const [on, setOn] = useState(() => dayAt(Date.now()))
  const { data, error, refetch } = useQuery({
    queryKey: ['list', 'activity', 'visits', on],
    queryFn: ({ signal }) => api.get<Visits>('/visits', { query: { on }, signal }),
    retry: false,
  })
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  return (
    <section className="zk-list zk-visits">
      <header className="zk-list-head">
        <h1>{title}</h1>
        <Button onClick={() => setOn(addDays(on, -1))}>{t('前一天', 'The day before')}</Button>
        <b>{on}</b>
        <Button onClick={() => setOn(addDays(on, 1))}>{t('后一天', 'The day after')}</Button>
        <Link to="/$record" params={{ record: 'visitForm' }}>
          {t('联络进展表', 'Progress forms')}
        </Link>
      </header>
      {!data ? (
        <Skeleton active />
      ) : (
        <>
          <Quotas quota={data.quota} />
          {data.visits.length === 0 ? (
            <Quiet mark="○" title={t('这一天没有拜访', 'No visits on this day')} />
          ) : (
            <>
              <p className="zk-hint">
                {data.isByDistance
                  ? t('按就近顺序：从第一处起，每次去最近的一处。', 'In the order of distance: from the first always on to the nearest.')
                  : t(
                      '有地点未知，按区县和时间排列；签到后会记住地点。',
                      'Not all places are known: by district and time. Checking in makes them known.',
                    )}
              </p>
              <ol className="zk-retention-rows">
                {data.visits.map((visit) => (
                  <VisitRow key={visit.id} visit={visit} />
                ))}
              </ol>
            </>
          )}
        </>
      )}
    </section>
  )
}

function Quotas({ quota }: { quota: Visits['quota'] }) {
  const { t } = useLanguage()
  if (quota.length === 0) return <p className="zk-hint">{t('服务级别里还没有拜访次数。', 'No service level asks for visits yet.')}</p>
  return (
    <dl className="zk-numbers">
      {quota.map(({ tier, customers, wanted, paid }) => (
        <div key={tier}>
          <dt>{t(`${tier} 类 ${customers} 位，本月拜访`, `Tier ${tier}, ${customers} customers: visits this month`)}</dt>
          <dd>
            {paid}/{wanted}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function VisitRow({ visit }: { visit: Visits['visits'][number] }) {
  const { t } = useLanguage()
  const { form, formState } = visit
  return (
    <li>
      <span>
        {visit.clock}{' '}
        <Link to="/$record/$id" params={{ record: 'activity', id: visit.id }}>
          {visit.subject}
        </Link>{' '}
        <Link to="/$record/$id" params={{ record: 'customer', id: visit.customer.id }}>
          {visit.customer.title}
        </Link>
      </span>
      <small>
        {form ? (
          <Link to="/$record/$id" params={{ record: 'visitForm', id: form }}>
            {formState === 'open' ? t('填写联络进展表', 'Fill in the form') : t('联络进展表', 'Progress form')}
          </Link>
        ) : (
          <Link to="/$record/$id" params={{ record: 'activity', id: visit.id }}>
            {t('未签到', 'Not checked in')}
          </Link>
        )}
      </small>
    </li>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented, Skeleton } from 'antd'
import { api } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { LinkText } from '#engine/web/LinkText.tsx'
import { usePageTitle } from '#engine/web/page-title.ts'
import { ProblemState, Quiet } from '#engine/web/states.tsx'
import { WideTable } from '#engine/web/WideTable.tsx'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import type { Looks } from '../looks/list-looks.ts'

const spans = [7, 30] as const

/** Which customers those who report to the reader looked at without a current reason. */
export default function LooksPage() {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const asked = Number((useSearch({ strict: false }) as Record<string, unknown>).days)
  const days = spans.find((span) => span === asked) ?? 7
  const { data, error, refetch } = useQuery({
    queryKey: ['looks', days],
    queryFn: () => api.get<Looks>('/looks', { query: { days } }),
    retry: false,
  })
  const title = t('无当前原因的查看', 'Looks without a current reason')
  usePageTitle(title)
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  return (
    <section className="zk-list">
      <header className="zk-list-head">
        <h1>{title}</h1>
        <Segmented
          aria-label={t('时间', 'Time')}
          value={days}
          onChange={(next) => void navigate({ to: '/looks', search: (next === 7 ? {} : { days: next }) as never, replace: true })}
          options={spans.map((span) => ({ value: span, label: t(`近 ${span} 天`, `${span} days`) }))}
        />
      </header>
      <p className="zk-hint">
        {t(
          '下属打开过客户或联系人，或查看过脱敏内容，但不是负责人，未获共享，没有未完成的任务，近期也没有联系或修改过。',
          'Customers and contacts that your people opened or revealed without owning them, having been let in, an open task, or having contacted or changed them lately.',
        )}
      </p>
      {!data ? (
        <Skeleton active />
      ) : data.items.length === 0 ? (
        <Quiet mark="✓" title={data.isSupervisor ? t('没有这样的查看', 'No such looks') : t('没有人向您汇报', 'Nobody reports to you')} />
      ) : (
        <WideTable label={title} isTall>
          <thead>
            <tr>
              <th>{t('谁', 'Who')}</th>
              <th>{t('客户', 'Customer')}</th>
              <th>{t('最近一次', 'Last')}</th>
              <th>{t('查看脱敏内容', 'Revealed')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map(({ user, customer, at, revealed }) => (
              <tr key={`${user.id}${customer.id}`}>
                <td>{user.title}</td>
                <td>
                  <LinkText value={customer} to="customer" />
                </td>
                <td className="zk-number">{showInstant(at, companyZone)}</td>
                <td className="zk-number">
                  {revealed === 0 ? (
                    ''
                  ) : (
                    <Link to="/$record/$id" params={{ record: 'customer', id: customer.id }}>
                      {t(`${revealed} 次`, revealed === 1 ? 'once' : `${revealed} times`)}
                    </Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
      {data && data.hidden > 0 ? (
        <p className="zk-hint">{t(`另有 ${data.hidden} 位客户您无权查看。`, `And ${data.hidden} more customers that you may not see.`)}</p>
      ) : null}
    </section>
  )
}

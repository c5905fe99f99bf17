import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { api } from '#engine/web/api.ts'
import { useRecordDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { usePageTitle } from '#engine/web/page-title.ts'
import { useRefresh } from '#engine/web/refresh.ts'
import { ProblemState } from '#engine/web/states.tsx'
import { changesOf, RoleSheet, type RoleRow } from './RoleSheet.tsx'

/** All roles beside each other; of the one that is chosen, everything it gives. */
export default function RightsPage() {
  const { t, say } = useLanguage()
  const record = useRecordDescription('role')
  const refresh = useRefresh()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { role: chosen } = useSearch({ strict: false }) as { role?: string }
  const { data, error, refetch } = useQuery({
    queryKey: ['list', 'role', 'rights'],
    queryFn: ({ signal }) => api.get<{ items: RoleRow[] }>('/records/role', { query: { limit: 200, sort: 'createdAt' }, signal }),
    retry: false,
  })
  const title = t('角色与权限', 'Roles and rights')
  usePageTitle(title)
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  if (!data || !record) return <Skeleton active className="zk-page-wait" paragraph={{ rows: 8 }} />
  const roles = data.items
  const role = roles.find(({ id, code }) => id === chosen || code === chosen) ?? roles[0]
  return (
    <section className="zk-list zk-rights">
      <header className="zk-list-head">
        <h1>{title}</h1>
        <span className="zk-spring" />
        <Link to="/$record" params={{ record: 'role' }} className="zk-plan-link">
          {t('新建或停用角色', 'Make or remove roles')}
        </Link>
      </header>
      <div className="zk-rights-sheet">
        <nav aria-label={t('角色', 'Roles')} className="zk-role-list">
          {roles.map((entry) => {
            const changes = changesOf(entry)
            return (
              <button
                key={entry.id}
                type="button"
                aria-current={entry.id === role?.id ? 'true' : undefined}
                onClick={() => void navigate({ to: '/rights' as string, search: { role: entry.code } as never, replace: true })}
              >
                <span>{say(entry.name)}</span>
                {changes ? <small className="zk-differs-mark">{t(`${changes} 处已改`, `${changes} changed`)}</small> : null}
              </button>
            )
          })}
        </nav>
        {role ? (
          <RoleSheet
            key={`${role.id} ${role.version}`}
            role={role}
            record={record}
            onChanged={() => {
              refresh(record)
              void client.invalidateQueries({ queryKey: ['list', 'role'] })
            }}
          />
        ) : null}
      </div>
      <p className="zk-hint">
        {t(
          '一个人有几个角色时，权限相加；“所有对象”与单独授权也相加。共享给本人的记录不在此列。',
          'Of somebody with several roles the rights add up, and so do those for all records and those for one type. What is shared with somebody comes on top.',
        )}
      </p>
    </section>
  )
}

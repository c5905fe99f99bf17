import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Words } from '#engine/text/words.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { api } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { LinkText } from '#engine/web/LinkText.tsx'
import type { PanelProps } from '#engine/web/screens.ts'

interface PoolState {
  isLocked: boolean
  fall: { pool: { id: string; title: string }; until: string; why: Words; deed: Words; isSoon: boolean } | null
}

/** Why a customer lies in a pool and since when; or when it will return to one, and what its owner must do until then. */
export function PoolOfCustomer({ item }: PanelProps) {
  const { t, say } = useLanguage()
  const { data } = useQuery({
    // Among what activities show: whatever is logged on this page begins the time anew.
    queryKey: ['related', 'activity', 'pool', item.id, item.version],
    queryFn: ({ signal }) => api.get<PoolState>(`/customers/${item.id}/pool`, { signal }),
    refetchOnMount: 'always',
    retry: false,
  })
  if (item.pool)
    return (
      <section className="zk-pool-state">
        <h3>{t('公海', 'Pool')}</h3>
        <p>
          <LinkText value={item.pool} to="pool" />
          {typeof item.pooledAt === 'string'
            ? t(`，${showInstant(item.pooledAt, companyZone)} 进入`, `, since ${showInstant(item.pooledAt, companyZone)}`)
            : null}
        </p>
        {item.poolReason ? <p>{say(item.poolReason as Words)}</p> : null}
        {item.previousOwner ? (
          <p className="zk-faint">
            {t('上一任负责人 ', 'Last owner ')}
            <LinkText value={item.previousOwner} to="user" />
          </p>
        ) : null}
      </section>
    )
  if (!data || (!data.fall && !data.isLocked)) return null
  const { fall, isLocked } = data
  return (
    <section className="zk-pool-state">
      <h3>{t('公海', 'Pool')}</h3>
      {isLocked ? <p>{t('已锁定，不按规则退回公海。', 'Locked: no rule returns it to a pool.')}</p> : null}
      {fall ? (
        <>
          <p className={fall.isSoon ? 'zk-bad' : undefined}>{say(fall.deed)}</p>
          <p className="zk-faint">
            {t('否则按规则退回', 'Else it returns to ')}
            <Link to="/$record/$id" params={{ record: 'pool', id: fall.pool.id }}>
              {fall.pool.title}
            </Link>
            {t('：', ': ')}
            {say(fall.why)}
          </p>
        </>
      ) : null}
    </section>
  )
}

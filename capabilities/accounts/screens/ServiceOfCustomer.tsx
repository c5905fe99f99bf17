import { useQuery } from '@tanstack/react-query'
import type { Item } from '#engine/access/present.ts'
import type { Words } from '#engine/text/words.ts'
import { api } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'

/** What a customer of this tier gets. */
export function ServiceOfCustomer({ item }: PanelProps) {
  const { t, say } = useLanguage()
  const { data } = useQuery({
    queryKey: ['list', 'serviceLevel', 'of', item.tier],
    queryFn: ({ signal }) =>
      api.get<{ items: Item[] }>('/records/serviceLevel', {
        query: { filter: JSON.stringify({ field: 'tier', op: 'eq', value: item.tier }), limit: 1 },
        signal,
      }),
    enabled: typeof item.tier === 'string',
    retry: false,
  })
  const level = data?.items[0]
  if (!level) return null
  return (
    <section className="zk-pool-state">
      <h3>{t('服务级别', 'Service level')}</h3>
      <p>
        <b>{say(level.name as Words)}</b>
        {level.hasManager === true ? t('，专属客户经理', ', with a manager of its own') : ''}
      </p>
      {level.offers ? <p className="zk-plan-content">{say(level.offers as Words)}</p> : null}
      {level.line || level.queue ? <p className="zk-faint">{[level.line, level.queue].filter(Boolean).join(' · ')}</p> : null}
    </section>
  )
}

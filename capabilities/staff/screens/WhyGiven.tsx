import { useQuery } from '@tanstack/react-query'
import { api } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'
import type { Decision } from './decision-data.ts'
import { DecisionLine } from './DecisionLine.tsx'

/** Why a record was given to whom. */
export function WhyGiven({ record, item }: PanelProps) {
  const { t } = useLanguage()
  const { data } = useQuery({
    queryKey: ['allocation', item.id, item.version],
    queryFn: ({ signal }) => api.get<{ items: Decision[] }>(`/allocations/${record.name}/${item.id}`, { signal }),
    retry: false,
  })
  if (!data || data.items.length === 0) return null
  return (
    <section className="zk-lead-score">
      <h3>{t('为什么分给这个人', 'Why it was given so')}</h3>
      <ul className="zk-decisions">
        {data.items.map((decision) => (
          <DecisionLine key={decision.id} decision={decision} />
        ))}
      </ul>
    </section>
  )
}

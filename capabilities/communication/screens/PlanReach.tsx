import { CountedList } from '#engine/web/CountedList.tsx'
import type { FilterPart } from '#engine/web/filter-parts.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'

/** How many customers a plan follows, and how many of them are due: as far as whoever looks may see them. Each number opens its list. */
export function PlanReach({ item, title }: PanelProps) {
  const { t } = useLanguage()
  const of: FilterPart = { field: 'contactPlan', op: 'eq', value: { id: item.id, title } }
  const due = { from: 'today' as const }
  return (
    <dl className="zk-numbers zk-plan-reach">
      <CountedList record="customer" label={t('适用客户', 'Customers')} filter={[of]} />
      <CountedList record="customer" label={t('今天到期', 'Due today')} filter={[of, { field: 'nextContactOn', op: 'eq', value: due }]} />
      <CountedList record="customer" label={t('逾期', 'Overdue')} filter={[of, { field: 'nextContactOn', op: 'lt', value: due }]} />
      <CountedList
        record="customer"
        label={t('7 天内到期', 'Due within 7 days')}
        filter={[
          of,
          { field: 'nextContactOn', op: 'gt', value: due },
          { field: 'nextContactOn', op: 'lte', value: { from: 'today', plus: 7 } },
        ]}
      />
    </dl>
  )
}

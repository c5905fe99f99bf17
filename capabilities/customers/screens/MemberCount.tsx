import type { Item } from '#engine/access/present.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { useMemberCount } from './segment-data.ts'

/** The number of customers in a segment, in its row of the list: it comes after the rows. */
export function MemberCount({ item }: { item: Item }) {
  const { t } = useLanguage()
  const { data, error } = useMemberCount(item, false)
  if (error)
    return (
      <span className="zk-faint" title={error.message}>
        —
      </span>
    )
  return <span className={data ? undefined : 'zk-faint'}>{data ? t(`${data} 个`, data) : '…'}</span>
}

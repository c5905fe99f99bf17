import type { Item } from '#engine/access/present.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { listOf, useProgress } from './cleanup-data.ts'

/** How far a clean-up has come, in its row of the list: it comes after the rows. */
export function CleanupDone({ item }: { item: Item }) {
  const { t } = useLanguage()
  const { data, error } = useProgress(item)
  if (!listOf(item)) return <span className="zk-faint">{t('未开始', 'Not begun')}</span>
  if (error)
    return (
      <span className="zk-faint" title={error.message}>
        —
      </span>
    )
  return <span className={data ? undefined : 'zk-faint'}>{data ? `${data.share}% (${data.done}/${data.all})` : '…'}</span>
}

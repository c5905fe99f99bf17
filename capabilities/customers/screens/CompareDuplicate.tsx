import { Link } from '@tanstack/react-router'
import type { LinkValue } from '#engine/access/present.ts'
import { useRecordDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'

/** From a pair in question to the two side by side. */
export function CompareDuplicate({ item }: PanelProps) {
  const { t } = useLanguage()
  const customers = useRecordDescription('customer')
  const [customer, other] = [item.customer as LinkValue | undefined, item.other as LinkValue | undefined]
  if (item.state === 'merged' || !customers?.can.merge || !customer?.id || !other?.id) return null
  return (
    <Link
      className="ant-btn ant-btn-primary"
      to="/merge/$record/$id/$other"
      params={{ record: 'customer', id: customer.id, other: other.id }}
    >
      {t('对比合并', 'Compare')}
    </Link>
  )
}

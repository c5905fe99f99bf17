import { Link } from '@tanstack/react-router'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'
import { useSegmentsOf } from './segment-data.ts'

/** The segments that a customer is in, and since when, as far as that is known. */
export function SegmentsOfCustomer({ record, item }: PanelProps) {
  const { t } = useLanguage()
  const { data } = useSegmentsOf(record.name, item)
  if (!data || data.length === 0) return null
  return (
    <section className="zk-segments-of">
      <h3>{t('所在分群', 'Segments')}</h3>
      <ul>
        {data.map(({ id, title, since }) => (
          <li key={id}>
            <Link to="/$record/$id" params={{ record: 'segment', id }}>
              {title}
            </Link>
            {since ? (
              <span className="zk-faint">
                {' '}
                {t(`${showInstant(since, companyZone).slice(0, 10)} 起`, `since ${showInstant(since, companyZone).slice(0, 10)}`)}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { DaySize } from '#engine/segment/stays.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'
import { useSegmentHistory, type Passage } from './segment-data.ts'

/** What became of a segment: its size over time, who came lately and who went. */
export function SegmentHistoryPanel({ item }: PanelProps) {
  const { t } = useLanguage()
  const { data, error } = useSegmentHistory(item)
  if (error) return <p className="zk-hint">{error.message}</p>
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 2 }} />
  if (!data.reckonedAt)
    return <p className="zk-hint">{t('每晚统计一次，明天起可以看到变化。', 'Reckoned every night; changes show from tomorrow on.')}</p>
  return (
    <>
      {data.sizes ? <Sizes sizes={data.sizes} /> : null}
      <div className="zk-passages">
        <Passages heading={t('最近进入', 'Entered lately')} list={data.entered} />
        {data.left ? <Passages heading={t('最近离开', 'Left lately')} list={data.left} /> : null}
      </div>
      <p className="zk-hint">
        {t(`统计到 ${showInstant(data.reckonedAt, companyZone)}。`, `Reckoned until ${showInstant(data.reckonedAt, companyZone)}. `)}
        {data.sizes
          ? t('成员数按您的权限统计。', 'Sizes are counted with your rights.')
          : t(
              '成员数和离开的客户按负责人的权限统计，只给负责人看。',
              'Sizes and departures are counted with its owner’s rights and shown to him.',
            )}
      </p>
    </>
  )
}

/** One bar a day; the figures of the first and the last stand beside it. */
function Sizes({ sizes }: { sizes: readonly DaySize[] }) {
  const { t } = useLanguage()
  const first = sizes[0]!
  const last = sizes.at(-1)!
  const highest = Math.max(1, ...sizes.map(({ size }) => size))
  const label = t(
    `${first.day} 有 ${first.size} 个，${last.day} 有 ${last.size} 个，最多 ${highest} 个`,
    `${first.size} on ${first.day}, ${last.size} on ${last.day}, ${highest} at most`,
  )
  return (
    <figure className="zk-sizes">
      <div role="img" aria-label={label} className="zk-sizes-bars">
        {sizes.map(({ day, size, entered, departed }) => (
          <i
            key={day}
            style={{ height: `${Math.max(2, (size / highest) * 100)}%` }}
            title={`${day} · ${size.toLocaleString()} (+${entered} −${departed})`}
          />
        ))}
      </div>
      <figcaption>
        <span>
          {first.day} · {first.size.toLocaleString()}
        </span>
        {sizes.length > 1 ? (
          <span>
            {last.day} · {last.size.toLocaleString()}
          </span>
        ) : null}
      </figcaption>
    </figure>
  )
}

function Passages({ heading, list }: { heading: string; list: readonly Passage[] }) {
  const { t } = useLanguage()
  return (
    <section>
      <h3>{heading}</h3>
      {list.length === 0 ? <p className="zk-hint">{t('30 天内没有。', 'Nobody within 30 days.')}</p> : null}
      <ul>
        {list.map(({ record, id, title, at }) => (
          <li key={id + at}>
            <Link to="/$record/$id" params={{ record, id }}>
              {title || '—'}
            </Link>
            <time dateTime={at}>{showInstant(at, companyZone).slice(5)}</time>
          </li>
        ))}
      </ul>
    </section>
  )
}

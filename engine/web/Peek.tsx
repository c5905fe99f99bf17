import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Drawer, Skeleton } from 'antd'
import type { RecordDescription } from '#engine/record/describe.ts'
import { Facts } from './Facts.tsx'
import { useLanguage } from './language.tsx'
import { titleOf } from './LinkText.tsx'
import { useAnnounced } from './presence.ts'
import { PresentPeople } from './PresentPeople.tsx'
import { recordQuery } from './record-query.ts'
import { useRefresh } from './refresh.ts'
import { ProblemState } from './states.tsx'
import { Timeline } from './Timeline.tsx'

/** A look at a record beside the list it stands in. */
export function Peek({ record, id, onClose }: { record: RecordDescription; id: string; onClose(): void }) {
  const { t, say } = useLanguage()
  const refresh = useRefresh()
  const { data, error, refetch } = useQuery(recordQuery(record.name, id))
  useAnnounced(record.name, data?.id, 'viewing')
  return (
    <Drawer
      open
      onClose={onClose}
      mask={false}
      autoFocus={false}
      size={480}
      className="zk-peek"
      title={data ? titleOf(data, record, say) : ''}
      extra={
        <Link to="/$record/$id" params={{ record: record.name, id }}>
          {t('打开', 'Open')}
        </Link>
      }
    >
      {error ? (
        <ProblemState problem={error} onRetry={() => void refetch()} />
      ) : data ? (
        <>
          <PresentPeople record={record.name} id={id} />
          <Facts record={record} item={data} onChanged={() => refresh(record)} />
          <h2>{t('时间线', 'Timeline')}</h2>
          <Timeline record={record} id={id} />
        </>
      ) : (
        <Skeleton active paragraph={{ rows: 8 }} />
      )}
    </Drawer>
  )
}

import { HistoryOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Popover, Skeleton } from 'antd'
import { useState } from 'react'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { api } from './api.ts'
import { useLanguage } from './language.tsx'
import { later } from './later.tsx'
import { ChangedValue, type TimelineEvent } from './Timeline.tsx'

const AccessDialog = later(() => import('./rights/AccessDialog.tsx').then((file) => file.AccessDialog))

/** Who changed one field of a record, when, from what to what, and as part of which operation. */
export function FieldHistory({ record, id, field }: { record: RecordDescription; id: string; field: FieldDescription }) {
  const { t, say } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const askWho = () => {
    setOpen(false)
    setAsking(true)
  }
  const label = t(`${field.words.zh}的修改历史`, `History of ${say(field.words).toLowerCase()}`)
  return (
    <>
      <Popover
        trigger="click"
        placement="rightTop"
        arrow={false}
        title={label}
        open={isOpen}
        onOpenChange={setOpen}
        content={
          isOpen ? (
            <>
              <Changes record={record} id={id} field={field} />
              <Button type="link" size="small" className="zk-field-who" onClick={askWho}>
                {record.can.audit ? t('谁能看、谁看过', 'Who sees it, who looked') : t('我为什么能或不能看', 'Why I may or may not see it')}
              </Button>
            </>
          ) : null
        }
      >
        <button type="button" className="zk-fact-edit" aria-label={label}>
          <HistoryOutlined aria-hidden />
        </button>
      </Popover>
      {isAsking ? (
        <AccessDialog record={record} id={id} title={say(field.words)} field={field.name} onClose={() => setAsking(false)} />
      ) : null}
    </>
  )
}

function Changes({ record, id, field }: { record: RecordDescription; id: string; field: FieldDescription }) {
  const { t, locale } = useLanguage()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['timeline', record.name, id, 'field', field.name, locale],
    queryFn: ({ pageParam, signal }) =>
      api.get<{ items: TimelineEvent[]; next: string | null }>(`/records/${record.name}/${id}/history`, {
        query: { field: field.name, before: pageParam, limit: 20 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 3 }} className="zk-field-history" />
  const events = data.pages.flatMap((page) => page.items)
  if (events.length === 0) return <p className="zk-faint zk-field-history">{t('没有修改过', 'It has not been changed')}</p>
  return (
    <ol className="zk-field-history">
      {events.map((event) => {
        const change = event.changes.find((entry) => entry.field === field.name)
        return (
          <li key={event.id}>
            <span className="zk-hint">
              {showInstant(event.made?.at ?? event.at, companyZone)} · {(event.made?.by ?? event.actor).title || t('系统', 'System')} ·{' '}
              {event.words}
              {event.partOf ? ` · ${event.partOf.words} ${t(`${event.partOf.total} 条`, `of ${event.partOf.total}`)}` : ''}
            </span>
            <div>
              <ChangedValue field={field} value={change?.before} /> → <ChangedValue field={field} value={change?.after} />
            </div>
          </li>
        )
      })}
      {hasNextPage ? (
        <Button type="link" size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('更早', 'Earlier')}
        </Button>
      ) : null}
    </ol>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useEffect } from 'react'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import type { PresentedComment } from '#engine/talk/comments.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { api } from './api.ts'
import { useDescription } from './description.ts'
import { useLanguage } from './language.tsx'
import { LinkText } from './LinkText.tsx'
import { TimelineComment } from './TimelineComment.tsx'
import { viewOf } from './views.ts'

export interface TimelineEvent {
  id: string
  at: string
  type: string
  words: string
  actor: { id: string; title: string }
  by: string
  /** Where the system entered what somebody had made before: who, and when. */
  made?: { by: { id: string; title: string }; at: string }
  record: { record: string; id: string; title: string }
  operation: string
  /** The operation on many records that it was a part of. */
  partOf?: { words: string; total: number }
  changes: { field: string; before: unknown; after: unknown }[]
  /** What the event tells of a comment: as it stands now, null where it has been removed. */
  comment?: PresentedComment | null
}

/** How far back a comment is looked for that somebody was sent to. */
const farthest = 20

/** Everything that happened to a record and to what hangs on it, newest first: who, when, what, from what to what. */
export function Timeline({ record, id }: { record: RecordDescription; id: string }) {
  const { t, locale } = useLanguage()
  const { data, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['timeline', record.name, id, locale],
    queryFn: ({ pageParam }) =>
      api.get<{ items: TimelineEvent[]; next: string | null }>(`/records/${record.name}/${id}/timeline`, {
        query: { before: pageParam, limit: 50 },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const wanted = useRouterState({ select: (state) => /^comment-(.+)$/.exec(state.location.hash)?.[1] })
  const pages = data?.pages
  useEffect(() => {
    if (!wanted || !pages || !hasNextPage || isFetchingNextPage || pages.length >= farthest) return
    if (!pages.some((page) => page.items.some((event) => event.comment?.id === wanted))) void fetchNextPage()
  }, [wanted, pages, hasNextPage, isFetchingNextPage, fetchNextPage])
  if (isPending) return <Skeleton active paragraph={{ rows: 6 }} />
  const events = pages?.flatMap((page) => page.items) ?? []
  return (
    <div>
      <ol className="zk-timeline">
        {events.map((event) => (
          <TimelineEntry key={event.id} event={event} root={record.name} />
        ))}
      </ol>
      {hasNextPage ? (
        <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
          {t('更早的记录', 'Earlier')}
        </Button>
      ) : null}
    </div>
  )
}

const tellingOf = (record: RecordDescription, changes: readonly { field: FieldDescription; after: unknown }[]) =>
  [...record.list.columns, ...record.fields.filter((field) => field.kind === 'note').map((field) => field.name)]
    .filter((name) => name !== record.title && name !== record.under)
    .flatMap((name) => changes.find((change) => change.field.name === name) ?? [])
    .filter(({ field, after }) => after !== null && field.kind !== 'link' && field.kind !== 'links')

function TimelineEntry({ event, root }: { event: TimelineEvent; root: string }) {
  const { t, say } = useLanguage()
  const { data } = useDescription()
  const record = data?.records.find((entry) => entry.name === event.record.record)
  const changes = event.changes.flatMap((change) => {
    const field = record?.fields.find((entry) => entry.name === change.field)
    return field ? [{ ...change, field }] : []
  })
  const isNew = event.type.endsWith('.created')
  const said = event.type.endsWith('.commented')
  const at = event.made?.at ?? event.at
  const entered = t(`录入于 ${showInstant(event.at, companyZone)}`, `Entered ${showInstant(event.at, companyZone)}`)
  // Of something new one wants to know what it is: what its list would say, and its text.
  const telling = isNew && record && event.record.record !== root ? tellingOf(record, changes) : []
  return (
    <li className={said && event.comment ? 'zk-timeline-said' : undefined}>
      <div className="zk-timeline-head">
        <time dateTime={at} title={event.made ? entered : undefined}>
          {showInstant(at, companyZone)}
        </time>
        <b>{(event.made?.by ?? event.actor).title || t('系统', 'System')}</b>
        {event.by === 'job' ? <span className="zk-faint">{t('（后台）', '(in the background)')}</span> : null}
        <span>{event.words}</span>
        {event.partOf && event.partOf.total > 1 ? (
          <span className="zk-hint">
            {t(`（${event.partOf.words} ${event.partOf.total} 条）`, `(${event.partOf.words}, ${event.partOf.total} records)`)}
          </span>
        ) : null}
        {event.record.record !== root || isNew ? (
          <span>
            {say(record?.words)} <LinkText value={{ id: event.record.id, title: event.record.title }} to={event.record.record} />
          </span>
        ) : null}
      </div>
      {said && event.comment ? <TimelineComment comment={event.comment} /> : null}
      {said && event.comment === null ? <span className="zk-faint">{t('（评论已删除）', '(the comment was removed)')}</span> : null}
      {telling.length > 0 ? (
        <div className="zk-timeline-telling">
          {telling.map(({ field, after }) => (
            <ChangedValue key={field.name} field={field} value={after} />
          ))}
        </div>
      ) : null}
      {isNew || changes.length === 0 ? null : (
        <ul className="zk-changes">
          {changes.map(({ field, before, after }) => (
            <li key={field.name}>
              <span className="zk-faint">{say(field.words)}</span> <ChangedValue field={field} value={before} /> →{' '}
              <ChangedValue field={field} value={after} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** A value before or after a change. */
export function ChangedValue({ field, value }: { field: FieldDescription; value: unknown }) {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return <span className="zk-faint">—</span>
  if (typeof value === 'string' && value.includes('***')) return <>{value}</>
  const { Show } = viewOf(field.kind)
  return <Show value={value} field={field} />
}

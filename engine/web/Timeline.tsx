import { useInfiniteQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { Button, Segmented, Select, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import type { PresentedComment } from '#engine/talk/comments.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { api } from './api.ts'
import { useDescription } from './description.ts'
import { useLanguage } from './language.tsx'
import { LinkText } from './LinkText.tsx'
import { useReached } from './reached.ts'
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
  /** With whom it was shared, how far, and until when. */
  detail?: string
  /** What the event tells of a comment: as it stands now, null where it has been removed. */
  comment?: PresentedComment | null
}

/** How far back a comment is looked for that somebody was sent to. */
const farthest = 20

/** The record types that hang on this one, whichever way. */
function hangingOn(records: readonly RecordDescription[], name: string): RecordDescription[] {
  const direct = records.filter((entry) => entry.under !== null && entry.fields.find((field) => field.name === entry.under)?.to === name)
  return direct.flatMap((entry) => [entry, ...hangingOn(records, entry.name)])
}

/** What of a timeline is wanted: the query of the server, by a name that stays in the address of nothing. */
interface Choice {
  value: string
  label: string
  query: { records?: string; comments?: 'only' | 'none' }
}

/** What a timeline can be narrowed to: what hangs on the record, type by type, its own changes, and what was said. */
function useChoices(record: RecordDescription): Choice[] {
  const { t, locale } = useLanguage()
  const { data } = useDescription()
  const below = hangingOn(data?.records ?? [], record.name)
  return [
    { value: 'all', label: t('全部', 'All'), query: {} },
    ...below.map((entry) => ({
      value: entry.name,
      label: locale === 'zh' ? entry.words.zh : entry.plural,
      query: { records: entry.name, comments: 'none' as const },
    })),
    { value: 'own', label: t('修改', 'Changes'), query: { records: record.name, comments: 'none' } },
    { value: 'said', label: t('评论', 'Comments'), query: { comments: 'only' } },
  ]
}

/** Everything that happened to a record and to what hangs on it, newest first: who, when, what, from what to what. */
export function Timeline({ record, id }: { record: RecordDescription; id: string }) {
  const { t, locale } = useLanguage()
  const choices = useChoices(record)
  const [chosen, setChosen] = useState('all')
  const narrowed = choices.find(({ value }) => value === chosen)?.query ?? {}
  const { data, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['timeline', record.name, id, locale, chosen],
    queryFn: ({ pageParam, signal }) =>
      api.get<{ items: TimelineEvent[]; next: string | null }>(`/records/${record.name}/${id}/timeline`, {
        query: { ...narrowed, before: pageParam, limit: 50 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  })
  const wanted = useRouterState({ select: (state) => /^comment-(.+)$/.exec(state.location.hash)?.[1] })
  const pages = data?.pages
  useEffect(() => {
    if (!wanted || !pages || !hasNextPage || isFetchingNextPage || pages.length >= farthest) return
    if (!pages.some((page) => page.items.some((event) => event.comment?.id === wanted))) void fetchNextPage()
  }, [wanted, pages, hasNextPage, isFetchingNextPage, fetchNextPage])
  const end = useReached(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  })
  if (isPending) return <Skeleton active paragraph={{ rows: 6 }} />
  const label = t('显示什么', 'What to show')
  const events = pages?.flatMap((page) => page.items) ?? []
  return (
    <div>
      {choices.length > 6 ? (
        <Select className="zk-timeline-choice" size="small" value={chosen} onChange={setChosen} options={choices} aria-label={label} />
      ) : (
        <Segmented
          className="zk-timeline-choice"
          size="small"
          value={chosen}
          onChange={setChosen}
          options={choices.map(({ value, label }) => ({ value, label }))}
          aria-label={label}
        />
      )}
      {events.length === 0 ? <p className="zk-hint">{t('没有这一类记录。', 'Nothing of this kind yet.')}</p> : null}
      <ol className="zk-timeline">
        {events.map((event) => (
          <TimelineEntry key={event.id} event={event} root={record.name} />
        ))}
      </ol>
      {hasNextPage ? (
        <Button ref={end} onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
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

export function TimelineEntry({ event, root }: { event: TimelineEvent; root: string }) {
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
        {event.detail ? <span>{event.detail}</span> : null}
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

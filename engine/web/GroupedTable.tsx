import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import type { Group } from '#engine/access/group.ts'
import type { Item } from '#engine/access/present.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { api } from './api.ts'
import { GroupName, GroupTotals } from './GroupName.tsx'
import { narrowedTo, totalFieldsOf, useGroups, type ListQuestion } from './groups.ts'
import { useLanguage } from './language.tsx'
import { cardHeight, phoneTracks, rowHeight, tracksOf } from './list-columns.ts'
import { phoneWidth, useNarrow } from './narrow.ts'
import { deedOf, type TableProps } from './RecordTable.tsx'
import { toggled, usePicking } from './selection.ts'
import { rowEvents } from './row-events.ts'
import { ProblemState } from './states.tsx'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'

interface Page {
  items: Item[]
  next: string | null
}

interface Props extends TableProps {
  record: RecordDescription
  by: FieldDescription
  totals: readonly string[]
  question: ListQuestion
  fields: string
}

/** A list by the values of one field: groups with counts and totals, opened and folded by a click. */
export function GroupedTable(props: Props) {
  const { record, by, totals, question, columns, sort, onSort, selected, onSelect } = props
  const { t, locale } = useLanguage()
  const isPhone = useNarrow(phoneWidth)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const { data, error, isPending, refetch } = useGroups(record.name, by.name, totals, question)
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  if (isPending) return <Skeleton active className="zk-page-wait" paragraph={{ rows: 6 }} />
  const tracks = isPhone ? phoneTracks : tracksOf(columns, [], locale)
  const added = totalFieldsOf(record).filter((field) => totals.includes(field.name))
  return (
    <div className="zk-table zk-table-wide" role="grid" aria-rowcount={-1}>
      <TableHead
        columns={isPhone ? columns.slice(0, 1) : columns}
        tracks={tracks}
        sort={sort}
        onSort={onSort}
        check={{ isAll: false, isSome: selected.size > 0, onChange: () => onSelect(new Set()) }}
      />
      {data.groups.map((group) => {
        const key = String(group.value)
        const isOpen = !folded.has(key)
        return (
          <div key={key} style={{ minWidth: tracks.width }} role="presentation">
            <div role="row" className="zk-group">
              <div role="gridcell">
                <button type="button" aria-expanded={isOpen} onClick={() => setFolded(toggled(folded, key))}>
                  <span aria-hidden className="zk-faint">
                    {isOpen ? '▾' : '▸'}
                  </span>
                  <GroupName field={by} group={group} />
                  <span className="zk-count">
                    {group.count.value.toLocaleString()}
                    {group.count.exact ? '' : '+'}
                  </span>
                  <GroupTotals fields={added} totals={group.totals} />
                </button>
              </div>
            </div>
            {isOpen ? <GroupRows {...props} group={group} tracks={tracks} isPhone={isPhone} /> : null}
          </div>
        )
      })}
      {!data.whole && totals.length > 0 ? (
        <p className="zk-hint zk-group-note">
          {t('记录超过 10,000 条，未计算合计：先筛选再看。', 'More than 10,000 records: filter them to see totals.')}
        </p>
      ) : null}
    </div>
  )
}

/** Moves the keyboard among the rows as they stand, from one group into the next. */
function focusAmong(from: HTMLElement, to: 'next' | 'previous' | 'first' | 'last'): void {
  const rows = [...from.closest('.zk-table')!.querySelectorAll<HTMLElement>('[data-index]')]
  const at = rows.indexOf(from)
  rows[{ next: at + 1, previous: at - 1, first: 0, last: rows.length - 1 }[to]]?.focus()
}

function GroupRows(props: Props & { group: Group; tracks: { template: string; width: number }; isPhone: boolean }) {
  const { record, by, question, fields, columns, sort, selected, onSelect, onOpen, onReach, onNear, editing, group, tracks, isPhone } =
    props
  const { t } = useLanguage()
  const filter = narrowedTo(question, by.name, group.value)
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['list', record.name, 'group', { filter, q: question.q, sort, fields }],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page>(`/records/${record.name}`, {
        query: { filter, q: question.q, sort, fields, limit: pageParam ? 100 : 20, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  })
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  const pick = usePicking(items, selected, onSelect)
  const events = rowEvents(items, {
    open: onOpen,
    toggle: pick,
    edit: editing.begin,
    key: (event, item, index) => deedOf(props, pick, (to) => focusAmong(event.target as HTMLElement, to))(event, item, index),
    reach: (index) => items[index] && onReach(items[index]),
    near: onNear,
  })
  return (
    <>
      <div role="rowgroup" {...events}>
        {items.map((item, i) => (
          <TableRow
            key={item.id}
            item={item}
            columns={columns}
            index={i}
            isCard={isPhone}
            isSelected={selected.has(item.id)}
            isActive={i === 0}
            template={tracks.template}
            height={isPhone ? cardHeight : rowHeight}
            isChangeable={isPhone ? undefined : editing.isOpen}
          />
        ))}
      </div>
      {hasNextPage ? (
        <div role="row" className="zk-group-more">
          <div role="gridcell">
            <Button type="link" size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('显示更多', 'Show more')}
            </Button>
          </div>
        </div>
      ) : null}
    </>
  )
}

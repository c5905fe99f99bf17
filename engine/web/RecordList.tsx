import { ReloadOutlined, SearchOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Skeleton, type InputRef } from 'antd'
import { useCallback, useDeferredValue, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { useMaking } from './asking.tsx'
import { calendarFieldsOf, onDay } from './calendar-fields.ts'
import { DisplayOptions } from './DisplayOptions.tsx'
import { isCellOpen } from './editable-fields.ts'
import { FilterBar } from './FilterBar.tsx'
import { boardFieldsOf, groupFieldsOf } from './groups.ts'
import { useLanguage } from './language.tsx'
import { later } from './later.tsx'
import { ListActions } from './ListActions.tsx'
import { useListQuestion, useListRows } from './list-query.ts'
import { isBare, opensWith, stateOf, type ListState } from './list-state.ts'
import { useLive } from './live.ts'
import { usePageTitle } from './page-title.ts'
import { RecordTable, type TableProps } from './RecordTable.tsx'
import { useAhead } from './record-query.ts'
import { useRefresh } from './refresh.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { EmptyState, ProblemState } from './states.tsx'
import { useKey } from './use-keys.ts'
import { useViews, ViewsBar } from './ViewsBar.tsx'

const meanwhile = <Skeleton active className="zk-page-wait" paragraph={{ rows: 8 }} />
const Board = later(() => import('./Board.tsx').then((file) => file.Board), { meanwhile })
const ListCalendar = later(() => import('./ListCalendar.tsx').then((file) => file.ListCalendar), { meanwhile })
const GroupedTable = later(() => import('./GroupedTable.tsx').then((file) => file.GroupedTable), { meanwhile })
const Peek = later(() => import('./Peek.tsx').then((file) => file.Peek), { isLikely: true })
const CellEditor = later(() => import('./CellEditor.tsx').then((file) => file.CellEditor), { isLikely: true })

interface Props {
  record: RecordDescription
  search: ListState
  onSearch(search: ListState): void
}

/** The words in the search input and the address follow each other: while one types, the address follows the input. */
function useTyped(search: ListState, onSearch: Props['onSearch']) {
  const input = useRef<InputRef>(null)
  const [typed, setTyped] = useState(search.q ?? '')
  const q = useDeferredValue(typed.trim())
  const follow = useEffectEvent(() => {
    if ((search.q ?? '') !== q) onSearch({ ...search, q: q || undefined })
  })
  useEffect(() => follow(), [q])
  const lead = useEffectEvent(() => {
    if (document.activeElement !== input.current?.input) setTyped(search.q ?? '')
  })
  useEffect(() => lead(), [search.q])
  return { input, typed, setTyped, q }
}

/** Opened by its name alone, a list shows the view that was made for that; it is asked for first, so that nothing jumps. */
function useFirstView(record: RecordDescription, search: ListState, onSearch: Props['onSearch']): { isWaiting: boolean } {
  const views = useViews(record.name)
  const first = isBare(search) && views.data ? opensWith(views.data) : undefined
  const begin = useEffectEvent(() => {
    if (first) onSearch(stateOf(first))
  })
  useEffect(() => begin(), [first])
  return { isWaiting: first !== undefined || (isBare(search) && views.isPending) }
}

/** A list of any record type, rendered from its description. The address bar holds all of it: view, search, filter, order, layout. */
export function RecordList({ record, search, onSearch }: Props) {
  const { t, locale } = useLanguage()
  const refreshAll = useRefresh()
  const navigate = useNavigate()
  const { input, typed, setTyped, q } = useTyped(search, onSearch)
  const { isWaiting } = useFirstView(record, search, onSearch)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const { make: makeNew, drawer } = useMaking()
  const [peeked, setPeeked] = useState<string | null>(null)
  const [edited, setEdited] = useState<{ item: Item; path: string } | null>(null)
  const { parts, tree, shown, columns, question, sort, fields } = useListQuestion(record, search, q)
  const isRecycled = search.bin ?? false
  const board = search.layout === 'board' && !isRecycled ? boardFieldsOf(record) : []
  const by = (search.layout === 'board' ? board : groupFieldsOf(record)).find((field) => field.name === search.group) ?? board[0]
  const isGrouped = by !== undefined && !isRecycled
  const days = search.layout === 'calendar' && !isRecycled ? calendarFieldsOf(record) : []
  const byDay = days.find((field) => field.name === search.group) ?? days[0]
  const { list, count, items, isSimilar, more } = useListRows(record, question, { sort, fields, isRecycled, isEnabled: !isWaiting })
  const isStale = useLive([], [record.name])
  useEffect(() => setSelected(new Set()), [record.name, question.filter, question.q, isRecycled])

  const refresh = () => {
    isStale.clear()
    refreshAll(record)
  }
  const title = locale === 'zh' ? record.words.zh : record.plural
  usePageTitle(title)
  const open = (item: Item) => void navigate({ to: '/$record/$id', params: { record: record.name, id: item.id } })
  const isChangeable = useCallback((item: Item, path: string) => isCellOpen(record, item, path), [record])
  const onNear = useAhead(record.name)
  const table: TableProps = {
    columns,
    sort,
    onSort: (next) => onSearch({ ...search, sort: next === record.list.sort ? undefined : next }),
    selected,
    onSelect: setSelected,
    onOpen: open,
    onPeek: (item) => setPeeked((before) => (item && item.id !== before ? item.id : null)),
    onReach: (item) => setPeeked((before) => before && item.id),
    onNear,
    editing: { isOpen: isChangeable, begin: (item, path) => setEdited({ item, path }) },
  }
  const make = record.create && !isRecycled ? () => makeNew({ record, onDone: open }) : undefined
  useKey('create', make)
  useKey('find', record.searchable ? () => input.current?.focus({ cursor: 'all' }) : undefined)
  return (
    <section className="zk-list" aria-label={title}>
      <header className="zk-list-head">
        <h1>{isRecycled ? t(`${title} · 回收站`, `${title}: recycle bin`) : title}</h1>
        <span className="zk-count" aria-live="polite">
          {count ? `${count.value.toLocaleString()}${count.exact ? '' : '+'}` : ''}
        </span>
        {record.searchable ? (
          <Input
            ref={input}
            className="zk-list-search"
            prefix={<SearchOutlined className="zk-faint" aria-hidden />}
            placeholder={t('名称、拼音首字母', 'Name or initials')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            allowClear
            aria-label={t('搜索', 'Search')}
          />
        ) : null}
        <FilterBar record={record} parts={parts} onChange={(next) => onSearch({ ...search, filter: next.length > 0 ? next : undefined })} />
        <span className="zk-spring" />
        {isStale.value ? (
          <Button icon={<ReloadOutlined aria-hidden />} onClick={refresh}>
            {t('有更新', 'Changed')}
          </Button>
        ) : null}
        <DisplayOptions record={record} state={search} columns={shown} onChange={onSearch} />
        <ListActions
          record={record}
          query={{ ...question, sort, fields }}
          onNew={make}
          onBin={record.can.recycle && !isRecycled ? () => onSearch({ bin: true }) : undefined}
        />
      </header>
      {isRecycled ? (
        <nav className="zk-views">
          <Button type="link" size="small" onClick={() => onSearch({ view: 'all' })}>
            {t('返回列表', 'Back to the list')}
          </Button>
          <span className="zk-hint">{t('删除的记录可以恢复。', 'What was deleted can be restored.')}</span>
        </nav>
      ) : (
        <ViewsBar
          record={record}
          state={search}
          onChange={(next) => {
            setTyped(next.q ?? '')
            onSearch(next)
          }}
        />
      )}
      {isSimilar && items.length > 0 && !byDay ? (
        <p className="zk-hint zk-list-similar" role="status">
          {t(`没有找到“${q}”，以下是相近的结果。`, `Nothing holds "${q}"; these come close.`)}
        </p>
      ) : null}
      {list.error ? (
        <ProblemState problem={list.error} onRetry={() => void list.refetch()} />
      ) : byDay ? (
        <ListCalendar
          record={record}
          by={byDay}
          on={search.on}
          question={question}
          fields={fields}
          onTurn={(on) => onSearch({ ...search, on })}
          onOpen={open}
          onDay={(day) => onSearch({ q: search.q, columns: search.columns, filter: [...parts, ...onDay(byDay, day)], sort: byDay.name })}
        />
      ) : list.isSuccess && items.length === 0 ? (
        <EmptyState
          record={record}
          isFiltered={parts.length > 0 || q !== '' || isRecycled}
          onNew={make}
          onImport={make && (() => void navigate({ to: '/import/$record', params: { record: record.name } }))}
          onClear={() => {
            setTyped('')
            onSearch({ view: 'all' })
          }}
        />
      ) : isGrouped && search.layout === 'board' ? (
        <Board
          record={record}
          by={by}
          totals={search.totals ?? []}
          question={question}
          sort={sort}
          fields={[fields, by.name].join()}
          columns={columns}
          onOpen={open}
        />
      ) : isGrouped ? (
        <GroupedTable {...table} record={record} by={by} totals={search.totals ?? []} question={question} fields={fields} />
      ) : (
        <RecordTable {...table} items={items} onMore={more} hasMore={list.hasNextPage || list.isPending} isLoading={list.isFetching} />
      )}
      {selected.size > 0 ? (
        <SelectionBar
          record={record}
          selected={selected}
          whole={count ? { filter: tree, q: question.q, count: count.value } : undefined}
          isAllLoaded={items.length > 0 && items.every((item) => selected.has(item.id))}
          isRecycled={isRecycled}
          onClear={() => setSelected(new Set())}
          onDone={refresh}
        />
      ) : null}
      {peeked ? <Peek record={record} id={peeked} onClose={() => setPeeked(null)} /> : null}
      {edited ? <CellEditor key={`${edited.item.id}.${edited.path}`} record={record} {...edited} onClose={() => setEdited(null)} /> : null}
      {drawer}
    </section>
  )
}

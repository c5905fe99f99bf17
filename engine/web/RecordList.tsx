import { DownloadOutlined, ImportOutlined, PlusOutlined, ReloadOutlined, SearchOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown, Input, Tooltip, type InputRef } from 'antd'
import { useCallback, useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { api, download, Problem, withQuery } from './api.ts'
import { ColumnChooser } from './ColumnChooser.tsx'
import { fieldAt, useDescription } from './description.ts'
import { FilterBar } from './FilterBar.tsx'
import { treeOf } from './filter-parts.ts'
import { useLanguage } from './language.tsx'
import { isBare, opensWith, stateOf, type ListState } from './list-state.ts'
import { useLive } from './live.ts'
import { phoneWidth, useNarrow } from './narrow.ts'
import { NewRecord } from './NewRecord.tsx'
import { usePageTitle } from './page-title.ts'
import { RecordTable, type Column } from './RecordTable.tsx'
import { useRefresh } from './refresh.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { EmptyState, ProblemState } from './states.tsx'
import { useViews, ViewsBar } from './ViewsBar.tsx'

interface Page {
  items: Item[]
  next: string | null
}

const noParts: NonNullable<ListState['filter']> = []

/** A list of any record type, rendered from its description. The address bar holds all of it: search, order, filter. */
export function RecordList({
  record,
  search,
  onSearch,
}: {
  record: RecordDescription
  search: ListState
  onSearch(search: ListState): void
}) {
  const { t, locale } = useLanguage()
  const { message } = App.useApp()
  const { data: description } = useDescription()
  const refreshAll = useRefresh()
  const isPhone = useNarrow(phoneWidth)
  const searchInput = useRef<InputRef>(null)
  const navigate = useNavigate()
  const [typed, setTyped] = useState(search.q ?? '')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [isNew, setNew] = useState(false)
  const q = useDeferredValue(typed.trim())
  const follow = useEffectEvent(() => {
    if ((search.q ?? '') !== q) onSearch({ ...search, q: q || undefined })
  })
  useEffect(() => follow(), [q])
  // A link or the way back has changed the address; while one types, the address follows the input instead.
  const lead = useEffectEvent(() => {
    if (document.activeElement !== searchInput.current?.input) setTyped(search.q ?? '')
  })
  useEffect(() => lead(), [search.q])
  // Opened by its name alone, a list shows the view that was made for that; it is asked for first, so that nothing jumps.
  const views = useViews(record.name)
  const isWaiting = isBare(search) && views.isPending
  const first = isBare(search) && views.data ? opensWith(views.data) : undefined
  const begin = useEffectEvent(() => {
    if (first) onSearch(stateOf(first))
  })
  useEffect(() => begin(), [first])
  const parts = search.filter ?? noParts
  const sort = search.sort ?? record.list.sort
  const filter = useMemo(() => treeOf(parts), [parts])
  const shown = search.columns ?? record.list.columns
  const columns = useMemo(
    () =>
      shown.flatMap((path): Column[] => {
        const field = fieldAt(description?.records ?? [], record, path)
        return field ? [{ path, field }] : []
      }),
    [record, description, shown],
  )
  const query = {
    filter: filter === undefined ? undefined : JSON.stringify(filter),
    q: q || undefined,
    sort,
    fields: [
      ...new Set([record.title, ...shown.filter((path) => record.fields.some((field) => field.name === path.split('.')[0]))]),
    ].join(),
  }
  const key = ['list', record.name, query] as const
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page>(`/records/${record.name}`, { query: { ...query, limit: 100, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
    enabled: !isWaiting && !first,
  })
  // The count comes after the rows and never holds them up.
  const count = useQuery({
    queryKey: ['count', record.name, query.filter, query.q],
    queryFn: ({ signal }) =>
      api.get<{ count: { value: number; exact: boolean } }>(`/records/${record.name}`, {
        query: { filter: query.filter, q: query.q, limit: 0, count: 'capped' },
        signal,
      }),
    enabled: list.isSuccess,
  })
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const isStale = useLive([], [record.name])
  useEffect(() => setSelected(new Set()), [record.name, query.filter, query.q])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const more = useCallback(
    () => void (hasNextPage && !isFetchingNextPage && fetchNextPage()),
    [hasNextPage, isFetchingNextPage, fetchNextPage],
  )

  const refresh = () => {
    isStale.clear()
    refreshAll(record)
  }
  const exportAs = (format: string) =>
    void download(withQuery(`/records/${record.name}/export`, { ...query, format })).catch(
      (error: unknown) => error instanceof Problem && message.error(error.message),
    )
  const title = locale === 'zh' ? record.words.zh : record.plural
  usePageTitle(title)
  const startImport = () => void navigate({ to: '/import/$record', params: { record: record.name } })
  return (
    <section className="zk-list" aria-label={title}>
      <header className="zk-list-head">
        <h1>{title}</h1>
        <span className="zk-count" aria-live="polite">
          {count.data ? `${count.data.count.value.toLocaleString()}${count.data.count.exact ? '' : '+'}` : ''}
        </span>
        {record.searchable ? (
          <Input
            ref={searchInput}
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
        <ColumnChooser record={record} columns={shown} onChange={(next) => onSearch({ ...search, columns: next })} />
        {record.can.export ? (
          <Dropdown
            menu={{
              items: [
                { key: 'csv', label: 'CSV' },
                { key: 'xlsx', label: 'XLSX' },
              ],
              onClick: ({ key: format }) => exportAs(format),
            }}
          >
            <Tooltip title={t('导出', 'Export')}>
              <Button icon={<DownloadOutlined aria-hidden />} aria-label={t('导出', 'Export')} />
            </Tooltip>
          </Dropdown>
        ) : null}
        {record.create ? (
          <>
            <Button icon={<ImportOutlined aria-hidden />} onClick={startImport} aria-label={t('导入', 'Import')}>
              {isPhone ? null : t('导入', 'Import')}
            </Button>
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setNew(true)}>
              {t(`新建${record.words.zh}`, `New ${record.words.en.toLowerCase()}`)}
            </Button>
          </>
        ) : null}
      </header>
      <ViewsBar
        record={record}
        state={search}
        onChange={(next) => {
          setTyped(next.q ?? '')
          onSearch(next)
        }}
      />
      {list.error ? (
        <ProblemState problem={list.error} onRetry={() => void list.refetch()} />
      ) : list.isSuccess && items.length === 0 ? (
        <EmptyState
          record={record}
          isFiltered={parts.length > 0 || q !== ''}
          onNew={record.create ? () => setNew(true) : undefined}
          onImport={record.create ? startImport : undefined}
          onClear={() => {
            setTyped('')
            onSearch({})
          }}
        />
      ) : (
        <RecordTable
          columns={columns}
          items={items}
          sort={sort}
          onSort={(next) => onSearch({ ...search, sort: next === record.list.sort ? undefined : next })}
          selected={selected}
          onSelect={setSelected}
          onOpen={(item) => void navigate({ to: '/$record/$id', params: { record: record.name, id: item.id } })}
          onMore={more}
          hasMore={list.hasNextPage || list.isPending}
          isLoading={list.isFetching}
        />
      )}
      {selected.size > 0 ? (
        <SelectionBar
          record={record}
          selected={selected}
          whole={count.data ? { filter, q: q || undefined, count: count.data.count.value } : undefined}
          isAllLoaded={items.length > 0 && items.every((item) => selected.has(item.id))}
          onClear={() => setSelected(new Set())}
          onDone={refresh}
        />
      ) : null}
      {isNew ? (
        <NewRecord
          record={record}
          onClose={() => setNew(false)}
          onDone={(item) => {
            setNew(false)
            refresh()
            void navigate({ to: '/$record/$id', params: { record: record.name, id: item.id } })
          }}
        />
      ) : null}
    </section>
  )
}

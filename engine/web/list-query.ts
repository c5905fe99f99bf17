import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { api } from './api.ts'
import { fieldAt, useDescription } from './description.ts'
import { treeOf, type FilterPart } from './filter-parts.ts'
import type { ListQuestion } from './groups.ts'
import type { Column } from './list-columns.ts'
import type { ListState } from './list-state.ts'
import { useRowColumns } from './screens.ts'

interface Page {
  items: Item[]
  /** Nothing holds what was searched for; these are a slip of the keys away. */
  similar?: true
  next: string | null
}

const noParts: FilterPart[] = []

/** What a list asks the server, told by its state. */
export function useListQuestion(record: RecordDescription, state: ListState, q: string) {
  const { data: description } = useDescription()
  const parts = state.filter ?? noParts
  const tree = useMemo(() => treeOf(parts), [parts])
  const shown = state.columns ?? record.list.columns
  const beside = useRowColumns(record.name)
  const columns = useMemo(
    () => [
      ...shown.flatMap((path): Column[] => {
        const field = fieldAt(description?.records ?? [], record, path)
        return field ? [{ path, field }] : []
      }),
      ...beside.map(({ path, words, kind, Show }): Column => ({ path, field: { name: path, kind, words }, Show })),
    ],
    [record, description, shown, beside],
  )
  const wanted = [...shown, ...beside.flatMap(({ needs = [] }) => needs)]
  const known = wanted.filter((path) => record.fields.some((field) => field.name === path.split('.')[0]))
  const question: ListQuestion = { filter: tree === undefined ? undefined : JSON.stringify(tree), q: q || undefined }
  return {
    parts,
    tree,
    shown,
    columns,
    question,
    sort: state.sort ?? record.list.sort,
    fields: [...new Set([record.title, ...(state.group ? [state.group] : []), ...known])].join(),
  }
}

/** The rows of a list, page by page, and their number, which comes after the rows and never holds them up. */
export function useListRows(
  record: RecordDescription,
  question: ListQuestion,
  { sort, fields, isRecycled, isEnabled }: { sort: string; fields: string; isRecycled: boolean; isEnabled: boolean },
) {
  const asked = { ...question, recycled: isRecycled || undefined }
  const list = useInfiniteQuery({
    queryKey: ['list', record.name, { ...asked, sort, fields }],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page>(`/records/${record.name}`, { query: { ...asked, sort, fields, limit: 100, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
    enabled: isEnabled,
    // Whoever has come far down a list is told that it has changed, and not made to wait for all of it.
    refetchOnWindowFocus: (query) => (query.state.data?.pages.length ?? 0) <= 5,
  })
  const count = useQuery({
    queryKey: ['count', record.name, asked],
    queryFn: ({ signal }) =>
      api.get<{ count: { value: number; exact: boolean } }>(`/records/${record.name}`, {
        query: { ...asked, limit: 0, count: 'capped' },
        signal,
      }),
    enabled: list.isSuccess,
    select: (answer) => answer.count,
  })
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const more = useCallback(
    () => void (hasNextPage && !isFetchingNextPage && fetchNextPage()),
    [hasNextPage, isFetchingNextPage, fetchNextPage],
  )
  return { list, count: count.data, items, isSimilar: list.data?.pages[0]?.similar === true, more }
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from './api.ts'
import { treeOf, type FilterPart } from './filter-parts.ts'

/** How many records a filter finds for these eyes; past ten thousand it says no more than that. Nothing until it is known. */
export function useRecordCount(record: string, filter: FilterPart[]): { value: number; exact: boolean } | undefined {
  const query = { ...(filter.length > 0 ? { filter: JSON.stringify(treeOf(filter)) } : {}), limit: 0, count: 'capped' }
  const { data } = useQuery({
    queryKey: ['count', record, query.filter],
    queryFn: ({ signal }) => api.get<{ count: { value: number; exact: boolean } }>(`/records/${record}`, { query, signal }),
    retry: false,
  })
  return data?.count
}

/** A number of records under its name, as one line of `zk-numbers`; it opens the list that it counts. */
export function CountedList({ record, label, filter }: { record: string; label: string; filter: FilterPart[] }) {
  const count = useRecordCount(record, filter)
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Link to="/$record" params={{ record }} search={{ view: 'all', filter } as never}>
          {count ? `${count.value.toLocaleString()}${count.exact ? '' : '+'}` : '…'}
        </Link>
      </dd>
    </div>
  )
}

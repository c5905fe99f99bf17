import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from './api.ts'
import { treeOf, type FilterPart } from './filter-parts.ts'

/** A number of records under its name, as one line of `zk-numbers`; it opens the list that it counts. */
export function CountedList({ record, label, filter }: { record: string; label: string; filter: FilterPart[] }) {
  const query = { filter: JSON.stringify(treeOf(filter)), limit: 0, count: 'capped' }
  const { data } = useQuery({
    queryKey: ['count', record, query.filter],
    queryFn: ({ signal }) => api.get<{ count: { value: number; exact: boolean } }>(`/records/${record}`, { query, signal }),
    retry: false,
  })
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Link to="/$record" params={{ record }} search={{ view: 'all', filter } as never}>
          {data ? `${data.count.value.toLocaleString()}${data.count.exact ? '' : '+'}` : '…'}
        </Link>
      </dd>
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { Item, LinkValue } from '#engine/access/present.ts'
import type { FilterTree } from '#engine/record/fields/index.ts'
import { api } from '#engine/web/api.ts'

/** The list of a clean-up that has begun. */
export const listOf = (item: Item): string | undefined => (item.list as LinkValue | null | undefined)?.id

const countOf = async (filter: FilterTree, signal: AbortSignal): Promise<number> =>
  (
    await api.get<{ count: { value: number } }>('/records/customer', {
      query: { filter: JSON.stringify(filter), limit: 0, count: 'exact' },
      signal,
    })
  ).count.value

/** How many customers of a clean-up there are and how many are done, as whoever asks may see them. */
export const useProgress = (item: Item) => {
  const list = listOf(item)
  return useQuery({
    queryKey: ['count', 'customer', 'cleanup', item.id, item.version],
    queryFn: async ({ signal }) => {
      const on: FilterTree = { segment: list! }
      const [all, done] = await Promise.all([
        countOf(on, signal),
        countOf({ and: [on, { field: 'quality', op: 'gte', value: item.target }] }, signal),
      ])
      return { all, done, share: all === 0 ? 0 : Math.floor((done / all) * 100) }
    },
    enabled: list !== undefined,
    retry: false,
  })
}

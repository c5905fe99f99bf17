import { useQuery } from '@tanstack/react-query'
import type { Item } from '#engine/access/present.ts'
import type { Passage, SegmentHistory, SegmentOf } from '#engine/segment/history.ts'
import { api } from '#engine/web/api.ts'

const filterOf = (segment: string) => JSON.stringify({ segment })

/** How many customers are in a segment, as whoever asks may see them. Counted to the last one where that is wanted, else to ten thousand. */
export const useMemberCount = ({ id, version }: Item, isExact: boolean) =>
  useQuery({
    queryKey: ['count', 'customer', 'segment', id, version, isExact],
    queryFn: ({ signal }) =>
      api.get<{ count: { value: number; exact: boolean } }>('/records/customer', {
        query: { filter: filterOf(id), limit: 0, count: isExact ? 'exact' : 'capped' },
        signal,
      }),
    select: ({ count }) => `${count.value.toLocaleString()}${count.exact ? '' : '+'}`,
    retry: false,
  })

/** The first of its members, in the usual order of the list of customers. */
export const useMembers = ({ id, version }: Item, fields: string) =>
  useQuery({
    queryKey: ['list', 'customer', 'segment', id, version, fields],
    queryFn: ({ signal }) =>
      api.get<{ items: Item[]; next: string | null }>('/records/customer', { query: { filter: filterOf(id), limit: 10, fields }, signal }),
    retry: false,
  })

export const useSegmentHistory = ({ id, version }: Item) =>
  useQuery({
    queryKey: ['related', 'segment', 'history', id, version],
    queryFn: ({ signal }) => api.get<SegmentHistory>(`/segments/${id}/history`, { signal }),
    retry: false,
  })

export const useSegmentsOf = (record: string, { id, version }: Item) =>
  useQuery({
    queryKey: ['related', record, 'segments', id, version],
    queryFn: ({ signal }) => api.get<{ items: SegmentOf[] }>(`/records/${record}/${id}/segments`, { signal }),
    select: ({ items }) => items,
  })

export type { Passage }

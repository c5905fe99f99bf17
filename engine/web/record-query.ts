import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import type { Item } from '#engine/access/present.ts'
import { api } from './api.ts'

/** One record, as its page and its peek read it. */
export const recordQuery = (record: string, id: string) =>
  queryOptions({ queryKey: ['record', record, id], queryFn: () => api.get<Item>(`/records/${record}/${id}`), retry: false })

/** How long somebody stays with a row before its record is read ahead, in ms. */
const stay = 60

/** Reads a record that may be opened next, so that its page is there at once. */
export function useAhead(record: string): (item: Item) => void {
  const client = useQueryClient()
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  return useCallback(
    ({ id }) => {
      clearTimeout(waiting.current)
      waiting.current = setTimeout(() => void client.prefetchQuery({ ...recordQuery(record, id), staleTime: 30_000 }), stay)
    },
    [client, record],
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Item } from '#engine/access/present.ts'
import { api } from './api.ts'
import { recordQuery } from './record-query.ts'

/** What a user has opened lately, the latest first; only what he may still see. */
export const useOpened = (isAsked: boolean) =>
  useQuery({
    queryKey: ['opened'],
    queryFn: () => api.get<{ items: { record: string; item: Item }[] }>('/opened', { query: { limit: 8 } }),
    enabled: isAsked,
    staleTime: 0,
  })

/** Notes that somebody looks at a record, once its page has come. */
export function useNoteOpened(record: string, id: string): void {
  const queries = useQueryClient()
  // The page asks for the record; here one only waits for its answer.
  const { isSuccess } = useQuery({ ...recordQuery(record, id), enabled: false })
  useEffect(() => {
    if (!isSuccess) return
    void api.post('/opened', { record, id }).then(
      () => queries.invalidateQueries({ queryKey: ['opened'] }),
      () => {},
    )
  }, [queries, isSuccess, record, id])
}

import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { PresentedNotice } from '#engine/notice/present-notices.ts'
import { api } from './api.ts'
import { useLanguage } from './language.tsx'
import { listen } from './live-stream.ts'

export interface Unread {
  value: number
  exact: boolean
}

interface NoticesAnswer {
  items: PresentedNotice[]
  next: string | null
  unread: Unread
}

/** How many notices wait unread, now and whenever that changes. */
export function useUnread(): Unread | undefined {
  const client = useQueryClient()
  useEffect(() => {
    const renew = () => void client.invalidateQueries({ queryKey: ['notices'] })
    return listen({ watch: [], lists: [], notices: renew, missed: renew })
  }, [client])
  const { data } = useQuery({
    queryKey: ['notices', 'count'],
    queryFn: () => api.get<NoticesAnswer>('/notices', { query: { limit: 0 } }),
    staleTime: 60_000,
  })
  return data?.unread
}

/** One's notices, latest first, page by page. */
export function useNotices(unread: boolean, limit: number) {
  const { locale } = useLanguage()
  return useInfiniteQuery({
    queryKey: ['notices', 'list', unread, limit, locale],
    queryFn: ({ pageParam }) =>
      api.get<NoticesAnswer>('/notices', { query: { limit, cursor: pageParam, ...(unread ? { unread: true } : {}) } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

/** Marks notices as read or unread; all of them where none is named. */
export function useMarking() {
  const client = useQueryClient()
  return async (ids?: readonly string[], read = true) => {
    await api.post('/notices/read', { ...(ids ? { ids } : {}), read })
    await client.invalidateQueries({ queryKey: ['notices'] })
  }
}

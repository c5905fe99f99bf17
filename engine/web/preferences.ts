import { queryOptions } from '@tanstack/react-query'
import type { MailTime } from '#engine/notice/define-notice.ts'
import type { NoticeWishes } from '#engine/notice/wishes.ts'
import type { Locale, Words } from '#engine/text/words.ts'
import { api } from './api.ts'

/** What one has chosen for oneself, and what there is to choose from. */
export interface Preferences {
  values: { notices: NoticeWishes; language: Locale | null }
  notices: { kind: string; words: Words; hint?: Words; product: boolean; mail: MailTime }[]
  mail: boolean
}

export const preferencesQuery = queryOptions({
  queryKey: ['preferences'],
  queryFn: () => api.get<Preferences>('/me/preferences'),
  staleTime: 300_000,
})

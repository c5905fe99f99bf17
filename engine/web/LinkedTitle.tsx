import { useQuery } from '@tanstack/react-query'
import type { Item } from '#engine/access/present.ts'
import { api } from './api.ts'
import { useRecordDescription } from './description.ts'
import { useLanguage } from './language.tsx'
import { titleOf } from './LinkText.tsx'

/** The title of a record of which only the id is known; a word instead where one may not see it. */
export function LinkedTitle({ to, id, otherwise }: { to: string; id: string; otherwise?: string }) {
  const { t, say } = useLanguage()
  const record = useRecordDescription(to)
  const { data, isPending } = useQuery({
    queryKey: ['title', to, id],
    queryFn: ({ signal }) => api.get<Item>(`/records/${to}/${id}`, { query: { fields: record!.title }, signal }),
    enabled: record !== undefined,
    staleTime: 300_000,
    retry: false,
  })
  if (data && record) return <>{titleOf(data, record, say)}</>
  return <>{record && isPending ? '…' : (otherwise ?? t('（无权查看）', '(not visible)'))}</>
}

import { useQuery } from '@tanstack/react-query'
import { showInstant } from '#engine/time/zone.ts'
import type { Words } from '#engine/text/words.ts'
import { api } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'

/** What the records say, in order; nobody has typed it. */
export function DisputeEvidence({ item }: PanelProps) {
  const { t, say } = useLanguage()
  const { data } = useQuery({
    queryKey: ['record', 'dispute', item.id, 'evidence', item.version],
    queryFn: ({ signal }) => api.get<{ items: { at: string; kind: string; text: Words }[] }>(`/disputes/${item.id}/evidence`, { signal }),
    retry: false,
  })
  if (!data) return null
  return data.items.length === 0 ? (
    <p className="zk-hint">{t('没有相关记录。', 'Nothing on record.')}</p>
  ) : (
    <ol className="zk-evidence">
      {data.items.map(({ at, kind, text }, i) => (
        <li key={`${at} ${i}`} data-kind={kind}>
          <time dateTime={at}>{showInstant(at, 'Asia/Shanghai')}</time> {say(text)}
        </li>
      ))}
    </ol>
  )
}

import { useEffect, useMemo, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { withQuery } from './api.ts'

/** A record that is on the screen. */
export interface Watched {
  record: string
  id: string
}

/**
 * Listens for changes of the records shown, which are then read anew, for people who come to them and go, and for changes of lists, which are marked as changed and read anew when
 * their reader wants it.
 */
export function useLive(watched: readonly Watched[], lists: readonly string[]): { value: boolean; clear(): void } {
  const client = useQueryClient()
  const [isStale, setStale] = useState(false)
  const watch = watched.map((entry) => `${entry.record}:${entry.id}`).join()
  const names = lists.join()
  useEffect(() => {
    if (!watch && !names) return
    const source = new EventSource(withQuery('/api/v1/live', { watch, lists: names }))
    source.addEventListener('changed', (event) => {
      const { record, id, root } = JSON.parse((event as MessageEvent<string>).data) as Watched & { root: Watched }
      for (const ref of [{ record, id }, root]) {
        void client.invalidateQueries({ queryKey: ['record', ref.record, ref.id] })
        void client.invalidateQueries({ queryKey: ['timeline', ref.record, ref.id] })
      }
      void client.invalidateQueries({ queryKey: ['related', record] })
    })
    source.addEventListener('presence', (event) => {
      const { record, id } = JSON.parse((event as MessageEvent<string>).data) as Watched
      void client.invalidateQueries({ queryKey: ['presence', record, id] })
    })
    source.addEventListener('stale', () => setStale(true))
    return () => source.close()
  }, [watch, names, client])
  return useMemo(() => ({ value: isStale, clear: () => setStale(false) }), [isStale])
}

import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { withQuery } from './api.ts'

/** A record that is on the screen. */
export interface Watched {
  record: string
  id: string
}

/** How many streams this window has open: a browser allows few, so the frame opens one of its own only where no page has. */
let open = 0
const watchers = new Set<() => void>()
const count = (by: number) => {
  open += by
  for (const tell of watchers) tell()
}

function watchCount(tell: () => void): () => void {
  watchers.add(tell)
  return () => watchers.delete(tell)
}

/** Opens the stream. What lists and forms look like is asked for again when it has changed, and after a time without a connection. */
function openStream(client: QueryClient, query: { watch?: string; lists?: string }): EventSource {
  const source = new EventSource(withQuery('/api/v1/live', query))
  const shaped = () => void client.invalidateQueries({ queryKey: ['description'] })
  let isBack = false
  source.addEventListener('shaped', shaped)
  source.addEventListener('ready', () => {
    if (isBack) shaped()
    isBack = true
  })
  return source
}

/**
 * Listens for changes of the records shown, which are then read anew, and of lists, which are marked as changed and read anew when
 * their reader wants it.
 */
export function useLive(watched: readonly Watched[], lists: readonly string[]): { value: boolean; clear(): void } {
  const client = useQueryClient()
  const [isStale, setStale] = useState(false)
  const watch = watched.map((entry) => `${entry.record}:${entry.id}`).join()
  const names = lists.join()
  useEffect(() => {
    if (!watch && !names) return
    const source = openStream(client, { watch, lists: names })
    count(1)
    source.addEventListener('changed', (event) => {
      const { record, id, root } = JSON.parse((event as MessageEvent<string>).data) as Watched & { root: Watched }
      for (const ref of [{ record, id }, root]) {
        void client.invalidateQueries({ queryKey: ['record', ref.record, ref.id] })
        void client.invalidateQueries({ queryKey: ['timeline', ref.record, ref.id] })
      }
      void client.invalidateQueries({ queryKey: ['related', record] })
    })
    source.addEventListener('stale', () => setStale(true))
    return () => {
      source.close()
      count(-1)
    }
  }, [watch, names, client])
  return useMemo(() => ({ value: isStale, clear: () => setStale(false) }), [isStale])
}

/** Listens for changes of what is set up, on pages that listen for nothing themselves. */
export function useLiveDescription(): void {
  const client = useQueryClient()
  const isNeeded = useSyncExternalStore(watchCount, () => open === 0)
  useEffect(() => {
    if (!isNeeded) return
    const source = openStream(client, {})
    return () => source.close()
  }, [isNeeded, client])
}

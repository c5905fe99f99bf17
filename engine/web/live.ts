import { useEffect, useMemo, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { listen } from './live-stream.ts'

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
    const refs = watch.split(',').filter(Boolean)
    const renew = ({ record, id }: Watched) => {
      void client.invalidateQueries({ queryKey: ['record', record, id] })
      void client.invalidateQueries({ queryKey: ['timeline', record, id] })
    }
    return listen({
      watch: refs,
      lists: names.split(',').filter(Boolean),
      changed({ record, id, root }) {
        for (const ref of [{ record, id }, root]) renew(ref)
        void client.invalidateQueries({ queryKey: ['related', record] })
      },
      present: ({ record, id }) => void client.invalidateQueries({ queryKey: ['presence', record, id] }),
      stale: () => setStale(true),
      missed() {
        for (const ref of refs) renew({ record: ref.slice(0, ref.indexOf(':')), id: ref.slice(ref.indexOf(':') + 1) })
        void client.invalidateQueries({ queryKey: ['presence'] })
      },
    })
  }, [watch, names, client])
  return useMemo(() => ({ value: isStale, clear: () => setStale(false) }), [isStale])
}

/** Listens for changes of what is set up: lists, forms and pages are then drawn anew out of another description. */
export function useLiveDescription(): void {
  const client = useQueryClient()
  useEffect(() => {
    const shaped = () => void client.invalidateQueries({ queryKey: ['description'] })
    return listen({ watch: [], lists: [], shaped, missed: shaped })
  }, [client])
}

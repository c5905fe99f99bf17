import { useQueryClient } from '@tanstack/react-query'
import type { RecordDescription } from '#engine/record/describe.ts'

/** Asks again for whatever may show a record type after one of its records has changed here. */
export function useRefresh() {
  const client = useQueryClient()
  return ({ name, shapesAccess }: RecordDescription) => {
    for (const kind of ['list', 'count', 'record', 'related']) void client.invalidateQueries({ queryKey: [kind, name] })
    for (const kind of ['calendar', 'recent']) void client.invalidateQueries({ queryKey: [kind] })
    // A record's timeline also tells of what hangs on it.
    void client.invalidateQueries({ queryKey: ['timeline'] })
    if (shapesAccess) void client.invalidateQueries({ queryKey: ['description'] })
  }
}

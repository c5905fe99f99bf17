import { useQueryClient, type InfiniteData } from '@tanstack/react-query'
import type { RecordDescription } from '#engine/record/describe.ts'

/** Pages of a list that are read anew after a change; whoever has come further down reads the rest again on the way. */
const most = 20

/** Asks again for whatever may show a record type after one of its records has changed here. */
export function useRefresh() {
  const client = useQueryClient()
  return ({ name, shapesAccess }: RecordDescription) => {
    client.setQueriesData<InfiniteData<unknown>>({ queryKey: ['list', name] }, (data) =>
      data?.pages && data.pages.length > most
        ? { pages: data.pages.slice(0, most), pageParams: data.pageParams.slice(0, most) }
        : undefined,
    )
    for (const kind of ['list', 'count', 'record', 'related']) void client.invalidateQueries({ queryKey: [kind, name] })
    for (const kind of ['calendar', 'recent']) void client.invalidateQueries({ queryKey: [kind] })
    // A record's timeline also tells of what hangs on it.
    void client.invalidateQueries({ queryKey: ['timeline'] })
    if (shapesAccess) void client.invalidateQueries({ queryKey: ['description'] })
  }
}

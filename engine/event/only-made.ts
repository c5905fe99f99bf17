import type { StoredEvent } from './define-event.ts'

/**
 * Of the records of one type those of which these events tell nothing but that they were made, alone or with what their own making names: a
 * customer with its first contact. Whatever was worked out when they were made holds for them still.
 * @returns the events of their making
 */
export function onlyMade(record: string, events: readonly StoredEvent[]): StoredEvent[] {
  const told = Map.groupBy(
    events.filter(({ rootRecord }) => rootRecord === record),
    ({ rootId }) => rootId,
  )
  return [...told.values()].flatMap((list) => {
    const made = list.find(({ type }) => type === `${record}.created`)
    const named = new Set(Object.values(made?.changes ?? {}).map(([, after]) => after))
    const isMadeAlong = ({ type, record: own, recordId }: StoredEvent) => type === `${own}.created` && named.has(recordId)
    return made && list.every((event) => event === made || isMadeAlong(event)) ? [made] : []
  })
}

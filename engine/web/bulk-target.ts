/** What is done to: the rows chosen one by one, or all that a list shows. */
export type Target = { ids: string[] } | { filter: unknown; q?: string | undefined; recycled?: boolean; count: number }

/** The same, as an action takes it. */
export const onOf = (target: Target) =>
  'ids' in target
    ? target.ids
    : { filter: target.filter ?? { and: [] }, ...(target.q ? { q: target.q } : {}), ...(target.recycled ? { recycled: true } : {}) }
export const sizeOf = (target: Target): number => ('ids' in target ? target.ids.length : target.count)

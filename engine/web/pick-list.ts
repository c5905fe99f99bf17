import { useQuery } from '@tanstack/react-query'
import type { Item, LinkValue } from '#engine/access/present.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { api } from './api.ts'
import { useDescription } from './description.ts'
import { recentPicks } from './recent-picks.ts'
import { useSettled } from './settled.ts'

type Values = Readonly<Record<string, unknown>>

const idOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : (value as { id?: string } | null | undefined)?.id)

/** What the records have in common that may be chosen beside the other values of the form: their field and its value. */
export const commonOf = (field: FieldDescription, others: Values): [string, unknown][] =>
  Object.entries(field.within ?? {}).flatMap(([theirs, own]) => (idOf(others[own]) ? [[theirs, others[own]] as [string, unknown]] : []))

/** The records that a picker offers: those chosen last, and what the server finds for the text typed. Never more than a page. */
export function usePickList(
  record: RecordDescription | undefined,
  field: FieldDescription,
  others: Values,
  typed: string,
  isOpen: boolean,
): { recent: readonly Item[]; found: readonly Item[]; isSearching: boolean; isStale: boolean; search: string } {
  const { data: description } = useDescription()
  const search = useSettled(typed.trim(), 80)
  const common = commonOf(field, others).map(([theirs, value]) => ({ field: theirs, op: 'eq', value: idOf(value) }))
  const shown = record ? [...new Set([record.title, record.byline, ...Object.keys(field.within ?? {})])].filter(Boolean).join() : ''
  const ask =
    (query: { q?: string; limit: number }, more: object[] = []) =>
    ({ signal }: { signal: AbortSignal }) => {
      const and = [...common, ...more]
      return api.get<{ items: Item[] }>(`/records/${record!.name}`, {
        query: { ...query, fields: shown, ...(and.length > 0 ? { filter: JSON.stringify({ and }) } : {}) },
        signal,
      })
    }
  const isAsking = isOpen && record !== undefined
  /** The best answers first, as in the search box; among records that have something in common the list looks for them. */
  const find = async ({ signal }: { signal: AbortSignal }) => {
    const query = { q: search, records: record!.name, fields: shown, limit: 20, brief: 1 }
    const { groups } = await api.get<{ groups: { items: Item[] }[] }>('/search', { query, signal })
    return { items: groups.flatMap((group) => group.items) }
  }
  const found = useQuery({
    queryKey: ['pick', record?.name, search, JSON.stringify(common)],
    queryFn:
      search && record?.searchable && common.length === 0 ? find : ask(record?.searchable ? { q: search, limit: 20 } : { limit: 100 }),
    enabled: isAsking,
    placeholderData: (before) => before,
  })
  const last = isAsking && description ? recentPicks(description.me.id, record.name) : []
  const rank = ({ id }: Item) => (last.includes(id) ? last.indexOf(id) : last.length)
  // The few record types that cannot be searched (roles, say) are few records too.
  const fits = (item: Item) => record?.searchable || JSON.stringify(item[record!.title] ?? '').includes(search.trim())
  const recent = useQuery({
    queryKey: ['pick', record?.name, 'recent', last, JSON.stringify(common)],
    queryFn: ask({ limit: last.length }, [{ field: 'id', op: 'in', value: last }]),
    enabled: last.length > 0,
  })
  return {
    // What was typed is looked for; what was chosen last helps only those who have not begun.
    recent: search ? [] : (recent.data?.items ?? []).toSorted((a, b) => rank(a) - rank(b)),
    found: (found.data?.items ?? []).filter(fits).toSorted((a, b) => rank(a) - rank(b)),
    isStale: found.data === undefined || found.isPlaceholderData || search !== typed.trim(),
    isSearching: found.isFetching || search !== typed.trim(),
    search,
  }
}

/** The titles of records of which only the ids are known: a kept filter knows no more. */
export function useKnownPicks(record: RecordDescription | undefined, ids: readonly string[]): readonly Item[] {
  const { data } = useQuery({
    queryKey: ['pick', record?.name, 'ids', ids],
    queryFn: ({ signal }) =>
      api.get<{ items: Item[] }>(`/records/${record!.name}`, {
        query: { filter: JSON.stringify({ field: 'id', op: 'in', value: ids }), limit: 100, fields: record!.title },
        signal,
      }),
    enabled: ids.length > 0 && record !== undefined,
  })
  return data?.items ?? []
}

export const linksOf = (value: unknown): (string | LinkValue)[] =>
  [value].flat().filter((entry) => entry !== null && entry !== undefined) as (string | LinkValue)[]

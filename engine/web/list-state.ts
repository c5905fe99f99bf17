import type { Item } from '#engine/access/present.ts'
import type { FilterTree } from '#engine/record/fields/index.ts'
import { partsOf, treeOf, type FilterPart } from './filter-parts.ts'

export type ListLayout = 'table' | 'board' | 'calendar'

/** All that a list shows is told by its address: a bookmark or a message brings back the same. */
export interface ListState {
  /** The saved view that is open; "all" is none of them, even where one opens by default. */
  view?: string | undefined
  q?: string | undefined
  sort?: string | undefined
  filter?: FilterPart[] | undefined
  columns?: string[] | undefined
  layout?: ListLayout | undefined
  /** The field by which a table is grouped, or whose values are the columns of a board. */
  group?: string | undefined
  /** Fields that are added up for each group. */
  totals?: string[] | undefined
  /** A day of the month that a calendar shows; the present one unless said. */
  on?: string | undefined
  /** The recycle bin instead of the living. */
  bin?: boolean | undefined
}

/** A view as it is stored. */
export interface StoredView extends Item {
  name: string
  shown: 'me' | 'roles' | 'everyone'
  isDefault: boolean
  filter: FilterTree | null
  q: string | null
  sort: string | null
  columns: string[]
  layout: ListLayout
  group: string | null
  totals: string[]
  roles: { id: string; title: string }[]
  owner: { id: string } | { hidden: true } | null
}

export const stateOf = (view: StoredView): ListState => {
  const parts = partsOf(view.filter)
  return {
    view: view.id,
    ...(view.q ? { q: view.q } : {}),
    ...(view.sort ? { sort: view.sort } : {}),
    ...(parts.length > 0 ? { filter: parts } : {}),
    ...(view.columns.length > 0 ? { columns: view.columns } : {}),
    ...(view.layout === 'table' ? {} : { layout: view.layout }),
    ...(view.group ? { group: view.group } : {}),
    ...(view.totals.length > 0 ? { totals: view.totals } : {}),
  }
}

/** What a view keeps of a list, in a form that can be compared and sent. */
export const keptOf = (state: ListState) => ({
  filter: treeOf(state.filter ?? []) ?? null,
  q: state.q ?? null,
  sort: state.sort ?? null,
  columns: state.columns ?? [],
  layout: state.layout ?? 'table',
  group: state.group ?? null,
  totals: state.totals ?? [],
})

export const isSame = (state: ListState, view: StoredView): boolean =>
  JSON.stringify(keptOf(state)) === JSON.stringify(keptOf(stateOf(view)))

/** Whether a list was opened by its name alone, so that it may open with a view. */
export const isBare = (state: ListState): boolean => Object.values(state).every((value) => value === undefined)

/** The view a list opens with: one's own before that of a role, this before that for everyone. */
export const opensWith = (views: readonly StoredView[]): StoredView | undefined =>
  (['me', 'roles', 'everyone'] as const)
    .map((shown) => views.find((view) => view.isDefault && view.shown === shown))
    .find((view) => view !== undefined)

const names = (value: unknown): string[] | undefined =>
  Array.isArray(value) && value.length > 0 ? value.map(String).slice(0, 40) : undefined
const text = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined)

/** Reads the state of a list from an address that anybody may have written. */
export function readListState(search: Record<string, unknown>): ListState {
  const state: ListState = {
    view: text(search.view),
    q: text(search.q),
    sort: text(search.sort),
    filter: Array.isArray(search.filter) && search.filter.length > 0 ? (search.filter as FilterPart[]) : undefined,
    columns: names(search.columns),
    layout: search.layout === 'board' || search.layout === 'calendar' ? search.layout : undefined,
    group: text(search.group),
    totals: names(search.totals),
    on: typeof search.on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(search.on) ? search.on : undefined,
    bin: search.bin === true ? true : undefined,
  }
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined))
}

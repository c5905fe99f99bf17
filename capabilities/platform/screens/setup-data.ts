import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Item } from '#engine/access/present.ts'
import type { FieldDescription } from '#engine/record/describe.ts'
import type { ChoiceRow } from '#engine/record/choice-lists.ts'
import type { Secrecy } from '#engine/record/secrecy.ts'
import type { FilterTree, Reset } from '#engine/record/fields/index.ts'
import type { LayoutRow } from '#engine/record/layouts.ts'
import type { Words } from '#engine/text/words.ts'
import { api } from '#engine/web/api.ts'

/** A list of choices as it stands, and as it was declared. */
export interface ChoiceListState {
  field: string
  words: Words
  isCustom: boolean
  isOpen: boolean
  isFilterable: boolean
  choices: ChoiceRow[]
  declared: ChoiceRow[]
}

export interface NumberState {
  field: string
  words: Words
  isGapless: boolean
  pattern: string
  reset: Reset
  start: number
  declared: { pattern: string; reset: Reset; start: number }
  next: string
}

/** What can be set up for a record type. */
export interface SetupState {
  record: string
  fields: FieldDescription[]
  lists: ChoiceListState[]
  layout: { form: string[][]; needed: string[]; related: string[]; relatable: string[]; columns: string[]; variant: string | null }
  numbers: NumberState[]
  classes: ClassState[]
}

/** How secret a field is, and how it was declared. */
export interface ClassState {
  field: string
  words: Words
  secrecy: Secrecy
  declared: Secrecy
  isMaskable: boolean
}

export interface ClassRuleItem extends Item {
  name: string
  record: string
  filter: FilterTree
  fromClass: Secrecy
  toClass: Secrecy
}

export interface RoleItem extends Item {
  name: Words
  grants: { record: string; card: string; full: string; edit: string }[]
  fieldRights: FieldRightRow[]
  clearance: Secrecy
  clearsOwn: boolean
}

export interface CustomFieldItem extends Item {
  label: Words
  record: string
  name: string
  kind: string
  isRequired: boolean
  isGuarded: boolean
  isIndexed: boolean
  indexState: 'none' | 'building' | 'ready' | 'failed'
  indexFault: string | null
  usedBy: number | null
  countedAt: string | null
  purge: 'none' | 'running' | 'done'
}

export interface LayoutItemStored extends Item, Omit<LayoutRow, 'role'> {
  role: { id: string; title: string } | null
}

export const useSetup = (record: string) =>
  useQuery({ queryKey: ['setup', record], queryFn: ({ signal }) => api.get<SetupState>(`/setup/${record}`, { signal }) })

const ofRecord = (record: string) => JSON.stringify({ field: 'record', op: 'eq', value: record })

/** Records of one of the kinds that settings are kept in, of one record type. */
const useStored = <T extends Item>(kind: string, record: string, more: { recycled?: boolean; refetchInterval?: number | false } = {}) =>
  useQuery({
    queryKey: ['setup', record, kind, more.recycled ?? false],
    queryFn: ({ signal }) =>
      api.get<{ items: T[] }>(`/records/${kind}`, {
        query: { filter: ofRecord(record), limit: 500, sort: 'createdAt', ...(more.recycled ? { recycled: true } : {}) },
        signal,
      }),
    select: ({ items }) => items,
    refetchInterval: (query) =>
      (query.state.data?.items as unknown as CustomFieldItem[] | undefined)?.some(
        (item) => item.indexState === 'building' || item.purge === 'running',
      )
        ? 1000
        : false,
  })

export const useCustomFields = (record: string) => useStored<CustomFieldItem>('customField', record)
export const useRetiredFields = (record: string) => useStored<CustomFieldItem>('customField', record, { recycled: true })
export const useLayouts = (record: string) => useStored<LayoutItemStored>('layout', record)
export const useNumberRules = (record: string) => useStored<Item & { field: string }>('numberRule', record)

export const useFieldClasses = (record: string) => useStored<Item & { field: string }>('fieldClass', record)
export const useClassRules = (record: string) => useStored<ClassRuleItem>('classRule', record)

export const useRoles = () =>
  useQuery({
    queryKey: ['list', 'role', 'all'],
    queryFn: ({ signal }) => api.get<{ items: RoleItem[] }>('/records/role', { query: { limit: 200 }, signal }),
    select: ({ items }) => items,
  })

export interface FieldRightRow {
  record: string
  field: string
  level: 'hidden' | 'masked' | 'view' | 'edit'
  within: string
}

/** Asks again for whatever a change of settings may show. */
export function useSetupRefresh(): () => void {
  const client = useQueryClient()
  return () => {
    for (const key of ['setup', 'description', 'list', 'record', 'related']) void client.invalidateQueries({ queryKey: [key] })
  }
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useMemo, useState } from 'react'
import type { Item, LinkValue } from '#engine/access/present.ts'
import { api } from './api.ts'
import { useRecordDescription } from './description.ts'
import { BriefFacts } from './BriefFacts.tsx'
import { useLanguage } from './language.tsx'
import { useSettled } from './settled.ts'

/** A linked record by its title; somebody else's record that one may not see is said to be hidden, not named. */
export function LinkText({ value, to }: { value: unknown; to: string }) {
  const { t } = useLanguage()
  const link = value as LinkValue | { hidden: true }
  if ('hidden' in link) return <span className="zk-faint">{t('（无权查看）', '(not visible)')}</span>
  return (
    <Link to="/$record/$id" params={{ record: to, id: link.id }} onClick={(event) => event.stopPropagation()}>
      {link.title || '—'}
    </Link>
  )
}

interface Props {
  id: string
  to: string
  value: unknown
  onChange(value: unknown): void
  isMany?: boolean
  isBad: boolean
  isRequired: boolean
  disabled: boolean
}

/** Title of an item, whatever kind its title field is. */
export const titleOf = (item: Item, title: string, say: (text: never) => string): string => {
  const value = item[title]
  return typeof value === 'object' && value !== null ? say(value as never) : String(value ?? '')
}

/** Chooses records of a type. Asks the server as one types; never loads more than a page. */
export function LinkPicker({ id, to, value, onChange, isMany = false, isBad, isRequired, disabled }: Props) {
  const { t, say } = useLanguage()
  const record = useRecordDescription(to)
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const search = useSettled(typed.trim(), 80)
  // What is typed is searched for as in the search box, the best answer first; before that the list tells what there is.
  const isSearch = search !== '' && record?.searchable === true
  const { data, isFetching } = useQuery({
    queryKey: ['pick', to, isSearch ? search : ''],
    queryFn: async ({ signal }) => {
      if (isSearch) {
        const query = { q: search, records: to, limit: 20, brief: 1 }
        const found = await api.get<{ groups: { items: Item[] }[] }>('/search', { query, signal })
        return found.groups.flatMap((group) => group.items)
      }
      const fields = [record!.title, ...record!.brief].join()
      return (await api.get<{ items: Item[] }>(`/records/${to}`, { query: { limit: record!.searchable ? 20 : 200, fields }, signal })).items
    },
    enabled: isOpen && record !== undefined,
    placeholderData: (before) => before,
  })
  // Few records of a kind that is not searched: they are all here.
  const offered = (data ?? []).filter(
    (item) => isSearch || search === '' || titleOf(item, record!.title, say).toLowerCase().includes(search.toLowerCase()),
  )
  const chosen = useMemo(() => [value].flat().filter((entry) => entry !== null && entry !== undefined) as (string | LinkValue)[], [value])
  const idOf = (entry: string | LinkValue) => (typeof entry === 'string' ? entry : entry.id)
  // A kept filter knows its links by id alone.
  const bare = chosen.filter((entry) => typeof entry === 'string')
  const known = useQuery({
    queryKey: ['pick', to, 'ids', bare],
    queryFn: ({ signal }) =>
      api.get<{ items: Item[] }>(`/records/${to}`, {
        query: { filter: JSON.stringify({ field: 'id', op: 'in', value: bare }), limit: 100, fields: record!.title },
        signal,
      }),
    enabled: bare.length > 0 && record !== undefined,
  })
  const options = new Map<string, string>()
  for (const item of known.data?.items ?? []) options.set(item.id, titleOf(item, record!.title, say))
  for (const entry of chosen) if (typeof entry !== 'string') options.set(entry.id, entry.title)
  for (const item of offered) options.set(item.id, titleOf(item, record!.title, say))
  const items = new Map(offered.map((item) => [item.id, item]))
  // The chosen ones are named by what stands in the field; what is offered comes in the order of the answers.
  const order = [...offered.map((item) => item.id), ...[...options.keys()].filter((key) => !items.has(key))]
  const pick = (ids: string | string[] | null | undefined) => {
    const links = [ids]
      .flat()
      .filter((entry) => typeof entry === 'string')
      .map((entry): LinkValue => ({ id: entry, title: options.get(entry) ?? '' }))
    setTyped('')
    onChange(isMany ? links : (links[0] ?? null))
  }
  return (
    <Select
      id={id}
      {...(isMany ? { mode: 'multiple' as const } : {})}
      value={(isMany ? chosen.map(idOf) : chosen[0] ? idOf(chosen[0]) : null) as never}
      onChange={pick as never}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      onOpenChange={setOpen}
      allowClear={!isRequired}
      loading={isFetching}
      notFoundContent={isFetching ? t('正在查找…', 'Searching …') : search ? t('没有找到', 'Nothing found') : null}
      placeholder={t('输入名称、拼音或首字母', 'Type a name or initials')}
      options={order.map((key) => ({ value: key, label: options.get(key) }))}
      optionRender={({ value: key, label }) => {
        const item = items.get(String(key))
        return (
          <span className="zk-pick">
            <span>{label}</span>
            {item && record ? <BriefFacts record={record} item={item} /> : null}
          </span>
        )
      }}
      style={{ width: '100%' }}
      {...(isBad ? { status: 'error' as const } : {})}
      disabled={disabled}
    />
  )
}

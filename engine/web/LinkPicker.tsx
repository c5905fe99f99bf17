import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Item, LinkValue } from '#engine/access/present.ts'
import { api } from './api.ts'
import { useClear } from './clear.ts'
import { useRecordDescription } from './description.ts'
import { useLanguage } from './language.tsx'
import { titleOf } from './LinkText.tsx'

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

/** Chooses records of a type. Asks the server as one types; never loads more than a page. */
export function LinkPicker({ id, to, value, onChange, isMany = false, isBad, isRequired, disabled }: Props) {
  const { t, say } = useLanguage()
  const clear = useClear(!isRequired)
  const record = useRecordDescription(to)
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const search = useDeferredValue(typed)
  const { data, isFetching } = useQuery({
    queryKey: ['pick', to, search],
    queryFn: ({ signal }) =>
      api.get<{ items: Item[] }>(`/records/${to}`, { query: { q: search, limit: 20, fields: record!.title }, signal }),
    enabled: isOpen && record !== undefined,
    placeholderData: (before) => before,
  })
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
  for (const item of data?.items ?? []) options.set(item.id, titleOf(item, record!.title, say))
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
      allowClear={clear}
      loading={isFetching}
      notFoundContent={isFetching ? t('正在查找…', 'Searching …') : search ? t('没有找到', 'Nothing found') : null}
      placeholder={t('输入名称或拼音首字母', 'Type a name or initials')}
      options={[...options].map(([key, label]) => ({ value: key, label }))}
      style={{ width: '100%' }}
      {...(isBad ? { status: 'error' as const } : {})}
      disabled={disabled}
    />
  )
}

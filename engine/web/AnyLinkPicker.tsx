import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { Item, LinkValue } from '#engine/access/present.ts'
import { api } from './api.ts'
import { useDescription, useRecordDescription } from './description.ts'
import type { InputProps } from './field-view.ts'
import { useLanguage } from './language.tsx'
import { LinkPicker, LinkText, titleOf } from './LinkPicker.tsx'
import type { AnyLinkValue } from './link-value.ts'

/** A linked record of any type: what it is and its title; hidden where one may not see it. */
export function AnyLinkText({ value }: { value: unknown }) {
  const link = value as AnyLinkValue | { hidden: true }
  const record = useRecordDescription('hidden' in link ? '' : link.record)
  const isBare = !('hidden' in link) && link.title === undefined
  const { say } = useLanguage()
  // A kept filter and a conflict know the id alone.
  const { data, isError } = useQuery({
    queryKey: ['title', 'hidden' in link ? '' : link.record, 'hidden' in link ? '' : link.id],
    queryFn: ({ signal }) =>
      api.get<Item>(`/records/${(link as AnyLinkValue).record}/${(link as AnyLinkValue).id}`, { query: { fields: record!.title }, signal }),
    enabled: isBare && record !== undefined,
    retry: false,
    staleTime: 300_000,
  })
  if ('hidden' in link || isError) return <LinkText value={{ hidden: true }} to="" />
  const title = isBare ? (data && record ? titleOf(data, record.title, say) : '…') : link.title
  return <LinkText value={{ id: link.id, title }} to={link.record} />
}

/** Chooses a record of any type: first the type, then the record by its name. */
export function AnyLinkPicker({ id, value, onChange, field, isBad, disabled }: InputProps) {
  const { t, say } = useLanguage()
  const { data: description } = useDescription()
  const link = value as AnyLinkValue | { hidden: true } | null
  const isHidden = link !== null && 'hidden' in link
  const [chosen, setChosen] = useState<string | null>(null)
  const record = link && !isHidden ? link.record : chosen
  // What cannot be looked for by name cannot be chosen either.
  const records = (description?.records ?? []).filter((entry) => entry.searchable)
  const first = records.find((entry) => entry.under === null && !entry.shapesAccess)?.name
  return (
    <div className="zk-any-link">
      <Select<string>
        value={record ?? first ?? null}
        onChange={(name) => {
          setChosen(name)
          if (link) onChange(null)
        }}
        options={records.map((entry) => ({ value: entry.name, label: say(entry.words) }))}
        aria-label={t(`${field.words.zh}的对象`, `Record type of ${field.words.en.toLowerCase()}`)}
        disabled={disabled ?? false}
      />
      {isHidden && chosen === null ? (
        <span>
          <LinkText value={link} to="" />
        </span>
      ) : (
        <LinkPicker
          key={record ?? first}
          id={id}
          to={record ?? first ?? ''}
          value={isHidden ? null : link}
          onChange={(next) => onChange(next ? { ...(next as LinkValue), record: record ?? first } : null)}
          isBad={isBad ?? false}
          isRequired={field.required === true}
          disabled={disabled ?? false}
        />
      )}
    </div>
  )
}

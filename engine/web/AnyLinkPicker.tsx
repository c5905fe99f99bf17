import { Select } from 'antd'
import { useState } from 'react'
import type { LinkValue } from '#engine/access/present.ts'
import type { AnyLinkValue } from './AnyLinkText.tsx'
import { useDescription } from './description.ts'
import type { InputProps } from './field-view.ts'
import { useLanguage } from './language.tsx'
import { LinkPicker } from './LinkPicker.tsx'
import { LinkText } from './LinkText.tsx'

/** Chooses a record of any type: first the type, then the record by its name. */
export function AnyLinkPicker(props: InputProps) {
  const { value, onChange, field, disabled } = props
  const { t, say } = useLanguage()
  const { data: description } = useDescription()
  const link = value as AnyLinkValue | { hidden: true } | null
  const isHidden = link !== null && 'hidden' in link
  const [chosen, setChosen] = useState<string | null>(null)
  const record = link && !isHidden ? link.record : chosen
  // What cannot be looked for by name cannot be chosen either.
  const records = (description?.records ?? []).filter((entry) => entry.searchable)
  // What others hang on is what is meant most often.
  const uppers = new Set(description?.records.flatMap((entry) => entry.fields.find((other) => other.name === entry.under)?.to ?? []))
  const first = (records.find((entry) => uppers.has(entry.name) && entry.under === null) ?? records[0])?.name
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
          {...props}
          key={record ?? first}
          field={{ ...field, kind: 'link', to: record ?? first ?? '' }}
          value={isHidden ? null : link}
          onChange={(next) => onChange(next ? { ...(next as LinkValue), record: record ?? first } : null)}
        />
      )}
    </div>
  )
}

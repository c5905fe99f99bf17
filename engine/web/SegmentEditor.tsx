import { Button, Select } from 'antd'
import { useId } from 'react'
import type { RecordDescription } from '#engine/record/describe.ts'
import { useDescription } from './description.ts'
import { isBelonging, type Belonging, type FilterPart } from './filter-parts.ts'
import { useLanguage } from './language.tsx'
import { LinkPicker } from './LinkPicker.tsx'

/** Asks for a segment that the record, or what it links to, is in or is not in. */
export function SegmentEditor({
  record,
  part,
  onChange,
  onRemove,
}: {
  record: RecordDescription
  part: FilterPart
  onChange(part: FilterPart): void
  onRemove: (() => void) | undefined
}) {
  const { t, say } = useLanguage()
  const id = useId()
  const { data } = useDescription()
  const isOutside = !isBelonging(part)
  const inner = (isBelonging(part) ? part : (part as { not: Belonging }).not) satisfies Belonging
  const set = (next: Belonging, outside: boolean) => onChange(outside ? { not: next } : next)
  const segments = data?.records.find((entry) => entry.name === data.segments?.record)
  if (!segments) return null
  const link = record.fields.find((field) => field.name === inner.of)
  return (
    <div className="zk-filter-editor">
      <label className="zk-filter-field" htmlFor={id}>
        {link ? `${say(link.words)} › ` : ''}
        {say(segments.words)}
      </label>
      <Select
        value={isOutside}
        onChange={(outside) => set(inner, outside)}
        aria-label={t('怎样比较', 'How to compare')}
        className="zk-filter-operator"
        options={[
          { value: false, label: t('在其中', 'is in') },
          { value: true, label: t('不在其中', 'is not in') },
        ]}
      />
      <div className="zk-filter-value">
        <LinkPicker
          id={id}
          field={{ name: 'segment', kind: 'link', words: segments.words, to: segments.name }}
          value={inner.segment}
          onChange={(segment) => set({ ...inner, segment }, isOutside)}
        />
      </div>
      {onRemove ? (
        <Button type="text" size="small" onClick={onRemove} aria-label={t('去掉', 'Remove')}>
          ×
        </Button>
      ) : null}
    </div>
  )
}

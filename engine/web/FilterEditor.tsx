import { Button, Dropdown, Select } from 'antd'
import { useId } from 'react'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { fieldOf } from '#engine/record/described-field.ts'
import type { Operator } from '#engine/record/field.ts'
import { faultsIn } from '#engine/record/parse.ts'
import { isDay, operatorsOf, useFilterFields, useOperatorWords } from './filter-fields.ts'
import { FilterSentence } from './FilterSentence.tsx'
import { CountingEditor } from './CountingEditor.tsx'
import {
  isComparison,
  isCounting,
  isSegmentPart,
  isSingle,
  joined,
  takesList,
  takesNothing,
  without,
  type Comparison,
  type FilterPart,
} from './filter-parts.ts'
import { inputOf } from './inputs.ts'
import { SegmentEditor } from './SegmentEditor.tsx'
import { useLanguage } from './language.tsx'
import { submenuSign } from './submenu.tsx'
import { RelativeDayInput } from './RelativeDayInput.tsx'

interface Props {
  record: RecordDescription
  part: FilterPart
  /** Null where nothing is left of it. */
  onChange(part: FilterPart | null): void
}

/** One part of a filter with its alternatives and further conditions, nested as deep as somebody likes. */
export function FilterEditor({ record, part, onChange }: Props) {
  const { t } = useLanguage()
  const { menu, begin } = useFilterFields(record)
  const more = (how: 'any' | 'all') => (
    <Dropdown
      trigger={['click']}
      menu={{ items: menu, expandIcon: submenuSign, onClick: ({ key }) => onChange(joined(part, how, begin(key))) }}
    >
      <Button type="text" size="small">
        {how === 'any' ? t('或者…', 'or …') : t('并且…', 'and …')}
      </Button>
    </Dropdown>
  )
  return (
    <div className="zk-filter-part">
      <PartEditor record={record} part={part} onChange={onChange} isTop />
      <div className="zk-filter-more">
        {more('any')}
        {more('all')}
      </div>
    </div>
  )
}

function PartEditor({ record, part, onChange, isTop = false }: Props & { isTop?: boolean }) {
  const { t } = useLanguage()
  const { at, menu, begin } = useFilterFields(record)
  if (isComparison(part)) {
    const field = at(part.field)
    return field ? (
      <ComparisonEditor field={field} part={part} onChange={onChange} onRemove={isTop ? undefined : () => onChange(null)} />
    ) : (
      <FilterSentence record={record} part={part} />
    )
  }
  const onRemove = isTop ? undefined : () => onChange(null)
  if (isCounting(part)) return <CountingEditor record={record} part={part} onChange={onChange} onRemove={onRemove} Part={PartEditor} />
  if (isSegmentPart(part)) return <SegmentEditor record={record} part={part} onChange={onChange} onRemove={onRemove} />
  if ('not' in part)
    return (
      <div className="zk-filter-group">
        <span className="zk-hint">{t('不满足', 'not')}</span>
        <PartEditor record={record} part={part.not} onChange={(inner) => onChange(inner && { not: inner })} />
      </div>
    )
  if (!('any' in part || 'all' in part)) return null
  const isAny = 'any' in part
  const inner = isAny ? part.any : part.all
  const replace = (i: number, next: FilterPart | null) => {
    if (next === null) return onChange(without(part, i))
    const list = inner.map((other, k) => (k === i ? next : other))
    onChange(isAny ? { any: list } : { all: list })
  }
  const editors = inner.map((one, i) => (
    <div key={i} className="zk-filter-inner">
      {i > 0 ? <span className="zk-hint">{isAny ? t('或', 'or') : t('且', 'and')}</span> : null}
      <PartEditor record={record} part={one} onChange={(next) => replace(i, next)} />
      {isSingle(one) && inner.length > 1 ? (
        <Dropdown
          trigger={['click']}
          menu={{ items: menu, expandIcon: submenuSign, onClick: ({ key }) => replace(i, joined(one, isAny ? 'all' : 'any', begin(key))) }}
        >
          <Button type="text" size="small" className="zk-filter-nest">
            {isAny ? t('且…', 'and …') : t('或…', 'or …')}
          </Button>
        </Dropdown>
      ) : null}
    </div>
  ))
  return isTop ? <>{editors}</> : <div className="zk-filter-group">{editors}</div>
}

/** What is offered no more may still be looked for. */
const withRetired = (field: FieldDescription): FieldDescription =>
  field.choices
    ? { ...field, choices: Object.fromEntries(Object.entries(field.choices).map(([code, { isRetired: _, ...choice }]) => [code, choice])) }
    : field

const numbers = { integer: true, decimal: true, money: true, percent: true }

const inputKind = (field: FieldDescription, many: boolean): string => {
  if (many) return field.kind === 'link' || field.kind === 'links' ? 'links' : 'choices'
  return (
    { choices: field.choices ? 'choice' : 'text', links: 'link', lifecycle: 'choice', sequence: 'text' }[field.kind as 'links'] ??
    field.kind
  )
}

function ComparisonEditor({
  field,
  part,
  onChange,
  onRemove,
}: {
  field: FieldDescription
  part: Comparison
  onChange(part: Comparison): void
  onRemove: (() => void) | undefined
}) {
  const { t, say } = useLanguage()
  const id = useId()
  const operator = useOperatorWords(field)
  const change = (op: Operator) => {
    const keeps = takesList(op) === takesList(part.op) && !takesNothing(op)
    onChange({ field: part.field, op, ...(keeps && part.value !== undefined ? { value: part.value } : {}) })
  }
  // A number that cannot be read yet asks for nothing.
  const isUnread = (value: unknown) => field.kind in numbers && Object.keys(faultsIn('', fieldOf(field), value)).length > 0
  const set = (value: unknown) => onChange({ ...part, value: value === null || value === '' || isUnread(value) ? undefined : value })
  const { Input } = inputOf(inputKind(field, takesList(part.op)))
  return (
    <div className="zk-filter-editor">
      <label className="zk-filter-field" htmlFor={id}>
        {say(field.words)}
      </label>
      <Select
        value={part.op}
        onChange={change}
        aria-label={t('怎样比较', 'How to compare')}
        options={operatorsOf(field).map((op) => ({ value: op, label: operator(op) }))}
        className="zk-filter-operator"
      />
      {takesNothing(part.op) ? null : (
        <div className="zk-filter-value">
          {isDay(field) ? (
            <RelativeDayInput id={id} field={field} value={part.value} onChange={set} />
          ) : (
            <Input id={id} field={withRetired(field)} value={part.value ?? null} onChange={set} />
          )}
        </div>
      )}
      {onRemove ? (
        <Button type="text" size="small" onClick={onRemove} aria-label={t('去掉', 'Remove')}>
          ×
        </Button>
      ) : null}
    </div>
  )
}

import { FilterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown, Popover, Select } from 'antd'
import { useState } from 'react'
import type { Item, LinkValue } from '#engine/access/present.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import type { Operator } from '#engine/record/field.ts'
import { kindNamed } from '#engine/record/fields/index.ts'
import { isRelative } from '#engine/time/relative.ts'
import { api } from './api.ts'
import { useRecordDescription } from './description.ts'
import { alternativesOf, partOf, takesList, takesNothing, type Comparison, type FilterPart } from './filter-parts.ts'
import { useLanguage } from './language.tsx'
import { titleOf } from './LinkPicker.tsx'
import { RelativeDayInput, RelativeDayText } from './RelativeDayInput.tsx'
import { viewOf } from './views.ts'

const operatorWords: Record<Operator, [string, string]> = {
  eq: ['是', 'is'],
  ne: ['不是', 'is not'],
  in: ['属于', 'is any of'],
  notIn: ['不属于', 'is none of'],
  lt: ['小于', 'is below'],
  lte: ['不超过', 'is at most'],
  gt: ['大于', 'is above'],
  gte: ['不少于', 'is at least'],
  between: ['介于', 'is between'],
  contains: ['包含', 'contains'],
  startsWith: ['开头为', 'begins with'],
  has: ['含有', 'has'],
  hasAny: ['含有任一', 'has any of'],
  empty: ['为空', 'is empty'],
  notEmpty: ['不为空', 'is not empty'],
}

const dayWords: Partial<Record<Operator, [string, string]>> = {
  lt: ['早于', 'is before'],
  gt: ['晚于', 'is after'],
  gte: ['不早于', 'is from'],
  lte: ['不晚于', 'is until'],
}

const isDay = (field: FieldDescription) => field.kind === 'day' || field.kind === 'instant'

const operatorsOf = (field: FieldDescription): Operator[] =>
  (field.operators ?? kindNamed(field.kind).operators).filter((op) => op !== 'between' && (op !== 'contains' || field.searchable))

/** What is offered no more may still be looked for. */
const withRetired = (field: FieldDescription): FieldDescription =>
  field.choices
    ? { ...field, choices: Object.fromEntries(Object.entries(field.choices).map(([code, { isRetired: _, ...choice }]) => [code, choice])) }
    : field

/** The filter as a row that reads as a sentence; each part opens to be changed, and may have alternatives. */
export function FilterBar({
  record,
  parts,
  onChange,
}: {
  record: RecordDescription
  parts: readonly FilterPart[]
  onChange(parts: FilterPart[]): void
}) {
  const { t, say } = useLanguage()
  const [open, setOpen] = useState<number | null>(null)
  const named = record.list.filters.map((name) => record.fields.find((field) => field.name === name)).filter((field) => field !== undefined)
  const fields = [...named, ...record.fields.filter((field) => field.custom && field.filterable)].map(withRetired)
  const choices = fields.map((field) => ({ key: field.name, label: say(field.words) }))
  const begin = (name: string): Comparison => ({ field: name, op: operatorsOf(fields.find((entry) => entry.name === name)!)[0]! })
  const replace = (i: number, alternatives: Comparison[]) =>
    onChange(
      alternatives.length === 0 ? parts.filter((_, k) => k !== i) : parts.map((other, k) => (k === i ? partOf(alternatives) : other)),
    )
  if (fields.length === 0) return null
  return (
    <div className={parts.length > 0 ? 'zk-filters zk-filters-some' : 'zk-filters'}>
      {parts.map((part, i) => {
        const alternatives = alternativesOf(part).filter(({ field }) => record.fields.some((entry) => entry.name === field))
        if (alternatives.length === 0) return <LostPart key={i} part={part} onRemove={() => replace(i, [])} />
        return (
          <Popover
            key={`${alternatives[0]!.field}-${i}`}
            trigger="click"
            placement="bottomLeft"
            arrow={false}
            open={open === i}
            onOpenChange={(isOpen) => setOpen(isOpen ? i : null)}
            content={
              <PartEditor
                record={record}
                alternatives={alternatives}
                choices={choices}
                begin={begin}
                onChange={(next) => {
                  if (next.length === 0) setOpen(null)
                  replace(i, next)
                }}
              />
            }
          >
            <button type="button" className="zk-filter">
              {alternatives.map((one, k) => (
                <span key={k}>
                  {k > 0 ? <i className="zk-faint"> {t('或', 'or')} </i> : null}
                  <Sentence field={record.fields.find((entry) => entry.name === one.field)!} part={one} />
                </span>
              ))}
              <span
                role="button"
                tabIndex={0}
                className="zk-filter-remove"
                aria-label={t('去掉这个条件', 'Remove this condition')}
                onClick={(event) => {
                  event.stopPropagation()
                  setOpen(null)
                  replace(i, [])
                }}
                onKeyDown={(event) => event.key === 'Enter' && replace(i, [])}
              >
                ×
              </span>
            </button>
          </Popover>
        )
      })}
      <Dropdown
        trigger={['click']}
        menu={{
          items: choices,
          onClick: ({ key }) => {
            onChange([...parts, begin(key)])
            setOpen(parts.length)
          },
        }}
      >
        <Button type={parts.length === 0 ? 'default' : 'text'} icon={<FilterOutlined aria-hidden />}>
          {parts.length === 0 ? t('筛选', 'Filter') : t('且', 'and')}
        </Button>
      </Dropdown>
      {parts.length > 1 ? (
        <Button type="text" onClick={() => onChange([])}>
          {t('清除', 'Clear')}
        </Button>
      ) : null}
    </div>
  )
}

/** A condition on a field that is not there any more: it cannot be read, but taken away. */
function LostPart({ part, onRemove }: { part: FilterPart; onRemove(): void }) {
  const { t } = useLanguage()
  return (
    <button type="button" className="zk-filter" onClick={onRemove}>
      <span className="zk-faint">{t('字段不可用：', 'Field not available: ')}</span>
      {alternativesOf(part)[0]?.field}
      <span className="zk-filter-remove" aria-hidden>
        ×
      </span>
    </button>
  )
}

const useOperatorWords = (field: FieldDescription) => {
  const { t } = useLanguage()
  return (op: Operator) => {
    const pair = (isDay(field) && dayWords[op]) || operatorWords[op]
    return t(pair[0], pair[1])
  }
}

/** The title of a linked record of which a kept filter knows only the id. */
function TitleOf({ id, to }: { id: string; to: string }) {
  const { say } = useLanguage()
  const record = useRecordDescription(to)
  const { data } = useQuery({
    queryKey: ['title', to, id],
    queryFn: ({ signal }) => api.get<Item>(`/records/${to}/${id}`, { query: { fields: record!.title }, signal }),
    enabled: record !== undefined,
    staleTime: 300_000,
  })
  return <>{data && record ? titleOf(data, record.title, say) : '…'}</>
}

function ValueText({ field, value }: { field: FieldDescription; value: unknown }) {
  const { Show } = viewOf(field.kind === 'choices' ? 'choice' : field.kind === 'links' ? 'link' : field.kind)
  if (isRelative(value)) return <RelativeDayText value={value} />
  if (field.to) return typeof value === 'string' ? <TitleOf id={value} to={field.to} /> : <>{(value as LinkValue).title}</>
  return <Show value={value} field={field} />
}

function Sentence({ field, part }: { field: FieldDescription; part: Comparison }) {
  const { say } = useLanguage()
  const operator = useOperatorWords(field)
  const values = part.value === undefined || part.value === null ? [] : [part.value].flat()
  return (
    <>
      <span className="zk-faint">{say(field.words)}</span> {operator(part.op)}{' '}
      <b>
        {values.map((value, i) => (
          <span key={i}>
            {i > 0 ? '、' : ''}
            <ValueText field={field} value={value} />
          </span>
        ))}
      </b>
    </>
  )
}

/** One part with its alternatives. */
function PartEditor({
  record,
  alternatives,
  choices,
  begin,
  onChange,
}: {
  record: RecordDescription
  alternatives: Comparison[]
  choices: { key: string; label: string }[]
  begin(name: string): Comparison
  onChange(alternatives: Comparison[]): void
}) {
  const { t } = useLanguage()
  return (
    <div className="zk-filter-part">
      {alternatives.map((one, i) => (
        <ComparisonEditor
          key={`${one.field}-${i}`}
          field={withRetired(record.fields.find((entry) => entry.name === one.field)!)}
          part={one}
          onChange={(next) => onChange(alternatives.map((other, k) => (k === i ? next : other)))}
          onRemove={alternatives.length > 1 ? () => onChange(alternatives.filter((_, k) => k !== i)) : undefined}
        />
      ))}
      <Dropdown trigger={['click']} menu={{ items: choices, onClick: ({ key }) => onChange([...alternatives, begin(key)]) }}>
        <Button type="text" size="small">
          {t('或者…', 'or …')}
        </Button>
      </Dropdown>
    </div>
  )
}

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
  const operator = useOperatorWords(field)
  const change = (op: Operator) => {
    const keeps = takesList(op) === takesList(part.op) && !takesNothing(op)
    onChange({ field: part.field, op, ...(keeps && part.value !== undefined ? { value: part.value } : {}) })
  }
  const set = (value: unknown) => onChange({ ...part, value: value === null || value === '' ? undefined : value })
  const { Input } = viewOf(inputKind(field, takesList(part.op)))
  return (
    <div className="zk-filter-editor">
      <span className="zk-filter-field">{say(field.words)}</span>
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
            <RelativeDayInput id={`filter-${field.name}`} field={field} value={part.value} onChange={set} />
          ) : (
            <Input id={`filter-${field.name}`} field={field} value={part.value ?? null} onChange={set} />
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

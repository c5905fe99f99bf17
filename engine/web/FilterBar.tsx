import { FilterOutlined } from '@ant-design/icons'
import { Button, Dropdown, Popover, Select } from 'antd'
import { useState } from 'react'
import type { Operator } from '#engine/record/field.ts'
import { kindNamed } from '#engine/record/fields/index.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import type { LinkValue } from '#engine/access/present.ts'
import { useLanguage } from './language.tsx'
import { viewOf } from './views.ts'

/** One condition of the filter row. Links keep their titles beside, so that the row can be read. */
export interface FilterPart {
  field: string
  op: Operator
  value?: unknown
}

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

const operatorsOf = (field: FieldDescription): Operator[] => {
  const known = kindNamed(field.kind).operators.filter((op) => op !== 'between' && (op !== 'contains' || field.searchable))
  return field.custom ? known.filter((op) => ['eq', 'has', 'empty', 'notEmpty'].includes(op)) : [...known]
}

/** What the API is asked: links as ids. */
export const filterOf = (parts: readonly FilterPart[]): unknown =>
  parts.length === 0
    ? undefined
    : { and: parts.map(({ field, op, value }) => ({ field, op, ...(value === undefined ? {} : { value: bare(value) }) })) }

const bare = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(bare) : value !== null && typeof value === 'object' && 'id' in value ? (value as LinkValue).id : value

const takesList = (op: Operator) => op === 'in' || op === 'notIn' || op === 'hasAny'
const takesNothing = (op: Operator) => op === 'empty' || op === 'notEmpty'

/** The filter as a row that reads as a sentence; each part opens to be changed. */
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
  const fields = record.list.filters
    .map((name) => record.fields.find((field) => field.name === name))
    .filter((field) => field !== undefined)
  const custom = record.fields.filter((field) => field.custom)
  const add = (name: string) => {
    const field = record.fields.find((entry) => entry.name === name)!
    onChange([...parts, { field: name, op: operatorsOf(field)[0]! }])
    setOpen(parts.length)
  }
  if (fields.length + custom.length === 0) return null
  return (
    <div className={parts.length > 0 ? 'zk-filters zk-filters-some' : 'zk-filters'}>
      {parts.map((part, i) => {
        const field = record.fields.find((entry) => entry.name === part.field)
        if (!field) return null
        return (
          <Popover
            key={`${part.field}-${i}`}
            trigger="click"
            placement="bottomLeft"
            arrow={false}
            open={open === i}
            onOpenChange={(isOpen) => setOpen(isOpen ? i : null)}
            content={
              <PartEditor field={field} part={part} onChange={(next) => onChange(parts.map((other, k) => (k === i ? next : other)))} />
            }
          >
            <button type="button" className="zk-filter">
              <Sentence field={field} part={part} />
              <span
                role="button"
                tabIndex={0}
                className="zk-filter-remove"
                aria-label={t('去掉这个条件', 'Remove this condition')}
                onClick={(event) => {
                  event.stopPropagation()
                  setOpen(null)
                  onChange(parts.filter((_, k) => k !== i))
                }}
                onKeyDown={(event) => event.key === 'Enter' && onChange(parts.filter((_, k) => k !== i))}
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
          items: [...fields, ...custom].map((field) => ({ key: field.name, label: say(field.words) })),
          onClick: ({ key }) => add(key),
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

const useOperatorWords = (field: FieldDescription) => {
  const { t } = useLanguage()
  return (op: Operator) => {
    const pair = ((field.kind === 'day' || field.kind === 'instant') && dayWords[op]) || operatorWords[op]
    return t(pair[0], pair[1])
  }
}

function Sentence({ field, part }: { field: FieldDescription; part: FilterPart }) {
  const { say } = useLanguage()
  const operator = useOperatorWords(field)
  const { Show } = viewOf(field.kind === 'choices' ? 'choice' : field.kind === 'links' ? 'link' : field.kind)
  const values = part.value === undefined || part.value === null ? [] : [part.value].flat()
  return (
    <>
      <span className="zk-faint">{say(field.words)}</span> {operator(part.op)}{' '}
      <b>
        {values.map((value, i) => (
          <span key={i}>
            {i > 0 ? '、' : ''}
            {field.to ? (value as LinkValue).title : <Show value={value} field={field} />}
          </span>
        ))}
      </b>
    </>
  )
}

function PartEditor({ field, part, onChange }: { field: FieldDescription; part: FilterPart; onChange(part: FilterPart): void }) {
  const operator = useOperatorWords(field)
  const change = (op: Operator) => {
    const keeps = takesList(op) === takesList(part.op) && !takesNothing(op)
    onChange({ field: part.field, op, ...(keeps && part.value !== undefined ? { value: part.value } : {}) })
  }
  const many = takesList(part.op)
  const kind = many
    ? field.kind === 'link' || field.kind === 'links'
      ? 'links'
      : 'choices'
    : field.kind === 'choices'
      ? field.choices
        ? 'choice'
        : 'text'
      : field.kind === 'links'
        ? 'link'
        : field.kind === 'lifecycle'
          ? 'choice'
          : field.kind === 'sequence'
            ? 'text'
            : field.kind
  const { Input } = viewOf(kind)
  return (
    <div className="zk-filter-editor">
      <Select
        value={part.op}
        onChange={change}
        options={operatorsOf(field).map((op) => ({ value: op, label: operator(op) }))}
        className="zk-filter-operator"
      />
      {takesNothing(part.op) ? null : (
        <div className="zk-filter-value">
          <Input
            id={`filter-${field.name}`}
            field={field}
            value={part.value ?? null}
            onChange={(value) => onChange({ ...part, value: value === null || value === '' ? undefined : value })}
          />
        </div>
      )}
    </div>
  )
}

import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import type { RecordDescription } from '#engine/record/describe.ts'
import type { FilterTree } from '#engine/record/fields/index.ts'
import { api } from './api.ts'
import { useFilterFields } from './filter-fields.ts'
import { FilterEditor } from './FilterEditor.tsx'
import { partsOf, treeOf, type FilterPart } from './filter-parts.ts'
import { useLanguage } from './language.tsx'
import { useSettled } from './settled.ts'
import { submenuSign } from './submenu.tsx'

/** Conditions made where they are kept: part by part, all of which must hold, with the number of records that meet them by now. */
export function ConditionsEditor({
  id,
  label,
  record,
  value,
  onChange,
  isBad = false,
}: {
  id: string
  label: string
  record: RecordDescription
  value: FilterTree | null
  onChange(value: FilterTree | null): void
  isBad?: boolean
}) {
  const { t } = useLanguage()
  const { menu, begin } = useFilterFields(record)
  // What is begun and not finished stands here alone: it asks for nothing yet.
  const [parts, setParts] = useState(() => partsOf(value))
  const said = JSON.stringify(treeOf(parts) ?? null)
  const take = useEffectEvent((given: FilterTree | null) => {
    if (JSON.stringify(treeOf(partsOf(given)) ?? null) !== said) setParts(partsOf(given))
  })
  useEffect(() => take(value), [value])
  const change = (next: FilterPart[]) => {
    setParts(next)
    onChange(treeOf(next) ?? null)
  }
  return (
    <div id={id} className={isBad ? 'zk-conditions zk-conditions-bad' : 'zk-conditions'} role="group" aria-label={label} tabIndex={-1}>
      {parts.map((part, i) => (
        <div key={i} className="zk-condition">
          <span className="zk-hint zk-condition-and">{i === 0 ? '' : t('且', 'and')}</span>
          <FilterEditor
            record={record}
            part={part}
            onChange={(next) => change(next ? parts.map((other, k) => (k === i ? next : other)) : parts.filter((_, k) => k !== i))}
          />
          <Button
            type="text"
            size="small"
            onClick={() => change(parts.filter((_, k) => k !== i))}
            aria-label={t('去掉这个条件', 'Remove this condition')}
          >
            ×
          </Button>
        </div>
      ))}
      <div className="zk-conditions-end">
        <Dropdown trigger={['click']} menu={{ items: menu, expandIcon: submenuSign, onClick: ({ key }) => change([...parts, begin(key)]) }}>
          <Button icon={<PlusOutlined aria-hidden />}>{t('添加条件', 'Add a condition')}</Button>
        </Dropdown>
        <Count record={record} filter={said} />
      </div>
    </div>
  )
}

/** How many records meet the conditions as they stand, a moment after they have come to rest. */
function Count({ record, filter }: { record: RecordDescription; filter: string }) {
  const { t, say } = useLanguage()
  const asked = useSettled(filter, 400)
  const { data, error, isFetching } = useQuery({
    queryKey: ['count', record.name, 'exact', asked],
    queryFn: ({ signal }) =>
      api.get<{ count: { value: number } }>(`/records/${record.name}`, { query: { filter: asked, limit: 0, count: 'exact' }, signal }),
    enabled: asked !== 'null',
    placeholderData: (before) => before,
    retry: false,
  })
  if (filter === 'null') return null
  if (error) return <span className="zk-bad">{error.message}</span>
  const name = say(record.words)
  return (
    <span className={isFetching || asked !== filter ? 'zk-count zk-faint' : 'zk-count'} aria-live="polite">
      {data
        ? t(
            `现在有 ${data.count.value.toLocaleString()} 个${name}`,
            `${data.count.value.toLocaleString()} ${record.plural.toLowerCase()} by now`,
          )
        : '…'}
    </span>
  )
}

import { FilterOutlined } from '@ant-design/icons'
import { Button, Dropdown, Popover } from 'antd'
import { useState } from 'react'
import type { RecordDescription } from '#engine/record/describe.ts'
import { useFilterFields } from './filter-fields.ts'
import { FilterSentence } from './FilterSentence.tsx'
import type { FilterPart } from './filter-parts.ts'
import { useLanguage } from './language.tsx'
import { later } from './later.tsx'
import { submenuSign } from './submenu.tsx'

const FilterEditor = later(() => import('./FilterEditor.tsx').then((file) => file.FilterEditor), { isLikely: true })

/** The filter as a row that reads as a sentence; each part opens to be changed, and may hold alternatives and further conditions. */
export function FilterBar({
  record,
  parts,
  onChange,
}: {
  record: RecordDescription
  parts: readonly FilterPart[]
  onChange(parts: FilterPart[]): void
}) {
  const { t } = useLanguage()
  const { fields, menu, begin } = useFilterFields(record)
  const [open, setOpen] = useState<number | null>(null)
  const replace = (i: number, next: FilterPart | null) => {
    if (next === null) setOpen(null)
    onChange(next === null ? parts.filter((_, k) => k !== i) : parts.map((other, k) => (k === i ? next : other)))
  }
  if (fields.length === 0 && parts.length === 0) return null
  return (
    <div className={parts.length > 0 ? 'zk-filters zk-filters-some' : 'zk-filters'}>
      {parts.map((part, i) => (
        <span key={i} className="zk-filter">
          <Popover
            trigger="click"
            placement="bottomLeft"
            arrow={false}
            open={open === i}
            onOpenChange={(isOpen) => setOpen(isOpen ? i : null)}
            content={<FilterEditor record={record} part={part} onChange={(next) => replace(i, next)} />}
          >
            <button type="button" className="zk-filter-open" aria-expanded={open === i}>
              <FilterSentence record={record} part={part} />
            </button>
          </Popover>
          <button
            type="button"
            className="zk-filter-remove"
            aria-label={t('去掉这个条件', 'Remove this condition')}
            onClick={() => replace(i, null)}
          >
            ×
          </button>
        </span>
      ))}
      <Dropdown
        trigger={['click']}
        menu={{
          items: menu,
          expandIcon: submenuSign,
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

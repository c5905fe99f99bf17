import { Button, Dropdown, InputNumber, Select } from 'antd'
import type { ComponentType } from 'react'
import { mostCounted } from '#engine/record/fields/index.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { useFilterFields, useLinkedKinds } from './filter-fields.ts'
import { FilterSentence } from './FilterSentence.tsx'
import type { Counting, FilterPart } from './filter-parts.ts'
import { useLanguage } from './language.tsx'
import { submenuSign } from './submenu.tsx'

type How = 'some' | 'none' | 'least' | 'most'

interface Props {
  record: RecordDescription
  part: Counting
  onChange(part: FilterPart | null): void
  onRemove: (() => void) | undefined
  /** Edits one condition on the linked records; handed in, since it edits this one too. */
  Part: ComponentType<{ record: RecordDescription; part: FilterPart; onChange(part: FilterPart | null): void }>
}

const howOf = ({ least, most }: Counting): How =>
  most === 0 ? 'none' : most !== undefined ? 'most' : least !== undefined && least > 1 ? 'least' : 'some'

const boundsFor: Record<How, { least?: number; most?: number }> = {
  some: { least: 1 },
  none: { most: 0 },
  least: { least: 2 },
  most: { most: 1 },
}

/** Asks how many records hang on this one, and what they must be like to count: "至少 3 条联系记录，方式是拜访". */
export function CountingEditor({ record, part, onChange, onRemove, Part }: Props) {
  const { t } = useLanguage()
  const kind = useLinkedKinds(record)(part.linked)
  // Between two bounds: the interface may ask so, this editor shows it as it stands.
  if (!kind || (part.least !== undefined && part.most !== undefined)) return <FilterSentence record={record} part={part} />
  const { linked, where } = part
  const how = howOf(part)
  const bound = how === 'least' ? part.least : part.most
  const set = (bounds: { least?: number; most?: number }) => onChange({ linked, ...bounds, where })
  return (
    <div className="zk-filter-counting">
      <div className="zk-filter-editor">
        <span className="zk-filter-field">{kind.label}</span>
        <Select<How>
          value={how}
          onChange={(next) => set(boundsFor[next])}
          aria-label={t('有多少', 'How many')}
          className="zk-filter-operator"
          options={[
            { value: 'some', label: t('有', 'some') },
            { value: 'none', label: t('没有', 'none') },
            { value: 'least', label: t('至少', 'at least') },
            { value: 'most', label: t('至多', 'at most') },
          ]}
        />
        {how === 'least' || how === 'most' ? (
          <InputNumber
            controls={false}
            min={1}
            max={mostCounted}
            precision={0}
            value={bound ?? 1}
            aria-label={t('条数', 'Number')}
            suffix={t('条', '')}
            onChange={(n) => set(how === 'least' ? { least: n ?? 1 } : { most: n ?? 1 })}
            className="zk-filter-number"
          />
        ) : null}
        {onRemove ? (
          <Button type="text" size="small" onClick={onRemove} aria-label={t('去掉', 'Remove')}>
            ×
          </Button>
        ) : null}
      </div>
      <CountedOnly target={kind.target} where={where} onChange={(next) => onChange({ ...part, where: next })} Part={Part} />
    </div>
  )
}

/** The conditions on the linked records: all must hold of one and the same. */
function CountedOnly({
  target,
  where,
  onChange,
  Part,
}: {
  target: RecordDescription
  where: readonly FilterPart[]
  onChange(where: FilterPart[]): void
  Part: Props['Part']
}) {
  const { t } = useLanguage()
  const { menu, begin } = useFilterFields(target)
  return (
    <div className="zk-filter-group">
      {where.map((inner, i) => (
        <div key={i} className="zk-filter-inner">
          <span className="zk-hint">{i === 0 ? t('其', 'whose') : t('且', 'and')}</span>
          <Part
            record={target}
            part={inner}
            onChange={(next) => onChange(next ? where.map((other, k) => (k === i ? next : other)) : where.filter((_, k) => k !== i))}
          />
        </div>
      ))}
      <Dropdown trigger={['click']} menu={{ items: menu, expandIcon: submenuSign, onClick: ({ key }) => onChange([...where, begin(key)]) }}>
        <Button type="text" size="small" className="zk-filter-nest">
          {where.length === 0 ? t('只算满足条件的…', 'count those only …') : t('且…', 'and …')}
        </Button>
      </Dropdown>
    </div>
  )
}

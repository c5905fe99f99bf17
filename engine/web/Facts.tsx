import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { editableFields } from './editable-fields.ts'
import { FieldHistory } from './FieldHistory.tsx'
import { FieldText, isEmpty } from './FieldText.tsx'
import { useLanguage } from './language.tsx'
import { later } from './later.tsx'
import { Reveal } from './Reveal.tsx'

const FactInput = later(() => import('./FactInput.tsx').then((file) => file.FactInput), { isLikely: true })

const isWide = (field: FieldDescription) => field.kind === 'rows' || field.kind === 'note'

/** The fields of a record. Each can be changed where it stands; empty ones wait folded until they are asked for. */
export function Facts({ record, item, onChanged }: { record: RecordDescription; item: Item; onChanged(): void }) {
  const { t } = useLanguage()
  const [edited, setEdited] = useState<string | null>(null)
  const [showsAll, setShowsAll] = useState(false)
  const asked = record.form.flat()
  const given = record.fields.filter((field) => !asked.includes(field.name) && !field.system).map((field) => field.name)
  const made = ['createdAt', 'createdBy'].filter((name) => name in item)
  const known = [...new Set([...given, ...asked, ...made])]
    .filter((name) => name in item && name !== record.title)
    .flatMap((name) => record.fields.find((field) => field.name === name) ?? [])
  const changeable = new Set(editableFields(record, item).map((field) => field.name))
  const empty = known.filter((field) => isEmpty(item[field.name]) || (field.kind === 'yesNo' && item[field.name] === false))
  // A handful of empty fields is no reason to fold them away.
  const folds = empty.length > 3
  const shown = showsAll || !folds ? known : known.filter((field) => !empty.includes(field))
  return (
    <>
      <dl className="zk-facts">
        {shown.map((field) =>
          edited === field.name ? (
            <FactInput
              key={field.name}
              record={record}
              item={item}
              field={field}
              onClose={() => setEdited(null)}
              onDone={() => {
                setEdited(null)
                onChanged()
              }}
            />
          ) : (
            <Fact
              key={field.name}
              record={record}
              item={item}
              field={field}
              onEdit={changeable.has(field.name) ? () => setEdited(field.name) : undefined}
            />
          ),
        )}
      </dl>
      {folds ? (
        <Button type="link" size="small" className="zk-facts-more" onClick={() => setShowsAll(!showsAll)} aria-expanded={showsAll}>
          {showsAll ? t('收起空白字段', 'Hide empty fields') : t(`显示 ${empty.length} 个空白字段`, `Show ${empty.length} empty fields`)}
        </Button>
      ) : null}
    </>
  )
}

function Fact({
  record,
  item,
  field,
  onEdit,
}: {
  record: RecordDescription
  item: Item
  field: FieldDescription
  onEdit: (() => void) | undefined
}) {
  const { t, say } = useLanguage()
  const value = item[field.name]
  // Everybody may see who his colleagues are: a maker without a name is the system itself.
  const isSystem = field.name === 'createdBy' && typeof value === 'object' && value !== null && 'hidden' in value
  return (
    <div className={isWide(field) ? 'zk-fact-wide' : undefined} onDoubleClick={onEdit}>
      <dt>{say(field.words)}</dt>
      <dd>
        {isSystem ? (
          t('系统', 'System')
        ) : record.can.reveal && item.masked?.includes(field.name) ? (
          <Reveal record={record} item={item} field={field} />
        ) : (
          <FieldText item={item} field={field} />
        )}
        {onEdit ? (
          <button
            type="button"
            className="zk-fact-edit"
            onClick={onEdit}
            aria-label={t(`修改${field.words.zh}`, `Change ${field.words.en.toLowerCase()}`)}
          >
            <EditOutlined aria-hidden />
          </button>
        ) : null}
        {field.system ? null : <FieldHistory record={record} id={item.id} field={field} />}
      </dd>
    </div>
  )
}

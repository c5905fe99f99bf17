import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Fragment, useState } from 'react'
import type { Item } from '#engine/access/present.ts'
import { isAsked } from '#engine/record/depends.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import type { Words } from '#engine/text/words.ts'
import { editableFields } from './editable-fields.ts'
import { FieldHistory } from './FieldHistory.tsx'
import { FieldText, isEmpty } from './FieldText.tsx'
import { isLong } from '#engine/record/fields/index.ts'
import { useLanguage } from './language.tsx'
import { later } from './later.tsx'
import { MaskedWhy } from './MaskedWhy.tsx'
import { Reveal } from './Reveal.tsx'

const FactInput = later(() => import('./FactInput.tsx').then((file) => file.FactInput), { isLikely: true })

const isWide = (field: FieldDescription) => ['rows', 'note', 'condition'].includes(field.kind) || (field.kind === 'words' && isLong(field))

interface Group {
  key: string
  words?: Words
  fields: FieldDescription[]
}

/** Fields in groups as the form has them: what stands above the first heading, part by part, and what no part holds. */
function groupsOf(record: RecordDescription, fields: readonly FieldDescription[]): Group[] {
  const sections = record.sections ?? []
  const order = record.form.flat()
  const first = sections.length > 0 ? order.indexOf(sections[0]!.fields[0]!) : order.length
  const inSection = new Set(sections.flatMap((section) => section.fields))
  const isAbove = ({ name }: FieldDescription) => sections.length === 0 || (order.includes(name) && order.indexOf(name) < first)
  const loose = fields.filter((field) => !inSection.has(field.name))
  const groups: Group[] = [
    { key: 'above', fields: loose.filter(isAbove) },
    ...sections.map(({ words, fields: names }, i) => ({
      key: String(i),
      words,
      fields: fields.filter((field) => names.includes(field.name)),
    })),
    { key: 'below', fields: loose.filter((field) => !isAbove(field)) },
  ]
  return groups.filter((group) => group.fields.length > 0)
}

/** The fields of a record. Each can be changed where it stands; empty ones wait folded until they are asked for. */
export function Facts({ record, item, onChanged }: { record: RecordDescription; item: Item; onChanged(): void }) {
  const { t, say } = useLanguage()
  const [edited, setEdited] = useState<string | null>(null)
  const [showsAll, setShowsAll] = useState(false)
  const asked = record.form.flat()
  const head = record.facts ?? []
  const given = record.fields.filter((field) => !asked.includes(field.name) && !field.system).map((field) => field.name)
  const made = ['createdAt', 'createdBy'].filter((name) => name in item)
  const isMeant = (field: FieldDescription) =>
    field.name in item &&
    field.name !== record.title &&
    !field.inPanel &&
    !record.hidden?.includes(field.name) &&
    (!isEmpty(item[field.name]) || !field.onlyWhen || !(field.onlyWhen.field in item) || isAsked(field, item))
  const known = [...new Set([...given, ...asked, ...made])]
    .flatMap((name) => record.fields.find((field) => field.name === name) ?? [])
    .filter((field) => isMeant(field) && !head.includes(field.name))
  const changeable = new Set(editableFields(record, item).map((field) => field.name))
  const empty = known.filter((field) => isEmpty(item[field.name]) || (field.kind === 'yesNo' && item[field.name] === false))
  // A handful of empty fields is no reason to fold them away.
  const folds = empty.length > 3
  const shown = showsAll || !folds ? known : known.filter((field) => !empty.includes(field))
  const list = (fields: readonly FieldDescription[], className: string) => (
    <dl className={className}>
      {fields.map((field) =>
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
  )
  const facts = head.flatMap((name) => record.fields.find((field) => field.name === name && name in item) ?? [])
  return (
    <>
      {facts.length > 0 ? list(facts, 'zk-facts zk-facts-head') : null}
      {groupsOf(record, shown).map(({ key, words, fields }) => (
        <Fragment key={key}>
          {words ? <h3 className="zk-form-heading">{say(words)}</h3> : null}
          {list(fields, key === 'below' ? 'zk-facts zk-facts-below' : 'zk-facts')}
        </Fragment>
      ))}
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
        {item.can.masked?.[field.name] ? <MaskedWhy of={field.words} text={item.can.masked[field.name]!} /> : null}
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

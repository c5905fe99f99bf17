import type { Item } from '#engine/access/present.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { valuesOf } from './editable-fields.ts'
import { useLanguage } from './language.tsx'
import { useAnnounced } from './presence.ts'
import { RecordForm } from './RecordForm.tsx'
import { useWeighed } from './rights/weighed.tsx'
import { useSaving } from './saving.tsx'

/** One fact as an input, where it stands. */
export function FactInput({
  record,
  item,
  field,
  onClose,
  onDone,
}: {
  record: RecordDescription
  item: Item
  field: FieldDescription
  onClose(): void
  onDone(): void
}) {
  const { t, say } = useLanguage()
  useAnnounced(record.name, item.id, 'editing')
  const { write, dialog: weighing } = useWeighed(record, item.id)
  const { seen, save, dialog } = useSaving(record, item, onDone, write)
  return (
    <div className="zk-fact-wide zk-fact-input">
      <dt>{say(field.words)}</dt>
      <dd>
        <RecordForm
          fields={[field]}
          lines={[[field.name]]}
          initial={valuesOf([field], seen)}
          submit={t('保存', 'Save')}
          subject={{ record: record.name, id: item.id }}
          around={item}
          onCancel={onClose}
          onSubmit={save}
          isInPlace
        />
        {dialog}
        {weighing}
      </dd>
    </div>
  )
}

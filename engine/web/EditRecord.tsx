import { Drawer } from 'antd'
import { useState } from 'react'
import type { Item } from '#engine/access/present.ts'
import { isAsked } from '#engine/record/depends.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { useDraft } from './draft-keeper.ts'
import { editableFields, valuesOf } from './editable-fields.ts'
import { useFormClose } from './form-close.ts'
import { planOf } from './form-plan.ts'
import { drawerWidth } from './form-width.ts'
import { useLanguage } from './language.tsx'
import { useAnnounced } from './presence.ts'
import { PresentPeople } from './PresentPeople.tsx'
import { RecordForm } from './RecordForm.tsx'
import { useWeighed } from './rights/weighed.tsx'
import { useSaving } from './saving.tsx'

/** Changes a record in a drawer beside what one was looking at. */
export function EditRecord({
  record,
  item,
  title,
  onDone,
  onClose,
}: {
  record: RecordDescription
  item: Item
  title: string
  onDone(): void
  onClose(): void
}) {
  const { t } = useLanguage()
  const [seen] = useState(item)
  const own = editableFields(record, seen)
  // What a change may say besides, where it has to do with this record at all.
  const fields = [...own, ...(record.editMore ?? []).filter((field) => isAsked(field, seen))]
  const draft = useDraft({ record: record.name, id: seen.id }, fields, seen.version)
  const { write, dialog: weighing } = useWeighed(record, seen.id)
  const finish = () => {
    draft.finish()
    onDone()
  }
  const { save, dialog } = useSaving(record, seen, finish, write)
  useAnnounced(record.name, item.id, 'editing')
  const close = useFormClose(draft, fields, onClose)
  return (
    <Drawer
      open
      title={t(`编辑 ${title}`, `Edit ${title}`)}
      onClose={close}
      size={drawerWidth(fields)}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <PresentPeople record={record.name} id={item.id} />
      <RecordForm
        fields={fields}
        lines={(values) => planOf(record, { ...seen, ...values })}
        initial={valuesOf(own, seen)}
        around={seen}
        submit={t('保存', 'Save')}
        subject={{ record: record.name, id: seen.id }}
        draft={draft}
        onCancel={onClose}
        onSubmit={save}
      />
      {dialog}
      {weighing}
    </Drawer>
  )
}

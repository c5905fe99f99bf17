import { Drawer } from 'antd'
import { useState } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { useDraft } from './draft-keeper.ts'
import { useFormClose } from './form-close.ts'
import { useLanguage } from './language.tsx'
import { useAnnounced } from './presence.ts'
import { PresentPeople } from './PresentPeople.tsx'
import { drawerWidth, RecordForm } from './RecordForm.tsx'
import { useSaving } from './saving.tsx'

/** The fields of a record that its reader may change now. */
export const editableFields = (record: RecordDescription, item: Item): FieldDescription[] => {
  const asked = new Set(record.form.flat())
  return record.fields.filter(
    ({ name }) => asked.has(name) && record.edit.includes(name) && name in item && !item.masked?.includes(name) && item.can.edit,
  )
}

export const valuesOf = (fields: readonly FieldDescription[], item: Item) =>
  Object.fromEntries(fields.map(({ name }) => [name, item[name]]))

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
  const fields = editableFields(record, seen)
  const draft = useDraft({ record: record.name, id: seen.id }, fields, seen.version)
  const { save, dialog } = useSaving(record, seen, () => {
    draft.finish()
    onDone()
  })
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
        lines={record.form}
        initial={valuesOf(fields, seen)}
        submit={t('保存', 'Save')}
        subject={{ record: record.name, id: seen.id }}
        draft={draft}
        onCancel={onClose}
        onSubmit={save}
      />
      {dialog}
    </Drawer>
  )
}

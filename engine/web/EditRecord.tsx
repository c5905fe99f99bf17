import { Drawer } from 'antd'
import type { Item } from '#engine/access/present.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { laidOut } from './description.ts'
import { useLanguage } from './language.tsx'
import { drawerWidth, RecordForm } from './RecordForm.tsx'
import { useSaving } from './saving.tsx'

/** The fields of a record that its reader may change now. */
export const editableFields = (record: RecordDescription, item: Item): FieldDescription[] => {
  const asked = new Set(laidOut(record, item).form.flat())
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
  const { seen, save, dialog } = useSaving(record, item, onDone)
  const fields = editableFields(record, seen)
  return (
    <Drawer
      open
      title={t(`编辑 ${title}`, `Edit ${title}`)}
      onClose={onClose}
      size={drawerWidth(fields)}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <RecordForm
        fields={fields}
        lines={(values) => {
          const { form, sections, hidden } = laidOut(record, { ...seen, ...values })
          return { lines: form, sections, hidden }
        }}
        initial={valuesOf(fields, seen)}
        around={seen}
        submit={t('保存', 'Save')}
        onCancel={onClose}
        onSubmit={save}
      />
      {dialog}
    </Drawer>
  )
}

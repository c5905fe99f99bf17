import { Drawer } from 'antd'
import type { Item } from '#engine/access/present.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { isEmpty } from './FieldText.tsx'
import { useLanguage } from './language.tsx'
import { drawerWidth, RecordForm } from './RecordForm.tsx'
import { useSaving } from './saving.tsx'

/** The fields of a record that its reader may change now. */
export const editableFields = (record: RecordDescription, item: Item): FieldDescription[] => {
  const asked = new Set(record.form.flat())
  return record.fields.filter(
    ({ name }) => asked.has(name) && record.edit.includes(name) && name in item && !item.masked?.includes(name) && item.can.edit,
  )
}

/** Whether what a change may say besides has to do with this record at all. */
const isAsked = ({ onlyWhen }: FieldDescription, item: Item) =>
  !onlyWhen || (onlyWhen.is ? onlyWhen.is.includes(item[onlyWhen.field] as string) : !isEmpty(item[onlyWhen.field]))

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
  const own = editableFields(record, seen)
  const fields = [...own, ...(record.editMore ?? []).filter((field) => isAsked(field, seen))]
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
        lines={record.form}
        initial={valuesOf(own, seen)}
        submit={t('保存', 'Save')}
        onCancel={onClose}
        onSubmit={save}
      />
      {dialog}
    </Drawer>
  )
}

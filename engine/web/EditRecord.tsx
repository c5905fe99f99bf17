import { Drawer } from 'antd'
import type { Item } from '#engine/access/present.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { editableFields, valuesOf } from './editable-fields.ts'
import { isEmpty } from './FieldText.tsx'
import { drawerWidth } from './form-width.ts'
import { useLanguage } from './language.tsx'
import { RecordForm } from './RecordForm.tsx'
import { useSaving } from './saving.tsx'

/** Whether what a change may say besides has to do with this record at all. */
const isAsked = ({ onlyWhen }: FieldDescription, item: Item) =>
  !onlyWhen || (onlyWhen.is ? onlyWhen.is.includes(item[onlyWhen.field] as string) : !isEmpty(item[onlyWhen.field]))

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

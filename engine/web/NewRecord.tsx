import { Drawer } from 'antd'
import type { Item } from '#engine/access/present.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { api } from './api.ts'
import { useLanguage } from './language.tsx'
import { RecordForm } from './RecordForm.tsx'

/** Makes a record in a drawer beside what one was looking at. */
export function NewRecord({
  record,
  initial = {},
  onDone,
  onClose,
}: {
  record: RecordDescription
  initial?: Record<string, unknown>
  onDone(item: Item): void
  onClose(): void
}) {
  const { t } = useLanguage()
  const fields = record.create ?? []
  const defaults = Object.fromEntries(
    fields.filter((field) => field.default !== undefined && field.kind !== 'link').map((field) => [field.name, field.default]),
  )
  const own = new Set(record.form.flat())
  // Inputs beside the record's own fields (the first contact of a customer) come right after the first line.
  const extra = fields.filter((field) => !own.has(field.name)).map((field) => field.name)
  const pairs = Array.from({ length: Math.ceil(extra.length / 2) }, (_, i) => extra.slice(i * 2, i * 2 + 2))
  const label = t(`新建${record.words.zh}`, `New ${record.words.en.toLowerCase()}`)
  return (
    <Drawer open title={label} onClose={onClose} size={560} destroyOnHidden>
      <RecordForm
        fields={fields}
        lines={[...record.form.slice(0, 2), ...pairs, ...record.form.slice(2)]}
        initial={{ ...defaults, ...initial }}
        submit={t('保存', 'Save')}
        onCancel={onClose}
        onSubmit={async (values) =>
          onDone(await api.post<Item>(`/records/${record.name}`, { ...initialIds(initial), ...values }, { key: crypto.randomUUID() }))
        }
      />
    </Drawer>
  )
}

const initialIds = (initial: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(initial).map(([name, value]) => [
      name,
      value !== null && typeof value === 'object' && 'id' in value ? (value as { id: string }).id : value,
    ]),
  )

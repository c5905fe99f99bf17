import { Drawer } from 'antd'
import { useRef } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { api, newKey } from './api.ts'
import { laidOut } from './description.ts'
import { useLanguage } from './language.tsx'
import { drawerWidth, RecordForm, type FormPlan } from './RecordForm.tsx'

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
  const known = new Set(record.fields.map((field) => field.name))
  // Inputs beside the record's own fields (the first contact of a customer) come right after the first lines.
  const extra = fields.filter((field) => !known.has(field.name)).map((field) => field.name)
  const pairs = Array.from({ length: Math.ceil(extra.length / 2) }, (_, i) => extra.slice(i * 2, i * 2 + 2))
  const plan = (values: Record<string, unknown>): FormPlan => {
    const { form, sections, hidden } = laidOut(record, values)
    return { lines: [...form.slice(0, 2), ...pairs, ...form.slice(2)], sections, hidden }
  }
  // One key for one content: sending the same once more after a lost answer makes one record, not two.
  const sent = useRef({ body: '', key: '' })
  const create = (values: Record<string, unknown>) => {
    const body = JSON.stringify(values)
    if (sent.current.body !== body) sent.current = { body, key: newKey() }
    return api.post<Item>(`/records/${record.name}`, values, { key: sent.current.key })
  }
  const label = t(`新建${record.words.zh}`, `New ${record.words.en.toLowerCase()}`)
  return (
    <Drawer open title={label} onClose={onClose} size={drawerWidth(fields)} mask={{ closable: false }} destroyOnHidden>
      <RecordForm
        fields={fields}
        lines={plan}
        initial={{ ...defaults, ...initial }}
        submit={t('保存', 'Save')}
        onCancel={onClose}
        onSubmit={async (values) => onDone(await create({ ...initialIds(initial), ...values }))}
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

import { Drawer } from 'antd'
import { useRef } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { api, newKey } from './api.ts'
import { bare } from './bare.ts'
import { useDescription } from './description.ts'
import { drawerWidth } from './form-width.ts'
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
  const { data: description } = useDescription()
  const me = description && { id: description.me.id, title: description.me.name }
  const defaults = Object.fromEntries(
    fields.flatMap(({ name, kind, default: value }) =>
      value === undefined || kind !== 'link' ? (value === undefined ? [] : [[name, value]]) : value === 'me' && me ? [[name, me]] : [],
    ),
  )
  const own = new Set(record.form.flat())
  // Inputs beside the record's own fields (the first contact of a customer) come right after the first line.
  const extra = fields.filter((field) => !own.has(field.name)).map((field) => field.name)
  const pairs = Array.from({ length: Math.ceil(extra.length / 2) }, (_, i) => extra.slice(i * 2, i * 2 + 2))
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
        lines={[...record.form.slice(0, 2), ...pairs, ...record.form.slice(2)]}
        initial={{ ...defaults, ...initial }}
        submit={t('保存', 'Save')}
        onCancel={onClose}
        onSubmit={async (values) =>
          onDone(await create({ ...Object.fromEntries(Object.entries(initial).map(([name, value]) => [name, bare(value)])), ...values }))
        }
      />
    </Drawer>
  )
}

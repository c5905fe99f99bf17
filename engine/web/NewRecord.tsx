import { Drawer } from 'antd'
import { useState } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { api } from './api.ts'
import { bare } from './bare.ts'
import { useDescription } from './description.ts'
import { useDraft } from './draft-keeper.ts'
import { useFormClose } from './form-close.ts'
import { planOf } from './form-plan.ts'
import { drawerWidth } from './form-width.ts'
import { useLanguage } from './language.tsx'
import { RecordForm } from './RecordForm.tsx'
import { useRepeatKey } from './repeat.ts'
import { useFormNotes } from './screens.ts'
import { SimilarWhileTyping } from './SimilarRecords.tsx'

/** A short sign for what a form begins with, that does not tell it: another beginning is another draft. */
function signOf(values: Record<string, unknown>): string {
  let sign = 2_166_136_261
  for (const byte of new TextEncoder().encode(JSON.stringify(values))) sign = Math.imul(sign ^ byte, 16_777_619)
  return Object.keys(values).length === 0 ? '' : (sign >>> 0).toString(36)
}

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
  const keyFor = useRepeatKey()
  const fields = record.create ?? []
  const { data: description } = useDescription()
  const me = description && { id: description.me.id, title: description.me.name }
  // The minute in which the form was opened, whatever is typed meanwhile.
  const [now] = useState(() => new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString())
  const begun = Object.fromEntries(fields.flatMap(({ name, begins }) => (begins === 'now' ? [[name, now]] : [])))
  const given = Object.fromEntries(Object.entries(initial).map(([name, value]) => [name, bare(value)]))
  const draft = useDraft({ record: record.name, beginning: signOf(given) }, fields)
  const defaults = Object.fromEntries(
    fields.flatMap(({ name, kind, default: value }) =>
      value === undefined || kind !== 'link' ? (value === undefined ? [] : [[name, value]]) : value === 'me' && me ? [[name, me]] : [],
    ),
  )
  const known = new Set(record.fields.map((field) => field.name))
  // Inputs beside the record's own fields (the first contact of a customer) come right after the first lines.
  const extra = fields.filter((field) => !known.has(field.name)).map((field) => field.name)
  const pairs = Array.from({ length: Math.ceil(extra.length / 2) }, (_, i) => extra.slice(i * 2, i * 2 + 2))
  const notes = useFormNotes(record.name)
  const close = useFormClose(draft, fields, onClose)
  const label = t(`新建${record.words.zh}`, `New ${record.words.en.toLowerCase()}`)
  return (
    <Drawer open title={label} onClose={close} size={drawerWidth(fields)} mask={{ closable: false }} destroyOnHidden>
      <RecordForm
        fields={fields}
        lines={(values) => {
          const { lines, ...rest } = planOf(record, values)
          return { ...rest, lines: [...lines.slice(0, 2), ...pairs, ...lines.slice(2)] }
        }}
        initial={{ ...defaults, ...begun, ...initial }}
        submit={t('保存', 'Save')}
        subject={{ record: record.name }}
        draft={draft}
        told={(values) => (
          <>
            {record.matches ? <SimilarWhileTyping record={record} values={values} /> : null}
            {notes.map(({ Show }, i) => (
              <Show key={i} values={values} />
            ))}
          </>
        )}
        onCancel={onClose}
        onSubmit={async (values) => {
          const body = { ...begun, ...given, ...values }
          const item = await api.post<Item>(`/records/${record.name}`, body, { key: keyFor(body) })
          draft.finish()
          onDone(item)
        }}
      />
    </Drawer>
  )
}

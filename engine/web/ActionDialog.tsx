import { Modal } from 'antd'
import type { Item } from '#engine/access/present.ts'
import type { ActionDescription } from '#engine/record/describe.ts'
import { api } from './api.ts'
import { useLanguage } from './language.tsx'
import { RecordForm } from './RecordForm.tsx'
import { useRepeatKey } from './repeat.ts'

export interface ActionAnswer {
  operation: string
}

/** Asks for what an action needs and does it to one record. Many at once go through `BulkDialog`. */
export function ActionDialog({
  action,
  on,
  version,
  item,
  onDone,
  onClose,
}: {
  action: ActionDescription
  on: string
  version: number
  /** The record it is done to, where it is known: links of the form may lie within it. */
  item?: Item
  onDone(answer: ActionAnswer): void
  onClose(): void
}) {
  const { say } = useLanguage()
  const keyFor = useRepeatKey()
  const label = say(action.label)
  return (
    <Modal open title={label} onCancel={onClose} footer={null} mask={{ closable: false }} destroyOnHidden width={520}>
      {action.hint ? <p className="zk-hint">{say(action.hint)}</p> : null}
      <RecordForm
        fields={action.fields}
        lines={action.fields.map((field) => [field.name])}
        initial={{}}
        {...(item ? { around: item } : {})}
        submit={label}
        onCancel={onClose}
        onSubmit={async (input) => {
          const key = keyFor([on, input, version])
          onDone(await api.post<ActionAnswer>(`/actions/${action.name}`, { on, input }, { key, version }))
        }}
      />
    </Modal>
  )
}

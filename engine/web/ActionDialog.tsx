import { App, Modal } from 'antd'
import type { ActionDescription } from '#engine/record/describe.ts'
import { api } from './api.ts'
import { useLanguage } from './language.tsx'
import { RecordForm } from './RecordForm.tsx'
import { useRepeatKey } from './repeat.ts'

export interface ActionAnswer {
  outcome: 'done' | 'waiting' | 'preview'
  operation: string | null
  total?: number
  items: { id: string; problem?: { title: string } }[]
  report?: { id?: string; words: string }[]
}

/** Asks for what an action needs and does it, to one record or to a selection. */
export function ActionDialog({
  action,
  on,
  version,
  count,
  onDone,
  onClose,
}: {
  action: ActionDescription
  on: unknown
  version?: number
  count?: number
  onDone(answer: ActionAnswer): void
  onClose(): void
}) {
  const { t, say } = useLanguage()
  const { message } = App.useApp()
  const keyFor = useRepeatKey()
  const label = say(action.label)
  return (
    <Modal
      open
      title={count === undefined ? label : t(`${label} · ${count} 条`, `${label} · ${count}`)}
      onCancel={onClose}
      footer={null}
      mask={{ closable: false }}
      destroyOnHidden
      width={520}
    >
      {action.hint ? <p className="zk-hint">{say(action.hint)}</p> : null}
      <RecordForm
        fields={action.fields}
        lines={action.fields.map((field) => [field.name])}
        initial={{}}
        submit={label}
        onCancel={onClose}
        onSubmit={async (input) => {
          const key = keyFor([on, input, version])
          const answer = await api.post<ActionAnswer>(
            `/actions/${action.name}`,
            { on, input },
            { key, ...(version === undefined ? {} : { version }) },
          )
          onDone(answer)
          if (answer.outcome === 'waiting') message.info(t('已在后台进行。', 'It goes on in the background.'))
        }}
      />
    </Modal>
  )
}

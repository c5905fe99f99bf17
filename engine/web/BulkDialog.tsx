import { Alert, App, Button, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { ActionDescription, FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { api, Problem } from './api.ts'
import { onOf, sizeOf, type Target } from './bulk-target.ts'
import { isEmpty } from './FieldText.tsx'
import { useLanguage } from './language.tsx'
import { LinkedTitle } from './LinkedTitle.tsx'
import { OperationReport } from './OperationReport.tsx'
import { RecordForm } from './RecordForm.tsx'
import { useRepeatKey } from './repeat.ts'
import { viewOf } from './views.ts'

interface Preview {
  total: number
  items: { id: string; problem?: { title: string } }[]
}

interface Answer {
  outcome: 'done' | 'waiting'
  operation: string | null
  total: number
}

/** How a field is changed: set, or for a list of values added to or taken from. */
type How = 'edit' | 'addValues' | 'removeValues'

const isList = (field: FieldDescription) => field.kind === 'choices' || field.kind === 'links'

/** "Edit" as an action with the one field that is to be changed. */
const changing = (record: RecordDescription, field: FieldDescription, how: How): ActionDescription => ({
  name: `${record.name}.${how}`,
  label: { zh: '批量修改', en: 'Change' },
  // Nothing to add is a mistake; nothing to set empties the field.
  fields: [how === 'edit' ? field : { ...field, required: true }],
})

/**
 * Does something to many records: asks for what it needs, shows what would happen, does it with progress, tells what was not done and why,
 * and takes it back on request.
 */
export function BulkDialog({
  record,
  action,
  target,
  given: fixed,
  onClose,
  onDone,
}: {
  record: RecordDescription
  /** Undefined: change one field of all. */
  action: ActionDescription | undefined
  target: Target
  /** What the action needs besides what it asks for. */
  given?: Record<string, unknown>
  /** Whether anything was done before it was closed. */
  onClose(hasRun: boolean): void
  onDone(): void
}) {
  const { t, say } = useLanguage()
  const { message } = App.useApp()
  const keyFor = useRepeatKey()
  const [name, setName] = useState<string | null>(null)
  const [how, setHow] = useState<How>('edit')
  const [input, setInput] = useState<Record<string, unknown> | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [operation, setOperation] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const field = record.fields.find((entry) => entry.name === name)
  const doing = action ?? (field ? changing(record, field, isList(field) ? how : 'edit') : undefined)
  const label = doing ? say(doing.label) : t('批量修改', 'Change')
  const size = sizeOf(target)

  async function look(given: Record<string, unknown>) {
    const answer = await api.post<Preview>(`/actions/${doing!.name}`, { on: onOf(target), input: given, mode: 'preview' })
    setInput(given)
    setPreview(answer)
  }
  async function run() {
    setBusy(true)
    try {
      const body = { on: onOf(target), input }
      const answer = await api.post<Answer>(`/actions/${doing!.name}`, body, { key: keyFor(body) })
      setOperation(answer.operation)
      onDone()
    } catch (error) {
      if (error instanceof Problem) message.error(error.message)
    } finally {
      setBusy(false)
    }
  }
  const shownValue = name && input ? input[name] : null
  const refused = preview?.items.filter((item) => item.problem) ?? []
  return (
    <Modal
      open
      title={t(`${label} · ${size.toLocaleString()} 条`, `${label} · ${size.toLocaleString()}`)}
      onCancel={() => onClose(operation !== null)}
      footer={null}
      destroyOnHidden
      width={520}
    >
      {operation ? (
        <OperationReport id={operation} onClose={() => onClose(true)} onChanged={onDone} />
      ) : preview ? (
        <>
          {field ? (
            <p>
              {say(field.words)} {how === 'addValues' ? '＋' : how === 'removeValues' ? '－' : '→'}{' '}
              <b>
                <Given field={field} value={shownValue} />
              </b>
            </p>
          ) : null}
          <p>
            {t(
              `将处理 ${(preview.total - refused.length).toLocaleString()} 条`,
              `${(preview.total - refused.length).toLocaleString()} will be changed`,
            )}
            {preview.total > preview.items.length
              ? t(`（已检查前 ${preview.items.length} 条）`, ` (the first ${preview.items.length} were checked)`)
              : ''}
            {t('，之后可以撤销。', '; this can be undone.')}
          </p>
          {refused.length > 0 ? (
            <Alert
              type="warning"
              showIcon
              title={t(`${refused.length} 条不会处理`, `${refused.length} will be left out`)}
              description={[...new Set(refused.map((item) => item.problem!.title))].slice(0, 5).join(' ')}
            />
          ) : null}
          <div className="zk-form-end">
            <Button onClick={() => setPreview(null)}>{t('返回', 'Back')}</Button>
            <Button type="primary" loading={isBusy} disabled={preview.total === refused.length} onClick={() => void run()}>
              {label}
            </Button>
          </div>
        </>
      ) : (
        <>
          {action ? null : (
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              className="zk-bulk-field"
              aria-label={t('要修改的字段', 'The field to change')}
              placeholder={t('要修改的字段', 'The field to change')}
              value={name}
              onChange={(next) => {
                setName(next)
                setHow('edit')
              }}
              options={record.edit
                .map((name) => record.fields.find((entry) => entry.name === name))
                .filter((entry) => entry !== undefined)
                .map((entry) => ({ value: entry.name, label: say(entry.words) }))}
            />
          )}
          {field && isList(field) ? (
            <Segmented<How>
              aria-label={t('怎样修改', 'How to change it')}
              className="zk-bulk-field"
              value={how}
              onChange={setHow}
              options={[
                { value: 'edit', label: t('替换为', 'Set to') },
                { value: 'addValues', label: t('添加', 'Add') },
                { value: 'removeValues', label: t('移除', 'Remove') },
              ]}
            />
          ) : null}
          {doing?.hint ? <p className="zk-hint">{say(doing.hint)}</p> : null}
          {doing ? (
            <RecordForm
              key={doing.name + (name ?? '')}
              fields={doing.fields}
              lines={doing.fields.map((entry) => [entry.name])}
              initial={{}}
              submit={t('预览', 'Preview')}
              onCancel={() => onClose(false)}
              onSubmit={(given) => look(action ? { ...fixed, ...given } : { [name!]: given[name!] ?? null })}
            />
          ) : null}
        </>
      )}
    </Modal>
  )
}

/** The value that is about to be written into many records. */
function Given({ field, value }: { field: FieldDescription; value: unknown }) {
  const { t } = useLanguage()
  if (isEmpty(value)) return <>{t('（清空）', '(emptied)')}</>
  if (field.to)
    return (
      <>
        {[value].flat().map((id, i) => (
          <span key={String(id)}>
            {i > 0 ? '、' : ''}
            <LinkedTitle to={field.to!} id={String(id)} />
          </span>
        ))}
      </>
    )
  const { Show } = viewOf(field.kind)
  return <Show value={value} field={field} />
}

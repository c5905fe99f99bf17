import { useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Modal, Progress, Select } from 'antd'
import { useState } from 'react'
import type { ActionDescription, RecordDescription } from '#engine/record/describe.ts'
import { api, Problem } from './api.ts'
import { useLanguage } from './language.tsx'
import { RecordForm } from './RecordForm.tsx'

/** What is done to: the rows chosen one by one, or all that a list shows. */
export type Target = { ids: string[] } | { filter: unknown; q?: string | undefined; count: number }

interface Preview {
  total: number
  items: { id: string; problem?: { title: string } }[]
}

interface Answer {
  outcome: 'done' | 'waiting'
  operation: string | null
  total: number
}

interface Operation {
  id: string
  state: 'running' | 'done' | 'stopped' | 'undone'
  total: number
  done: number
  refused: number
  report: { id?: string; words: string }[]
}

const onOf = (target: Target) =>
  'ids' in target ? target.ids : { filter: target.filter ?? { and: [] }, ...(target.q ? { q: target.q } : {}) }
export const sizeOf = (target: Target): number => ('ids' in target ? target.ids.length : target.count)

/** "Edit" as an action with the one field that is to be changed. */
const editing = (record: RecordDescription, name: string): ActionDescription => {
  const field = record.fields.find((entry) => entry.name === name)!
  return { name: `${record.name}.edit`, label: { zh: '批量修改', en: 'Change' }, fields: [field] }
}

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
  const [field, setField] = useState<string | null>(null)
  const [input, setInput] = useState<Record<string, unknown> | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [operation, setOperation] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const doing = action ?? (field ? editing(record, field) : undefined)
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
      const answer = await api.post<Answer>(`/actions/${doing!.name}`, { on: onOf(target), input })
      setOperation(answer.operation)
      onDone()
    } catch (error) {
      if (error instanceof Problem) message.error(error.message)
    } finally {
      setBusy(false)
    }
  }
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
              placeholder={t('要修改的字段', 'The field to change')}
              value={field}
              onChange={setField}
              options={record.edit
                .map((name) => record.fields.find((entry) => entry.name === name))
                .filter((entry) => entry !== undefined)
                .map((entry) => ({ value: entry.name, label: say(entry.words) }))}
            />
          )}
          {doing?.hint ? <p className="zk-hint">{say(doing.hint)}</p> : null}
          {doing ? (
            <RecordForm
              key={doing.name + (field ?? '')}
              fields={doing.fields}
              lines={doing.fields.map((entry) => [entry.name])}
              initial={{}}
              submit={t('预览', 'Preview')}
              onCancel={() => onClose(false)}
              onSubmit={(given) => look(action ? { ...fixed, ...given } : { [field!]: given[field!] ?? null })}
            />
          ) : null}
        </>
      )}
    </Modal>
  )
}

/** Progress and report of an operation, with its undo. */
function OperationReport({ id, onClose, onChanged }: { id: string; onClose(): void; onChanged(): void }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const [undo, setUndo] = useState<string | null>(null)
  const shown = undo ?? id
  const { data } = useQuery({
    queryKey: ['operation', shown],
    queryFn: () => api.get<Operation>(`/operations/${shown}`),
    refetchInterval: (query) => (query.state.data?.state === 'running' || !query.state.data ? 700 : false),
  })
  const isRunning = !data || data.state === 'running'
  const through = data ? Math.round(((data.done + data.refused) / Math.max(1, data.total)) * 100) : 0
  async function takeBack() {
    try {
      setUndo((await api.post<Operation>(`/operations/${id}/undo`)).id)
      onChanged()
    } catch (error) {
      if (error instanceof Problem) message.error(error.message)
    }
  }
  return (
    <div aria-live="polite">
      <Progress percent={isRunning ? Math.min(99, through) : 100} status={isRunning ? 'active' : 'success'} />
      <p>
        {undo
          ? t(`已撤销 ${data?.done ?? 0} 条`, `${data?.done ?? 0} undone`)
          : t(`已处理 ${(data?.done ?? 0).toLocaleString()} 条`, `${(data?.done ?? 0).toLocaleString()} done`)}
        {data && data.refused > 0 ? t(`，${data.refused} 条未处理`, `, ${data.refused} not`) : ''}
      </p>
      {data && data.report.length > 0 ? (
        <ul className="zk-hint">
          {[...new Set(data.report.map((entry) => entry.words))].slice(0, 6).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : null}
      <div className="zk-form-end">
        {undo ? null : (
          <Button disabled={isRunning} onClick={() => void takeBack()}>
            {t('撤销', 'Undo')}
          </Button>
        )}
        <Button type="primary" onClick={onClose}>
          {isRunning ? t('在后台继续', 'Go on in the background') : t('完成', 'Done')}
        </Button>
      </div>
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button, Input, Modal, Progress } from 'antd'
import { useState } from 'react'
import type { RecordDescription } from '#engine/record/describe.ts'
import { api } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { useUndoable } from '#engine/web/undoable.tsx'
import { useRetiredFields, useSetupRefresh, type CustomFieldItem } from './setup-data.ts'

/** Fields that are out of use: each can be brought back, or removed for good. */
export function RetiredFields({ record }: { record: RecordDescription }) {
  const { t, say } = useLanguage()
  const { act } = useUndoable(useSetupRefresh())
  const { data } = useRetiredFields(record.name)
  const [purged, setPurged] = useState<CustomFieldItem | null>(null)
  const fields = (data ?? []).filter((field) => field.purge !== 'done')
  if (fields.length === 0 && !purged) return null
  return (
    <details className="zk-setup-more" open>
      <summary>{t(`已停用（${fields.length}）`, `Retired (${fields.length})`)}</summary>
      <ul className="zk-setup-rows" aria-label={t('已停用的字段', 'Retired fields')}>
        {fields.map((field) => (
          <li key={field.id}>
            <span className="zk-setup-name">
              {say(field.label)}
              <small className="zk-faint"> {field.name}</small>
            </span>
            {field.purge === 'running' ? (
              <span className="zk-state zk-waiting">{t('正在清除', 'Being purged')}</span>
            ) : (
              <span className="zk-setup-about">
                <Button
                  size="small"
                  onClick={() =>
                    void act(
                      'customField.restore',
                      { on: field.id },
                      t(`“${field.label.zh}”已恢复`, `"${say(field.label)}" is back`),
                      field.version,
                    )
                  }
                >
                  {t('恢复', 'Restore')}
                </Button>
                <Button size="small" type="text" danger onClick={() => setPurged(field)}>
                  {t('清除…', 'Purge …')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {purged ? <PurgeDialog field={purged} onClose={() => setPurged(null)} /> : null}
    </details>
  )
}

interface Operation {
  state: 'running' | 'done' | 'stopped'
  done: number
}

/** What cannot be taken back is spelled out, and typed. */
function PurgeDialog({ field, onClose }: { field: CustomFieldItem; onClose(): void }) {
  const { t, say } = useLanguage()
  const refresh = useSetupRefresh()
  const { complain } = useUndoable(refresh)
  const [typed, setTyped] = useState('')
  const [operation, setOperation] = useState<string | null>(null)
  const { data } = useQuery({
    queryKey: ['operation', operation],
    queryFn: () => api.get<Operation>(`/operations/${operation}`),
    enabled: operation !== null,
    refetchInterval: (query) => (query.state.data?.state === 'done' ? false : 700),
  })
  const isDone = data?.state === 'done'
  const close = () => {
    refresh()
    onClose()
  }
  const purge = () =>
    api
      .post<{ operation: string }>('/actions/platform.purgeField', { on: field.id, input: { name: typed } }, { version: field.version })
      .then((answer) => setOperation(answer.operation), complain)
  return (
    <Modal
      open
      title={t(`清除“${say(field.label)}”`, `Purge "${say(field.label)}"`)}
      onCancel={close}
      footer={null}
      destroyOnHidden
      width={460}
    >
      {operation ? (
        <div aria-live="polite">
          <Progress percent={isDone ? 100 : 50} status={isDone ? 'success' : 'active'} showInfo={isDone} />
          <p>
            {isDone
              ? t(`已从 ${data.done.toLocaleString()} 条记录中清除`, `Gone from ${data.done.toLocaleString()} records`)
              : t(`正在清除，已处理 ${(data?.done ?? 0).toLocaleString()} 条`, `Being purged, ${(data?.done ?? 0).toLocaleString()} done`)}
          </p>
          <div className="zk-form-end">
            <Button type="primary" onClick={close}>
              {isDone ? t('完成', 'Done') : t('在后台继续', 'Go on in the background')}
            </Button>
          </div>
        </div>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (typed === field.name) void purge()
          }}
        >
          <p>
            {t('所有记录中这个字段的值都会删除，', 'Its values go from every record. ')}
            <b>{t('无法撤销', 'This cannot be undone')}</b>
            {t('。历史中的记载保留，字段名可以重新使用。', '. The history keeps what it says; the name is free again.')}
          </p>
          <label htmlFor="purge-name" className="zk-hint">
            {t(`输入字段名 ${field.name} 确认`, `Type the name ${field.name} to confirm`)}
          </label>
          <Input id="purge-name" value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" autoFocus />
          <div className="zk-form-end zk-setup-foot">
            <Button onClick={close}>{t('取消', 'Cancel')}</Button>
            <Button type="primary" danger htmlType="submit" disabled={typed !== field.name}>
              {t('永久清除', 'Purge for good')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}

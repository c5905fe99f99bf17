import { Modal, Radio } from 'antd'
import { useState } from 'react'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import type { Problem } from './api.ts'
import { useLanguage } from './language.tsx'
import { viewOf } from './views.ts'

interface Conflict {
  version: number
  current: Record<string, unknown>
  yours: Record<string, unknown>
  base: Record<string, unknown>
}

export const conflictOf = (problem: Problem): Conflict | null =>
  problem.status === 412 && problem.code === 'stale' ? (problem.detail as unknown as Conflict) : null

/** Two people have changed the same fields: shows both values side by side and lets one choose, field by field. */
export function ConflictDialog({
  problem,
  record,
  onSettle,
  onCancel,
}: {
  problem: Problem
  record: RecordDescription
  onSettle(version: number, mine: ReadonlySet<string>): void
  onCancel(): void
}) {
  const { t, say } = useLanguage()
  const conflict = conflictOf(problem)!
  const names = Object.keys(conflict.current)
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set())
  const choose = (name: string, isMine: boolean) =>
    setMine((before) => new Set(isMine ? [...before, name] : [...before].filter((other) => other !== name)))
  const field = (name: string) => record.fields.find((entry) => entry.name === name)
  return (
    <Modal
      open
      title={t('别人已经修改了同样的内容', 'Somebody has changed the same content')}
      okText={t('按所选保存', 'Save as chosen')}
      cancelText={t('继续编辑', 'Go on editing')}
      onOk={() => onSettle(conflict.version, mine)}
      onCancel={onCancel}
      width={720}
    >
      <p className="zk-hint">
        {t(
          '您打开之后,以下字段已被他人修改。请逐项选择保留哪个值;其他字段会照常保存。',
          'Since you opened it, these fields were changed by somebody else. Choose which value to keep; your other changes are saved as they are.',
        )}
      </p>
      <div className="zk-rows">
        <table>
          <thead>
            <tr>
              <th>{t('字段', 'Field')}</th>
              <th>{t('您看到的', 'As you saw it')}</th>
              <th>{t('现在的', 'Now')}</th>
              <th>{t('您填写的', 'Yours')}</th>
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <td>{say(field(name)?.words)}</td>
                <td>
                  <Value field={field(name)} value={conflict.base[name]} />
                </td>
                <td>
                  <Radio checked={!mine.has(name)} onChange={() => choose(name, false)}>
                    <Value field={field(name)} value={conflict.current[name]} />
                  </Radio>
                </td>
                <td>
                  <Radio checked={mine.has(name)} onChange={() => choose(name, true)}>
                    <Value field={field(name)} value={conflict.yours[name]} />
                  </Radio>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  )
}

function Value({ field, value }: { field: FieldDescription | undefined; value: unknown }) {
  if (value === null || value === undefined || !field) return <span className="zk-faint">—</span>
  if (field.kind === 'link' || field.kind === 'links') return <span className="zk-faint">{String(value).slice(0, 8)}…</span>
  const { Show } = viewOf(field.kind)
  return <Show value={value} field={field} />
}

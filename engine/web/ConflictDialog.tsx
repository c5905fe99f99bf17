import { Modal, Radio } from 'antd'
import { useState } from 'react'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import type { Problem } from './api.ts'
import { useLanguage } from './language.tsx'
import { LinkedTitle } from './LinkedTitle.tsx'
import { viewOf } from './views.ts'

interface Conflict {
  version: number
  current: Record<string, unknown>
  yours: Record<string, unknown>
  base: Record<string, unknown>
  changedBy: string | null
  changedAt: string | null
}

export const conflictOf = (problem: unknown): Conflict | null => {
  const { status, code, detail } = problem as Partial<Problem>
  return status === 412 && code === 'stale' ? (detail as unknown as Conflict) : null
}

/** Two people have changed the same fields: shows both values side by side and lets one choose, field by field. */
export function ConflictDialog({
  conflict,
  record,
  onSettle,
  onCancel,
}: {
  conflict: Conflict
  record: RecordDescription
  onSettle(mine: ReadonlySet<string>): void
  onCancel(): void
}) {
  const { t, say } = useLanguage()
  const names = Object.keys(conflict.current)
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set())
  const choose = (name: string, isMine: boolean) =>
    setMine((before) => new Set(isMine ? [...before, name] : [...before].filter((other) => other !== name)))
  return (
    <Modal
      open
      title={t('别人已经修改了同样的内容', 'Somebody has changed the same content')}
      okText={
        mine.size === 0
          ? t('采用对方的值', 'Take theirs')
          : mine.size === names.length
            ? t('保存我的值', 'Save mine')
            : t('按所选保存', 'Save as chosen')
      }
      cancelText={t('继续编辑', 'Go on editing')}
      onOk={() => onSettle(mine)}
      onCancel={onCancel}
      mask={{ closable: false }}
      width={640}
    >
      <p className="zk-hint">
        {conflict.changedBy ? (
          <b>
            <LinkedTitle to="user" id={conflict.changedBy} otherwise={t('别人', 'Somebody')} />
          </b>
        ) : (
          t('别人', 'Somebody')
        )}{' '}
        {conflict.changedAt
          ? t(`于 ${showInstant(conflict.changedAt, companyZone)} 改过`, `changed this on ${showInstant(conflict.changedAt, companyZone)}`)
          : t('改过', 'changed this')}
        {t('。逐项选择保留哪个值；您的其他修改照常保存。', '. Choose which value to keep; your other changes are saved as they are.')}
      </p>
      <div className="zk-conflicts">
        {names.map((name) => {
          const field = record.fields.find((entry) => entry.name === name)
          return (
            <fieldset key={name}>
              <legend>
                {say(field?.words)}
                <span className="zk-hint">
                  {t('原为 ', 'was ')}
                  <Value field={field} value={conflict.base[name]} />
                </span>
              </legend>
              {[false, true].map((isMine) => (
                <Radio
                  key={String(isMine)}
                  name={name}
                  checked={mine.has(name) === isMine}
                  onChange={() => choose(name, isMine)}
                  className={mine.has(name) === isMine ? 'zk-conflict-side zk-conflict-kept' : 'zk-conflict-side'}
                >
                  <span className="zk-hint">{isMine ? t('我的', 'Mine') : t('对方的', 'Theirs')}</span>
                  <div>
                    <Value field={field} value={(isMine ? conflict.yours : conflict.current)[name]} />
                  </div>
                </Radio>
              ))}
            </fieldset>
          )
        })}
      </div>
    </Modal>
  )
}

function Value({ field, value }: { field: FieldDescription | undefined; value: unknown }) {
  const { t } = useLanguage()
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0) || !field)
    return <span className="zk-faint">{t('（空）', '(empty)')}</span>
  if (field.to)
    return (
      <span className="zk-tags">
        {[value].flat().map((id) => (
          <LinkedTitle key={String(id)} to={field.to!} id={String(id)} />
        ))}
      </span>
    )
  const { Show } = viewOf(field.kind)
  return <Show value={value} field={field} />
}

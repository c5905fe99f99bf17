import { Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Impact } from '#engine/access/impact.ts'
import type { Item } from '#engine/access/present.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { api, Problem } from '../api.ts'
import { useDescription } from '../description.ts'
import { useLanguage } from '../language.tsx'
import { useUndoOf } from '../undo.tsx'
import { ImpactText } from './ImpactText.tsx'

type Values = Record<string, unknown>
type Write = (values: Values, how: { version: number; key: string }) => Promise<Item | null>

/** The fields of these record types that rights are made of: a change of one is weighed before it is saved. */
const weighty: Record<string, readonly string[]> = {
  role: ['grants', 'fieldRights'],
  user: ['department', 'superior', 'roles', 'isActive'],
  department: ['parent'],
}

interface Waiting {
  impact: Impact
  settle(isWanted: boolean): void
}

/**
 * How a change of a role, a user or a department is saved: what it does to the sight of others is shown first where it does anything, and it
 * is an operation that can be taken back. Undefined for all other records, and for whoever is no administrator.
 */
export function useWeighed(record: RecordDescription, id: string): { write: Write | undefined; dialog: ReactNode } {
  const { t } = useLanguage()
  const { data } = useDescription()
  const offerUndo = useUndoOf()
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const names = weighty[record.name]
  if (!names || !data?.me.roles.includes('administrator')) return { write: undefined, dialog: null }
  const path = `/rights/${record.name}/${id}`
  const write: Write = async (values, how) => {
    if (Object.keys(values).some((name) => names.includes(name))) {
      const impact = await api.post<Impact>(`${path}/preview`, { input: values })
      const isQuiet = impact.on.length === 0 && impact.uncounted === 0
      if (!isQuiet && !(await new Promise<boolean>((settle) => setWaiting({ impact, settle }))))
        throw new Problem(0, { code: 'kept', title: t('没有保存。', 'Nothing was saved.') })
    }
    const { operation } = await api.post<{ operation: string }>(`${path}/change`, { input: values }, how)
    offerUndo(record, operation, t('已保存', 'Saved'))
    return null
  }
  const close = (isWanted: boolean) => {
    waiting?.settle(isWanted)
    setWaiting(null)
  }
  return {
    write,
    dialog: waiting ? (
      <Modal
        open
        title={t('这样修改会影响', 'What this change does')}
        okText={t('仍要保存', 'Save it')}
        cancelText={t('先不保存', 'Do not save')}
        onOk={() => close(true)}
        onCancel={() => close(false)}
        width={560}
      >
        <ImpactText impact={waiting.impact} />
      </Modal>
    ) : null,
  }
}

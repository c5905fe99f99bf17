import { useNavigate } from '@tanstack/react-router'
import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import type { RecordDescription } from '#engine/record/describe.ts'
import { api, type Problem } from '../api.ts'
import { useLanguage } from '../language.tsx'

/** An export that needs approval, as a list would have taken it out. */
export interface WantedExport {
  record: RecordDescription
  query: Record<string, string | undefined>
  format: string
  /** Why it needs approval, as the server said it. */
  why: string
}

/** Asks for an export that needs somebody's approval: what for is all that is left to say. */
export function AskExport({ wanted, onClose }: { wanted: WantedExport; onClose(): void }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const { record, query, format, why } = wanted
  async function ask() {
    setBusy(true)
    try {
      await api.post('/exports', {
        record: record.name,
        reason: reason.trim(),
        format,
        ...(query.filter ? { filter: JSON.parse(query.filter) as unknown } : {}),
        ...(query.sort ? { sort: query.sort } : {}),
        ...(query.q ? { q: query.q } : {}),
        ...(query.fields ? { fields: query.fields.split(',') } : {}),
        ...(query.recycled ? { recycled: true } : {}),
      })
      message.success(t('已提交，批准后会通知您', 'Asked; you hear of it once it is approved'))
      onClose()
      await navigate({ to: '/exports' as string })
    } catch (problem) {
      message.error((problem as Problem).message)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      width={460}
      title={t(`申请导出${record.words.zh}`, `Ask to export ${record.plural.toLowerCase()}`)}
      okText={t('提交申请', 'Ask')}
      okButtonProps={{ disabled: reason.trim().length < 2, loading: isBusy }}
      onOk={() => void ask()}
      onCancel={onClose}
    >
      <form
        className="zk-secure-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim().length >= 2) void ask()
        }}
      >
        <p className="zk-hint">{why}</p>
        <label htmlFor="export-reason">{t('用途', 'What for')}</label>
        <Input.TextArea
          id="export-reason"
          autoFocus
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Modal>
  )
}

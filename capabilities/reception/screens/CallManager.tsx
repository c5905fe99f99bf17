import { Button, App } from 'antd'
import { useState } from 'react'
import { api, Problem } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'

/** One tap calls whoever leads the site. What it was about is written down afterwards. */
export function CallManager({ shift }: { shift: string }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const [isSending, setSending] = useState(false)
  const call = async () => {
    setSending(true)
    try {
      const { site } = await api.get<{ site: { id: string } }>(`/records/shift/${shift}`, { query: { fields: 'site' } })
      await api.post('/records/incident', { site: site.id, what: t('前台需要支援', 'Help wanted at the counter') })
      message.success(t('已呼叫经理', 'The manager has been called'))
    } catch (problem) {
      message.error(problem instanceof Problem ? problem.message : String(problem))
    } finally {
      setSending(false)
    }
  }
  return (
    <Button danger loading={isSending} onClick={() => void call()}>
      {t('呼叫经理', 'Call the manager')}
    </Button>
  )
}

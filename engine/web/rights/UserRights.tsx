import { useQuery } from '@tanstack/react-query'
import { App, Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { FieldDescription } from '#engine/record/describe.ts'
import type { SecurityState } from '#engine/sign-in/security-state.ts'
import { AnyLinkPicker } from '../AnyLinkPicker.tsx'
import type { AnyLinkValue } from '../AnyLinkText.tsx'
import { api, type Problem } from '../api.ts'
import { useDescription } from '../description.ts'
import { useLanguage } from '../language.tsx'
import type { PanelProps } from '../screens.ts'
import { NotConfirmed, useConfirmed } from '../security/confirmed.tsx'
import { AccessAnswers } from './AccessAnswers.tsx'

const recordField: FieldDescription = { name: 'about', kind: 'linkAny', words: { zh: '记录', en: 'Record' } }

/** On a user's page: what he may do with a record and why, and a look at the product as he sees it. */
export function UserRights({ item, title }: PanelProps) {
  const { t } = useLanguage()
  const { data } = useDescription()
  const [about, setAbout] = useState<AnyLinkValue | null>(null)
  const [isStarting, setStarting] = useState(false)
  const isSelf = data?.me.id === item.id
  return (
    <div className="zk-user-rights">
      <label className="zk-hint" htmlFor="rights-about">
        {t('选一条记录，看他能做什么、为什么。', 'Choose a record: what he may do with it, and why.')}
      </label>
      <AnyLinkPicker id="rights-about" field={recordField} value={about} onChange={(value) => setAbout(value as AnyLinkValue | null)} />
      {about ? <AccessAnswers record={about.record} id={about.id} user={item.id} /> : null}
      {!isSelf && item.isActive && data?.me.roles.includes('administrator') ? (
        <Button size="small" onClick={() => setStarting(true)}>
          {t('以此身份查看…', 'Look as this user …')}
        </Button>
      ) : null}
      {isStarting ? <StartDialog id={item.id} name={title} onClose={() => setStarting(false)} /> : null}
    </div>
  )
}

function StartDialog({ id, name, onClose }: { id: string; name: string; onClose(): void }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const { data: own } = useQuery({ queryKey: ['security'], queryFn: () => api.get<SecurityState>('/me/security') })
  const { confirmed, dialog } = useConfirmed(own)
  const [reason, setReason] = useState('')
  const [minutes, setMinutes] = useState(15)
  async function start() {
    try {
      await confirmed(() => api.post(`/users/${id}/simulate`, { reason: reason.trim(), minutes }))
      location.assign('/')
    } catch (problem) {
      if (!(problem instanceof NotConfirmed)) message.error((problem as Problem).message)
    }
  }
  return (
    <>
      <Modal
        open
        title={t(`以“${name}”的身份查看`, `Look as ${name}`)}
        onCancel={onClose}
        okText={t('开始查看', 'Start')}
        okButtonProps={{ disabled: reason.trim().length < 2 }}
        onOk={() => void start()}
        width={440}
      >
        <form
          className="zk-secure-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim().length >= 2) void start()
          }}
        >
          <p className="zk-hint">
            {t(
              '只能看，不能改，也不能查看脱敏内容。开始与结束都会记入审计，本人也能看到。',
              'You may look and change nothing, nor reveal what is masked. Start and end are recorded; the user sees them too.',
            )}
          </p>
          <label htmlFor="simulate-reason">{t('原因', 'Reason')}</label>
          <Input id="simulate-reason" autoFocus maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
          <label htmlFor="simulate-minutes">{t('多久', 'For how long')}</label>
          <Select
            id="simulate-minutes"
            value={minutes}
            onChange={setMinutes}
            options={[5, 15, 30, 60].map((value) => ({ value, label: t(`${value} 分钟`, `${value} minutes`) }))}
          />
        </form>
      </Modal>
      {dialog}
    </>
  )
}

import { Alert, Button, Input, Modal } from 'antd'
import { useState, type FormEvent, type ReactNode } from 'react'
import { api, Problem } from '../api.ts'
import { useLanguage } from '../language.tsx'

interface Waiting {
  resolve(): void
  reject(reason: Error): void
}

/** Said where somebody closes the question who he is: nothing more is to be told of it. */
export class NotConfirmed extends Error {}

/**
 * Does something that changes how one signs in. Where the server wants to know once more who is there, his password is asked for, and then it
 * is done.
 */
export function useConfirmed(hasFactor: boolean): { confirmed<T>(work: () => Promise<T>): Promise<T>; dialog: ReactNode } {
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const confirmed = async <T,>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'confirm-first') throw error
      await new Promise<void>((resolve, reject) => setWaiting({ resolve, reject }))
      return work()
    }
  }
  const close = (isDone: boolean) => {
    if (isDone) waiting?.resolve()
    else waiting?.reject(new NotConfirmed())
    setWaiting(null)
  }
  return { confirmed, dialog: waiting ? <ConfirmDialog hasFactor={hasFactor} onClose={close} /> : null }
}

function ConfirmDialog({ hasFactor, onClose }: { hasFactor: boolean; onClose(isDone: boolean): void }) {
  const { t } = useLanguage()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function confirm(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setFault(null)
    try {
      await api.post('/me/confirm', { password, ...(hasFactor ? { code } : {}) })
      onClose(true)
    } catch (problem) {
      const { fields, message } = problem as Problem
      setFault(
        fields.password ? t('密码不正确。', 'The password is wrong.') : fields.code ? t('验证码不正确。', 'The code is wrong.') : message,
      )
      setBusy(false)
    }
  }
  return (
    <Modal open title={t('确认是您本人', 'Show that it is you')} onCancel={() => onClose(false)} footer={null} width={400}>
      <form className="zk-secure-form" onSubmit={confirm}>
        {fault ? <Alert type="error" showIcon title={fault} role="alert" /> : null}
        <label htmlFor="confirm-password">{t('密码', 'Password')}</label>
        <Input.Password
          id="confirm-password"
          autoFocus
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {hasFactor ? (
          <>
            <label htmlFor="confirm-code">{t('验证码或备用码', 'Code or backup code')}</label>
            <Input id="confirm-code" autoComplete="one-time-code" value={code} onChange={(event) => setCode(event.target.value)} />
          </>
        ) : null}
        <div className="zk-form-end">
          <Button type="primary" htmlType="submit" loading={isBusy} disabled={!password || (hasFactor && !code)}>
            {t('继续', 'Go on')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

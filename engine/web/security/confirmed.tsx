import { KeyOutlined } from '@ant-design/icons'
import { Button, Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import type { SecurityState } from '#engine/sign-in/security-state.ts'
import { api, Problem } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { signWithPasskey } from './passkey.ts'
import { useTrying } from './trying.tsx'
import { goToProvider, passkeysWork, useWayIn } from './way-in.ts'

interface Waiting {
  resolve(): void
  reject(reason: Error): void
}

/** Said where somebody closes the question who he is: nothing more is to be told of it. */
export class NotConfirmed extends Error {}

/**
 * Does something that changes how one signs in. Where the server wants to know once more who is there, his password or passkey is asked
 * for, and then it is done.
 */
export function useConfirmed(state: SecurityState | undefined): { confirmed<T>(work: () => Promise<T>): Promise<T>; dialog: ReactNode } {
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
  return { confirmed, dialog: waiting && state ? <ConfirmDialog state={state} onClose={close} /> : null }
}

function ConfirmDialog({ state, onClose }: { state: SecurityState; onClose(isDone: boolean): void }) {
  const { t } = useLanguage()
  const { data: way } = useWayIn()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const { fault, isBusy, say, attempt } = useTrying()
  const hasFactor = state.factor.since !== null || state.factor.passkeys > 0
  const hasPasskey = state.passkeys.length > 0 && passkeysWork(way)
  const confirm = attempt(async () => {
    try {
      await api.post('/me/confirm', { password, ...(hasFactor ? { code } : {}) })
      onClose(true)
    } catch (problem) {
      const { fields, message } = problem as Problem
      say(fields.password ? t('密码不正确。', 'The password is wrong.') : fields.code ? t('验证码不正确。', 'The code is wrong.') : message)
    }
  })
  const sign = attempt(async () => {
    await signWithPasskey('/me/confirm/passkey')
    onClose(true)
  })
  return (
    <Modal open title={t('确认是您本人', 'Show that it is you')} onCancel={() => onClose(false)} footer={null} width={400}>
      <form className="zk-secure-form" onSubmit={confirm}>
        {fault}
        {hasPasskey ? (
          <Button block icon={<KeyOutlined aria-hidden />} onClick={sign} loading={isBusy} autoFocus>
            {t('用通行密钥确认', 'With a passkey')}
          </Button>
        ) : null}
        {state.accounts.map(({ providerId, provider }) => (
          <Button key={providerId} block onClick={() => attempt(() => goToProvider(`/me/confirm/providers/${providerId}`))()}>
            {t(`用${provider}确认`, `With ${provider}`)}
          </Button>
        ))}
        {state.passwordAt === null ? null : (
          <>
            <label htmlFor="confirm-password">{t('密码', 'Password')}</label>
            <Input.Password
              id="confirm-password"
              autoFocus={!hasPasskey}
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
              <Button type="primary" htmlType="submit" loading={isBusy && password !== ''} disabled={!password || (hasFactor && !code)}>
                {t('继续', 'Go on')}
              </Button>
            </div>
          </>
        )}
      </form>
    </Modal>
  )
}

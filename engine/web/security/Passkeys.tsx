import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { SecurityState } from '#engine/sign-in/security-state.ts'
import { api } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { PasskeyForm } from './PasskeyForm.tsx'
import { AccountList, PasskeyList } from './SecurityLists.tsx'
import { passkeysWork, useWayIn } from './way-in.ts'

interface Props {
  state: SecurityState
  /** Does it, shows how things stand then, and says why where it was not done. */
  act(work: () => Promise<unknown>, said?: string): Promise<void>
  onChange(): void
}

/** One's own passkeys, and the accounts elsewhere by which one comes in. */
export function Passkeys({ state, act, onChange }: Props) {
  const { t } = useLanguage()
  const { data: way } = useWayIn()
  const [isAdding, setAdding] = useState(false)
  const close = () => {
    setAdding(false)
    onChange()
  }
  // Asked before the dialog opens: once the device has made a key, it is kept.
  const begin = () =>
    void act(async () => {
      await api.post('/me/passkeys/begin')
      setAdding(true)
    })
  return (
    <>
      <section aria-labelledby="security-passkeys">
        <h2 id="security-passkeys">{t('通行密钥', 'Passkeys')}</h2>
        <p className="zk-hint">
          {t(
            '用指纹、面容或解锁码登录，不需密码。有了通行密钥，只凭密码不能登录：还要它、验证码或备用码。',
            'Sign in by finger, face or unlock code, without a password. With a passkey the password alone no longer does: it takes the passkey, a code or a backup code as well.',
          )}
        </p>
        <PasskeyList
          passkeys={state.passkeys}
          onRemove={(id) => void act(() => api.delete(`/me/passkeys/${id}`), t('通行密钥已移除', 'The passkey is removed'))}
        />
        {way === undefined || passkeysWork(way) ? (
          <Button onClick={begin}>{t('添加通行密钥', 'Add a passkey')}</Button>
        ) : (
          <p className="zk-hint">
            {way.passkeysAt && way.passkeysAt !== location.origin
              ? t(`在 ${way.passkeysAt} 可以添加和使用。`, `They are added and used at ${way.passkeysAt}.`)
              : t('在这个地址不能使用：需要 HTTPS 和域名。', 'They do not work at this address: they need HTTPS and a name.')}
          </p>
        )}
      </section>
      {state.accounts.length > 0 ? (
        <section aria-labelledby="security-accounts">
          <h2 id="security-accounts">{t('单点登录', 'Single sign-on')}</h2>
          <AccountList accounts={state.accounts} />
        </section>
      ) : null}
      {isAdding ? (
        <Modal open title={t('添加通行密钥', 'Add a passkey')} onCancel={close} footer={null} width={440} destroyOnHidden>
          <PasskeyForm path="/me/passkeys" onDone={close} />
        </Modal>
      ) : null}
    </>
  )
}

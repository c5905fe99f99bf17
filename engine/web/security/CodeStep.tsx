import { KeyOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { signWithPasskey } from './passkey.ts'
import { useTrying } from './trying.tsx'
import type { Step } from './way-in.ts'

/** The second half of the way in: a code of the app or a backup code, a passkey, whichever there is. */
export function CodeStep({ ways = ['code'], onDone, onBack }: { ways?: Step['ways']; onDone(): void; onBack(): void }) {
  const { t } = useLanguage()
  const [code, setCode] = useState('')
  const { fault, isBusy, attempt } = useTrying()
  const hasPasskey = ways.includes('passkey')
  const enter = attempt(async () => {
    await api.post('/sign-in/code', { code })
    onDone()
  })
  const sign = attempt(async () => {
    await signWithPasskey('/sign-in/code/passkey')
    onDone()
  })
  return (
    <form onSubmit={enter}>
      {fault}
      {hasPasskey ? (
        <Button type="primary" size="large" block icon={<KeyOutlined aria-hidden />} onClick={sign} loading={isBusy} autoFocus>
          {t('用通行密钥继续', 'Go on with a passkey')}
        </Button>
      ) : null}
      {ways.includes('code') ? (
        <>
          {hasPasskey ? <p className="zk-sign-in-or">{t('或', 'or')}</p> : null}
          <label htmlFor="code">{t('验证码', 'Code')}</label>
          <Input
            id="code"
            size="large"
            autoFocus={!hasPasskey}
            autoComplete="one-time-code"
            aria-describedby="code-hint"
            maxLength={20}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
          <span className="zk-hint" id="code-hint">
            {t('手机应用显示的 6 位数字，或一个备用码。', 'The six figures that your app shows, or one of your backup codes.')}
          </span>
          <Button
            type={hasPasskey ? 'default' : 'primary'}
            size="large"
            htmlType="submit"
            block
            loading={isBusy && code !== ''}
            disabled={code.trim().length < 6}
          >
            {t('登录', 'Sign in')}
          </Button>
        </>
      ) : null}
      {ways.length === 0 ? (
        <p>
          {t(
            '您的通行密钥不属于这个地址，也没有备用码。让管理员移除您的通行密钥。',
            'Your passkeys are not of this address, and there are no backup codes. Ask an administrator to remove your passkeys.',
          )}
        </p>
      ) : null}
      <Button type="link" className="zk-sign-in-more" onClick={onBack}>
        {t('返回', 'Back')}
      </Button>
    </form>
  )
}

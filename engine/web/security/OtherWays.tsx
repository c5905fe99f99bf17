import { KeyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import { useLanguage } from '../language.tsx'
import { offerPasskeys, signWithPasskey } from './passkey.ts'
import type { Trying } from './trying.tsx'
import { goToProvider, passkeysWork, useWayIn } from './way-in.ts'

/** In without a password: by a passkey, by a provider. Not there where there is neither. */
export function OtherWays({ trying, onDone }: { trying: Trying; onDone(): void }) {
  const { t } = useLanguage()
  const { data } = useWayIn()
  const hasPasskeys = passkeysWork(data)
  const done = useEffectEvent(onDone)
  const failed = useEffectEvent((error: Error) => trying.say(error.message))
  useEffect(
    () =>
      hasPasskeys
        ? offerPasskeys(
            () => done(),
            (error) => failed(error),
          )
        : undefined,
    [hasPasskeys],
  )
  const providers = data?.providers ?? []
  if (!hasPasskeys && providers.length === 0) return null
  const sign = trying.attempt(async () => {
    await signWithPasskey('/sign-in/passkey')
    onDone()
  })
  return (
    <div className="zk-other-ways">
      <p className="zk-sign-in-or">{t('或', 'or')}</p>
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          size="large"
          block
          disabled={trying.isBusy}
          onClick={() => trying.attempt(() => goToProvider(`/sign-in/providers/${id}`))()}
        >
          {t(`用${name}登录`, `Sign in with ${name}`)}
        </Button>
      ))}
      {hasPasskeys ? (
        <Button size="large" block icon={<KeyOutlined aria-hidden />} disabled={trying.isBusy} onClick={sign}>
          {t('用通行密钥登录', 'Sign in with a passkey')}
        </Button>
      ) : null}
    </div>
  )
}

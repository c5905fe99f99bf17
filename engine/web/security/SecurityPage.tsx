import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import type { SecurityState } from '#engine/sign-in/security-state.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { api, type Problem } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { usePageTitle } from '../page-title.ts'
import { ProblemState } from '../states.tsx'
import { BackupCodes } from './BackupCodes.tsx'
import { NotConfirmed, useConfirmed } from './confirmed.tsx'
import { FactorSetUp } from './FactorSetUp.tsx'
import { NewPassword } from './NewPassword.tsx'
import { Passkeys } from './Passkeys.tsx'
import { useReturned } from './way-in.ts'
import { DoorEvents, SessionList, TokenList } from './SecurityLists.tsx'
import { TokenDialog } from './TokenDialog.tsx'

type Open = 'password' | 'factor' | 'token' | null
const key = ['security']

/** How one signs in, where one is signed in, and what happened at the door: one's own. */
export default function SecurityPage() {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const { data, error } = useQuery({ queryKey: key, queryFn: () => api.get<SecurityState>('/me/security') })
  const [open, setOpen] = useState<Open>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const { confirmed, dialog } = useConfirmed(data)
  const { fault } = useReturned()
  usePageTitle(t('登录与安全', 'Sign-in and security'))
  if (error) return <ProblemState problem={error} />
  if (!data) return <Skeleton active className="zk-page-wait" paragraph={{ rows: 10 }} />
  const renew = () => client.invalidateQueries({ queryKey: key })
  const at = (instant: string) => showInstant(instant, companyZone)
  const others = data.sessions.filter(({ isThis }) => !isThis).length
  /** Does it, shows how things stand then, and says why where it was not done. */
  const act = async (work: () => Promise<unknown>, said?: string): Promise<void> => {
    try {
      await confirmed(work)
      if (said) message.success(said)
    } catch (problem) {
      if (!(problem instanceof NotConfirmed)) message.error((problem as Problem).message)
    } finally {
      await renew()
    }
  }
  const beginFactor = () =>
    void confirmed(() => api.post('/me/second-factor')).then(
      () => setOpen('factor'),
      (problem: Error) => (problem instanceof NotConfirmed ? undefined : message.error(problem.message)),
    )
  const makeCodes = () =>
    void act(
      async () => setCodes((await api.post<{ codes: string[] }>('/me/backup-codes')).codes),
      t('旧备用码已作废', 'The old codes no longer work'),
    )
  const close = () => {
    setOpen(null)
    setCodes(null)
    void renew()
  }
  return (
    <section className="zk-preferences zk-security">
      <h1>{t('登录与安全', 'Sign-in and security')}</h1>
      {fault ? <Alert type="error" showIcon title={fault} role="alert" /> : null}
      <section aria-labelledby="security-password">
        <h2 id="security-password">{t('密码', 'Password')}</h2>
        <div className="zk-secure-line">
          <span className="zk-hint">
            {data.passwordAt ? t(`${at(data.passwordAt)} 设置`, `Set on ${at(data.passwordAt)}`) : t('还没有密码', 'None yet')}
          </span>
          <Button onClick={() => setOpen('password')}>{t('更换密码', 'Change password')}</Button>
        </div>
      </section>
      <section aria-labelledby="security-factor">
        <h2 id="security-factor">{t('验证码应用', 'Authenticator app')}</h2>
        <p className="zk-hint">
          {t(
            '登录时除密码外，再输入手机应用显示的验证码。',
            'Beside your password, signing in takes a code that an app on your phone shows.',
          )}
        </p>
        {data.factor.since ? (
          <div className="zk-secure-line">
            <span>
              <b className="zk-secure-on">{t('已开启', 'On')}</b>{' '}
              <span className="zk-hint">
                {t(`${at(data.factor.since)} 起`, `since ${at(data.factor.since)}`)} ·{' '}
                {t(`剩余备用码 ${data.factor.codesLeft} 个`, `${data.factor.codesLeft} backup codes left`)}
              </span>
            </span>
            <span className="zk-secure-buttons">
              <Button onClick={makeCodes}>{t('生成新备用码', 'New backup codes')}</Button>
              {data.factor.isRequired && data.factor.passkeys === 0 ? (
                <span className="zk-hint">{t('您的角色要求，不能关闭', 'Your role asks for it; it stays on')}</span>
              ) : (
                <Button
                  danger
                  onClick={() => void act(() => api.delete('/me/second-factor'), t('不再使用验证码应用', 'The app is no longer used'))}
                >
                  {t('关闭', 'Turn off')}
                </Button>
              )}
            </span>
          </div>
        ) : (
          <div className="zk-secure-line">
            <span>{t('未开启', 'Off')}</span>
            <Button type="primary" onClick={beginFactor}>
              {t('设置两步验证', 'Set up a second factor')}
            </Button>
          </div>
        )}
      </section>
      <Passkeys state={data} act={act} onChange={() => void renew()} />
      <section aria-labelledby="security-sessions">
        <h2 id="security-sessions">{t('登录的设备', 'Where you are signed in')}</h2>
        <p className="zk-hint">
          {t(
            `闲置 ${spanOf(data.limits.idleMinutes, true)}、或登录满 ${spanOf(data.limits.sessionHours * 60, true)}后，要重新登录。`,
            `You sign in again after ${spanOf(data.limits.idleMinutes, false)} without use, or ${spanOf(data.limits.sessionHours * 60, false)} in all.`,
          )}
        </p>
        <SessionList
          sessions={data.sessions}
          onEnd={(id) => void act(() => api.delete(`/me/sessions/${id}`), t('已结束这处登录', 'The session has ended'))}
        />
        {others > 0 ? (
          <Button
            onClick={() => void act(() => api.post('/me/sessions/end-others'), t('其他登录都已结束', 'All other sessions have ended'))}
          >
            {t(`结束其他 ${others} 处登录`, others === 1 ? 'End the other session' : `End the other ${others} sessions`)}
          </Button>
        ) : null}
      </section>
      <section aria-labelledby="security-tokens">
        <h2 id="security-tokens">{t('令牌', 'Tokens')}</h2>
        <p className="zk-hint">{t('程序凭令牌以您的权限访问接口。', 'Programs use the interface with a token, under your rights.')}</p>
        <TokenList
          tokens={data.tokens}
          onRevoke={(id) => void act(() => api.delete(`/me/tokens/${id}`), t('令牌已撤销', 'The token is revoked'))}
        />
        <Button onClick={() => setOpen('token')}>{t('新令牌', 'New token')}</Button>
      </section>
      <section aria-labelledby="security-events">
        <h2 id="security-events">{t('最近记录', 'Lately')}</h2>
        <DoorEvents events={data.events} />
      </section>
      {open === 'password' ? (
        <Modal open title={t('更换密码', 'Change password')} onCancel={close} footer={null} width={400}>
          <NewPassword
            said={t('更换密码，结束其他登录', 'Change it and end other sessions')}
            asks={{ current: data.passwordAt !== null, code: data.factor.since !== null && data.passwordAt !== null }}
            onSet={async (given) => {
              await confirmed(() => api.post('/me/password', given))
              message.success(t('密码已更换', 'The password is changed'))
              close()
            }}
          />
        </Modal>
      ) : null}
      {open === 'factor' ? (
        <Modal open title={t('设置两步验证', 'Set up a second factor')} onCancel={close} footer={null} width={440} destroyOnHidden>
          <FactorSetUp path="/me/second-factor" confirm="/me/second-factor/confirm" onDone={close} />
        </Modal>
      ) : null}
      {codes ? (
        <Modal open title={t('新的备用码', 'New backup codes')} onCancel={close} footer={null} width={440}>
          <BackupCodes codes={codes} onDone={close} />
        </Modal>
      ) : null}
      {open === 'token' ? <TokenDialog path="/me/tokens" confirmed={confirmed} onClose={close} /> : null}
      {dialog}
    </section>
  )
}

/** A span of minutes in whole days or hours where it is one: "12 hours". */
function spanOf(minutes: number, isChinese: boolean): string {
  const [n, zh, en] =
    minutes % 1440 === 0 ? [minutes / 1440, '天', 'day'] : minutes % 60 === 0 ? [minutes / 60, '小时', 'hour'] : [minutes, '分钟', 'minute']
  return isChinese ? `${n} ${zh}` : `${n} ${en}${n === 1 ? '' : 's'}`
}

import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { api } from './api.ts'
import { useLanguage } from './language.tsx'
import { later } from './later.tsx'
import { usePageTitle } from './page-title.ts'
import { CodeStep } from './security/CodeStep.tsx'
import { OtherWays } from './security/OtherWays.tsx'
import { useTrying } from './security/trying.tsx'
import { passkeysWork, useReturned, useWayIn, type Step } from './security/way-in.ts'

const PasskeyForm = later(() => import('./security/PasskeyForm.tsx').then((file) => file.PasskeyForm))
const FactorSetUp = later(() => import('./security/FactorSetUp.tsx').then((file) => file.FactorSetUp))

interface DemoPerson {
  email: string
  password: string
  words: { zh: string; en: string }
}

/** The way in: the password, then a code or the set-up of a second factor where there is to be one. Shows the demo's people where there are any. */
export function SignIn({ demo, onDone }: { demo: DemoPerson[]; onDone(): void }) {
  const { t, locale, change } = useLanguage()
  usePageTitle(t('登录', 'Sign in'))
  const returned = useReturned()
  const { data: way } = useWayIn()
  const [chosen, setChosen] = useState<'password' | 'forgotten' | Step | null>(null)
  const [email, setEmail] = useState('')
  const back = () => setChosen('password')
  // Whoever comes back from a provider may have a second factor still to give.
  const at = chosen ?? (returned.hasStep ? way?.step : undefined) ?? 'password'
  return (
    <main className="zk-sign-in">
      <section className="zk-sign-in-sheet">
        <header>
          <h1>
            <span lang="zh-CN">知客</span> <small lang="en">Zhike</small>
          </h1>
          <Button type="text" lang={locale === 'zh' ? 'en' : 'zh-CN'} onClick={() => change(locale === 'zh' ? 'en' : 'zh')}>
            {locale === 'zh' ? 'English' : '中文'}
          </Button>
        </header>
        {at === 'password' ? (
          <PasswordStep
            demo={demo}
            email={email}
            told={returned.fault}
            onEmail={setEmail}
            onDone={onDone}
            onStep={setChosen}
            onForgotten={() => setChosen('forgotten')}
          />
        ) : at === 'forgotten' ? (
          <Forgotten email={email} onEmail={setEmail} onBack={back} />
        ) : at.next === 'code' ? (
          <CodeStep ways={at.ways} onDone={onDone} onBack={back} />
        ) : (
          <SetUpStep onDone={onDone} />
        )}
      </section>
    </main>
  )
}

/** The second factor that a role asks for: an app, or a passkey where they work. */
function SetUpStep({ onDone }: { onDone(): void }) {
  const { t } = useLanguage()
  const { data: way } = useWayIn()
  const [isPasskey, setPasskey] = useState(false)
  return (
    <>
      <h2>{t('先设置两步验证', 'First set up a second factor')}</h2>
      <p className="zk-hint">
        {t('您的角色要求两步验证，设置后才能进入。', 'Your role asks for a second factor; you are in once it is set up.')}
      </p>
      {isPasskey ? (
        <PasskeyForm path="/sign-in/set-up/passkey" onDone={onDone} />
      ) : (
        <FactorSetUp path="/sign-in/set-up" confirm="/sign-in/set-up/confirm" onDone={onDone} />
      )}
      {passkeysWork(way) ? (
        <Button type="link" block onClick={() => setPasskey(!isPasskey)}>
          {isPasskey ? t('改用验证器应用', 'Use an app instead') : t('改用通行密钥', 'Use a passkey instead')}
        </Button>
      ) : null}
    </>
  )
}

function EmailInput({ email, onEmail }: { email: string; onEmail(email: string): void }) {
  const { t } = useLanguage()
  return (
    <>
      <label htmlFor="email">{t('邮箱', 'E-mail')}</label>
      <Input
        id="email"
        size="large"
        type="email"
        autoComplete="username webauthn"
        autoFocus
        value={email}
        onChange={(event) => onEmail(event.target.value)}
      />
    </>
  )
}

function PasswordStep({
  demo,
  email,
  told,
  onEmail,
  onDone,
  onStep,
  onForgotten,
}: {
  demo: DemoPerson[]
  email: string
  /** What a provider has left to say. */
  told: string | null
  onEmail(email: string): void
  onDone(): void
  onStep(step: Step): void
  onForgotten(): void
}) {
  const { t, say } = useLanguage()
  const [password, setPassword] = useState('')
  const trying = useTrying(told)
  const { fault, isBusy, attempt } = trying
  const enter = (as: { email: string; password: string }) =>
    attempt(async () => {
      const { next, ways } = await api.post<Partial<Step>>('/sign-in', as)
      if (next) onStep({ next, ...(ways ? { ways } : {}) })
      else onDone()
    })
  return (
    <form onSubmit={enter({ email, password })}>
      {fault}
      <EmailInput email={email} onEmail={onEmail} />
      <label htmlFor="password">{t('密码', 'Password')}</label>
      <Input.Password
        id="password"
        size="large"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="primary" size="large" htmlType="submit" block loading={isBusy} disabled={!email || !password}>
        {t('登录', 'Sign in')}
      </Button>
      <Button type="link" className="zk-sign-in-more" onClick={onForgotten}>
        {t('忘记密码', 'Forgotten your password?')}
      </Button>
      <OtherWays trying={trying} onDone={onDone} />
      {demo.length > 0 ? (
        <section>
          <p className="zk-hint">{t('演示公司 · 点击即以该身份进入', 'Demo company · enter as')}</p>
          <div className="zk-demo">
            {demo.map(({ email: as, password: known, words }) => (
              <Button key={as} onClick={() => enter({ email: as, password: known })()} disabled={isBusy}>
                {say(words)}
              </Button>
            ))}
          </div>
        </section>
      ) : null}
    </form>
  )
}

/** A link by mail where mails can go, else whom to ask. */
function Forgotten({ email, onEmail, onBack }: { email: string; onEmail(email: string): void; onBack(): void }) {
  const { t } = useLanguage()
  const { data } = useWayIn()
  const [isSent, setSent] = useState(false)
  const { fault, isBusy, attempt } = useTrying()
  const send = attempt(async () => {
    await api.post('/recovery', { email })
    setSent(true)
  })
  const wayBack = (
    <Button type="link" className="zk-sign-in-more" onClick={onBack}>
      {t('返回登录', 'Back to sign-in')}
    </Button>
  )
  if (data?.recovery === 'administrator')
    return (
      <>
        <p>
          {t(
            '让管理员在您的用户页面生成一个设置密码的链接。',
            'Ask an administrator for a link to set a password; he makes it on your page.',
          )}
        </p>
        {wayBack}
      </>
    )
  if (isSent)
    return (
      <>
        <Alert
          type="info"
          showIcon
          role="status"
          title={t(
            '有这个用户的话，邮件已在路上；链接 30 分钟内有效。',
            'If there is such a user, a mail is on its way; its link works for 30 minutes.',
          )}
        />
        {wayBack}
      </>
    )
  return (
    <form onSubmit={send}>
      {fault}
      <EmailInput email={email} onEmail={onEmail} />
      <Button type="primary" size="large" htmlType="submit" block loading={isBusy} disabled={!email || !data}>
        {t('发送设置密码的链接', 'Send a link to set a password')}
      </Button>
      {wayBack}
    </form>
  )
}

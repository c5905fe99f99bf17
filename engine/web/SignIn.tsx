import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { NextStep } from '#engine/sign-in/sign-in.ts'
import { api, Problem } from './api.ts'
import { useLanguage } from './language.tsx'
import { later } from './later.tsx'
import { usePageTitle } from './page-title.ts'

const FactorSetUp = later(() => import('./security/FactorSetUp.tsx').then((file) => file.FactorSetUp))

interface DemoPerson {
  email: string
  password: string
  words: { zh: string; en: string }
}

type Step = 'password' | 'forgotten' | NextStep

/** The way in: the password, then a code or the set-up of a second factor where there is to be one. Shows the demo's people where there are any. */
export function SignIn({ demo, onDone }: { demo: DemoPerson[]; onDone(): void }) {
  const { t, locale, change } = useLanguage()
  usePageTitle(t('登录', 'Sign in'))
  const [step, setStep] = useState<Step>('password')
  const [email, setEmail] = useState('')
  const back = () => setStep('password')
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
        {step === 'password' ? (
          <PasswordStep
            demo={demo}
            email={email}
            onEmail={setEmail}
            onNext={(next) => (next ? setStep(next) : onDone())}
            onForgotten={() => setStep('forgotten')}
          />
        ) : step === 'code' ? (
          <CodeStep onDone={onDone} onBack={back} />
        ) : step === 'setUp' ? (
          <>
            <h2>{t('先设置两步验证', 'First set up a second factor')}</h2>
            <p className="zk-hint">
              {t('您的角色要求两步验证，设置后才能进入。', 'Your role asks for a second factor; you are in once it is set up.')}
            </p>
            <FactorSetUp path="/sign-in/set-up" confirm="/sign-in/set-up/confirm" onDone={onDone} />
          </>
        ) : (
          <Forgotten email={email} onEmail={setEmail} onBack={back} />
        )}
      </section>
    </main>
  )
}

/** A form of the way in: does what it says, and tells why it did not. */
function useTrying(): { fault: ReactNode; isBusy: boolean; attempt(work: () => Promise<void>): (event?: FormEvent) => void } {
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const attempt = (work: () => Promise<void>) => (event?: FormEvent) => {
    event?.preventDefault()
    setBusy(true)
    setFault(null)
    work()
      .catch((error: unknown) => setFault(error instanceof Problem ? error.message : String(error)))
      .finally(() => setBusy(false))
  }
  return { fault: fault ? <Alert type="error" showIcon title={fault} role="alert" /> : null, isBusy, attempt }
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
        autoComplete="username"
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
  onEmail,
  onNext,
  onForgotten,
}: {
  demo: DemoPerson[]
  email: string
  onEmail(email: string): void
  onNext(next: NextStep | undefined): void
  onForgotten(): void
}) {
  const { t, say } = useLanguage()
  const [password, setPassword] = useState('')
  const { fault, isBusy, attempt } = useTrying()
  const enter = (as: { email: string; password: string }) =>
    attempt(async () => onNext((await api.post<{ next?: NextStep }>('/sign-in', as)).next))
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

function CodeStep({ onDone, onBack }: { onDone(): void; onBack(): void }) {
  const { t } = useLanguage()
  const [code, setCode] = useState('')
  const { fault, isBusy, attempt } = useTrying()
  const enter = attempt(async () => {
    await api.post('/sign-in/code', { code })
    onDone()
  })
  return (
    <form onSubmit={enter}>
      {fault}
      <label htmlFor="code">{t('验证码', 'Code')}</label>
      <Input
        id="code"
        size="large"
        autoFocus
        autoComplete="one-time-code"
        aria-describedby="code-hint"
        maxLength={20}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <span className="zk-hint" id="code-hint">
        {t('手机应用显示的 6 位数字，或一个备用码。', 'The six figures that your app shows, or one of your backup codes.')}
      </span>
      <Button type="primary" size="large" htmlType="submit" block loading={isBusy} disabled={code.trim().length < 6}>
        {t('登录', 'Sign in')}
      </Button>
      <Button type="link" className="zk-sign-in-more" onClick={onBack}>
        {t('返回', 'Back')}
      </Button>
    </form>
  )
}

/** A link by mail where mails can go, else whom to ask. */
function Forgotten({ email, onEmail, onBack }: { email: string; onEmail(email: string): void; onBack(): void }) {
  const { t } = useLanguage()
  const { data } = useQuery({
    queryKey: ['way-in'],
    queryFn: () => api.get<{ recovery: 'mail' | 'administrator' }>('/sign-in'),
    staleTime: Infinity,
  })
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

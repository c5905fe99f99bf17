import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { api, Problem } from './api.ts'
import { useLanguage } from './language.tsx'
import { usePageTitle } from './page-title.ts'

/** The way in. Shows the demo's people where there are any. */
export function SignIn({
  demo,
  onDone,
}: {
  demo: { email: string; password: string; words: { zh: string; en: string } }[]
  onDone(): void
}) {
  const { t, say, locale, change } = useLanguage()
  usePageTitle(t('登录', 'Sign in'))
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function enter(event: FormEvent | null, as = { email, password }) {
    event?.preventDefault()
    setBusy(true)
    setFault(null)
    try {
      await api.post('/sign-in', as)
      onDone()
    } catch (error) {
      setFault(error instanceof Problem ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <main className="zk-sign-in">
      <form onSubmit={enter}>
        <header>
          <h1>
            <span lang="zh-CN">知客</span> <small lang="en">Zhike</small>
          </h1>
          <Button type="text" lang={locale === 'zh' ? 'en' : 'zh-CN'} onClick={() => change(locale === 'zh' ? 'en' : 'zh')}>
            {locale === 'zh' ? 'English' : '中文'}
          </Button>
        </header>
        {fault ? <Alert type="error" showIcon title={fault} role="alert" /> : null}
        <label htmlFor="email">{t('邮箱', 'E-mail')}</label>
        <Input
          id="email"
          size="large"
          type="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
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
        {demo.length > 0 ? (
          <section>
            <p className="zk-hint">{t('演示公司 · 点击即以该身份进入', 'Demo company · enter as')}</p>
            <div className="zk-demo">
              {demo.map(({ email: as, password: known, words }) => (
                <Button key={as} onClick={() => void enter(null, { email: as, password: known })} disabled={isBusy}>
                  {say(words)}
                </Button>
              ))}
            </div>
          </section>
        ) : null}
      </form>
    </main>
  )
}

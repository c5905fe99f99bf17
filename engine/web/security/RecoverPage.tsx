import { Alert, Button } from 'antd'
import { useState } from 'react'
import { api, Problem } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { usePageTitle } from '../page-title.ts'
import { NewPassword } from './NewPassword.tsx'

/** Sets a new password by a link. Its secret stands behind the "#", which no server and no log is told. */
export default function RecoverPage() {
  const { t, locale, change } = useLanguage()
  const [secret] = useState(() => location.hash.slice(1))
  const [isDone, setDone] = useState(false)
  const [isOver, setOver] = useState(secret === '')
  usePageTitle(t('设置新密码', 'Set a new password'))
  const set = async ({ password }: { password: string }) => {
    try {
      await api.post('/recovery/password', { secret, password })
      setDone(true)
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.code !== 'recovery-over') throw problem
      setOver(true)
    }
  }
  return (
    <main className="zk-sign-in">
      <section className="zk-sign-in-sheet">
        <header>
          <h1>{t('设置新密码', 'Set a new password')}</h1>
          <Button type="text" lang={locale === 'zh' ? 'en' : 'zh-CN'} onClick={() => change(locale === 'zh' ? 'en' : 'zh')}>
            {locale === 'zh' ? 'English' : '中文'}
          </Button>
        </header>
        {isDone ? (
          <Alert type="success" showIcon title={t('密码已设置，用新密码登录。', 'The password is set; sign in with it.')} />
        ) : isOver ? (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={t('链接已用过或已过期，重新申请一个。', 'This link has been used or has expired; ask for another.')}
          />
        ) : (
          <NewPassword said={t('设置密码', 'Set the password')} onSet={set} />
        )}
        {isDone || isOver ? (
          <Button type="primary" href="/" block>
            {t('去登录', 'Go and sign in')}
          </Button>
        ) : null}
      </section>
    </main>
  )
}

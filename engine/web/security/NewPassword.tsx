import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { Problem } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { NotConfirmed } from './confirmed.tsx'

/** A new password, typed twice or pasted. */
export function NewPassword({ said, onSet }: { said: string; onSet(password: string): Promise<void> }) {
  const { t } = useLanguage()
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function set(event: FormEvent) {
    event.preventDefault()
    if (password !== again) return setFault(t('两次输入不同。', 'The two are not the same.'))
    setBusy(true)
    setFault(null)
    try {
      await onSet(password)
    } catch (problem) {
      if (!(problem instanceof NotConfirmed)) {
        const named = problem instanceof Problem ? problem.fields.password : undefined
        setFault(named ? t(`${named}。`, `The password ${named}.`) : (problem as Error).message)
      }
      setBusy(false)
    }
  }
  return (
    <form className="zk-secure-form" onSubmit={set}>
      {fault ? <Alert type="error" showIcon title={fault} role="alert" /> : null}
      <label htmlFor="new-password">{t('新密码', 'New password')}</label>
      <Input.Password
        id="new-password"
        autoFocus
        autoComplete="new-password"
        aria-describedby="new-password-hint"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <span className="zk-hint" id="new-password-hint">
        {t('10 至 128 个字符，什么字符都可以；一句话比一个词好。', '10 to 128 characters of any kind; a sentence is better than a word.')}
      </span>
      <label htmlFor="new-password-again">{t('再输一次', 'Once more')}</label>
      <Input.Password
        id="new-password-again"
        autoComplete="new-password"
        value={again}
        onChange={(event) => setAgain(event.target.value)}
      />
      <div className="zk-form-end">
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={!password || !again}>
          {said}
        </Button>
      </div>
    </form>
  )
}

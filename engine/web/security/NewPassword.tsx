import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import type { Problem } from '../api.ts'
import { useLanguage } from '../language.tsx'

interface Given {
  password: string
  current: string
  code?: string
}

/** A new password, typed twice or pasted; and what shows that it is oneself, where that is asked for. */
export function NewPassword({
  said,
  asks,
  onSet,
}: {
  said: string
  asks?: { current: boolean; code: boolean }
  onSet(given: Given): Promise<void>
}) {
  const { t } = useLanguage()
  const [current, setCurrent] = useState('')
  const [code, setCode] = useState('')
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
      await onSet({ password, current, ...(asks?.code ? { code } : {}) })
    } catch (problem) {
      const { fields = {}, message } = problem as Partial<Problem>
      setFault(
        fields.current
          ? t('现在的密码不正确。', 'The present password is wrong.')
          : fields.code
            ? t('验证码不正确。', 'The code is wrong.')
            : fields.password
              ? t(`${fields.password}。`, `The password ${fields.password}.`)
              : (message ?? String(problem)),
      )
      setBusy(false)
    }
  }
  return (
    <form className="zk-secure-form" onSubmit={set}>
      {fault ? <Alert type="error" showIcon title={fault} role="alert" /> : null}
      {asks?.current ? (
        <>
          <label htmlFor="current-password">{t('现在的密码', 'Present password')}</label>
          <Input.Password
            id="current-password"
            autoFocus
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </>
      ) : null}
      {asks?.code ? (
        <>
          <label htmlFor="current-code">{t('验证码或备用码', 'Code or backup code')}</label>
          <Input id="current-code" autoComplete="one-time-code" value={code} onChange={(event) => setCode(event.target.value)} />
        </>
      ) : null}
      <label htmlFor="new-password">{t('新密码', 'New password')}</label>
      <Input.Password
        id="new-password"
        autoFocus={!asks?.current}
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
        <Button
          type="primary"
          htmlType="submit"
          loading={isBusy}
          disabled={!password || !again || (asks?.current === true && !current) || (asks?.code === true && !code)}
        >
          {said}
        </Button>
      </div>
    </form>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Input, QRCode, Skeleton } from 'antd'
import { useState, type FormEvent } from 'react'
import { api, Problem } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { BackupCodes } from './BackupCodes.tsx'

/** Sets a second factor up: the picture for the app, its first code, and then the backup codes. */
export function FactorSetUp({ path, confirm, onDone }: { path: string; confirm: string; onDone(): void }) {
  const { t } = useLanguage()
  const [codes, setCodes] = useState<string[] | null>(null)
  const { data, error } = useQuery({
    queryKey: ['factor', path],
    queryFn: () => api.post<{ secret: string; address: string }>(path),
    // Made once for this dialog: another look would make another secret.
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    enabled: codes === null,
  })
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function finish(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setFault(null)
    try {
      setCodes((await api.post<{ codes: string[] }>(confirm, { code })).codes)
    } catch (problem) {
      setFault(problem instanceof Problem ? problem.message : String(problem))
    } finally {
      setBusy(false)
    }
  }
  if (error) return <Alert type="error" showIcon title={error.message} role="alert" />
  if (codes) return <BackupCodes codes={codes} onDone={onDone} />
  if (!data) return <Skeleton active />
  return (
    <form className="zk-factor" onSubmit={finish}>
      <ol>
        <li>
          {t('在手机上打开验证器应用，扫描二维码。', 'Open an authenticator app on your phone and scan the picture.')}
          <div className="zk-factor-picture" role="img" aria-label={t('二维码', 'QR code')}>
            <span aria-hidden>
              <QRCode value={data.address} type="svg" size={168} bordered={false} color="#20272a" bgColor="#ffffff" />
            </span>
          </div>
          <span className="zk-hint">{t('不能扫描时，手动输入密钥：', 'Cannot scan? Type this key:')}</span>
          <kbd className="zk-factor-key">{data.secret.replace(/(.{4})(?=.)/g, '$1 ')}</kbd>
        </li>
        <li>
          <label htmlFor="factor-code" className="zk-factor-label">
            {t('输入应用显示的 6 位验证码', 'Type the six figures that it shows')}
          </label>
          <Input
            id="factor-code"
            className="zk-code-input"
            value={code}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={10}
            autoFocus
            onChange={(event) => setCode(event.target.value)}
          />
        </li>
      </ol>
      {fault ? <Alert type="error" showIcon title={fault} role="alert" /> : null}
      <div className="zk-form-end">
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={code.trim().length < 6}>
          {t('开启两步验证', 'Turn the second factor on')}
        </Button>
      </div>
    </form>
  )
}

import { Button, Input } from 'antd'
import { useState } from 'react'
import { useLanguage } from '../language.tsx'
import { BackupCodes } from './BackupCodes.tsx'
import { deviceOf } from './device.ts'
import { makePasskey } from './passkey.ts'
import { useTrying } from './trying.tsx'

/** Adds a passkey under a name, and shows the backup codes that come with the first. @param path under which the server is asked */
export function PasskeyForm({ path, onDone }: { path: string; onDone(): void }) {
  const { t, say } = useLanguage()
  const [name, setName] = useState(() => say(deviceOf(navigator.userAgent)))
  const [codes, setCodes] = useState<string[] | null>(null)
  const { fault, isBusy, attempt } = useTrying()
  const add = attempt(async () => {
    const made = await makePasskey(path, name)
    if (made.length > 0) setCodes(made)
    else onDone()
  })
  if (codes) return <BackupCodes codes={codes} onDone={onDone} />
  return (
    <form className="zk-secure-form" onSubmit={add}>
      {fault}
      <label htmlFor="passkey-name">{t('名称', 'Name')}</label>
      <Input
        id="passkey-name"
        autoFocus
        maxLength={60}
        aria-describedby="passkey-hint"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <span className="zk-hint" id="passkey-hint">
        {t(
          '接着由浏览器或设备确认是您本人：指纹、面容或解锁码。',
          'Your browser or device then makes sure that it is you: by finger, face or unlock code.',
        )}
      </span>
      <div className="zk-form-end">
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={!name.trim()}>
          {t('添加通行密钥', 'Add a passkey')}
        </Button>
      </div>
    </form>
  )
}

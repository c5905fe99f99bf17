import { CopyOutlined, DownloadOutlined } from '@ant-design/icons'
import { Alert, App, Button } from 'antd'
import { copyText } from '../copy-text.ts'
import { useLanguage } from '../language.tsx'

/** Ten codes for the day on which the phone is gone, shown this once. */
export function BackupCodes({ codes, onDone }: { codes: readonly string[]; onDone(): void }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const text = codes.join('\n')
  const copy = async () => {
    if (await copyText(text)) message.success(t('已复制', 'Copied'))
  }
  const save = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([`${t('知客备用码', 'Zhike backup codes')}\n\n${text}\n`], { type: 'text/plain' }))
    link.download = 'zhike-codes.txt'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <div className="zk-codes">
      <Alert
        type="warning"
        showIcon
        title={t('备用码只显示这一次，存好再继续。', 'The backup codes are shown this once; keep them before you go on.')}
      />
      <p className="zk-hint">
        {t(
          '手机不在身边时，用其中一个代替验证码；每个只能用一次。',
          'Without your phone, one of them takes the place of the code; each works once.',
        )}
      </p>
      <ol aria-label={t('备用码', 'Backup codes')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="zk-form-end">
        <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
          {t('复制', 'Copy')}
        </Button>
        <Button icon={<DownloadOutlined aria-hidden />} onClick={save}>
          {t('下载', 'Download')}
        </Button>
        <Button type="primary" onClick={onDone}>
          {t('已存好，继续', 'Kept, go on')}
        </Button>
      </div>
    </div>
  )
}

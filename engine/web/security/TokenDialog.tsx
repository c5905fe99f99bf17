import { CopyOutlined } from '@ant-design/icons'
import { Alert, App, Button, Input, Modal, Segmented, Select } from 'antd'
import { useState, type FormEvent } from 'react'
import { api, Problem } from '../api.ts'
import { copyText } from '../copy-text.ts'
import { useDescription } from '../description.ts'
import { useLanguage } from '../language.tsx'
import { NotConfirmed } from './confirmed.tsx'

/** Makes a token and shows it, this once. */
export function TokenDialog({
  path,
  confirmed,
  onClose,
}: {
  path: string
  confirmed: <T>(work: () => Promise<T>) => Promise<T>
  onClose(): void
}) {
  const { t, say } = useLanguage()
  const { message } = App.useApp()
  const { data } = useDescription()
  const [name, setName] = useState('')
  const [verb, setVerb] = useState<'read' | 'write'>('read')
  const [records, setRecords] = useState<string[]>([])
  const [days, setDays] = useState(90)
  const [token, setToken] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function make(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setFault(null)
    const scopes = records.length > 0 ? records.map((record) => `${verb}:${record}`) : [verb]
    try {
      setToken((await confirmed(() => api.post<{ token: string }>(path, { name, scopes, days }))).token)
    } catch (problem) {
      if (!(problem instanceof NotConfirmed)) setFault(problem instanceof Problem ? problem.message : String(problem))
    } finally {
      setBusy(false)
    }
  }
  const copy = async () => {
    if (await copyText(token!)) message.success(t('已复制', 'Copied'))
  }
  return (
    <Modal open title={t('新令牌', 'New token')} onCancel={onClose} footer={null} width={480}>
      {token ? (
        <div className="zk-secure-form">
          <Alert type="warning" showIcon title={t('令牌只显示这一次，关闭前先复制。', 'The token is shown this once; copy it now.')} />
          <div className="zk-feed">
            <Input value={token} readOnly aria-label={t('令牌', 'Token')} />
            <Button type="primary" icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
              {t('复制', 'Copy')}
            </Button>
          </div>
        </div>
      ) : (
        <form className="zk-secure-form" onSubmit={make}>
          {fault ? <Alert type="error" showIcon title={fault} role="alert" /> : null}
          <label htmlFor="token-name">{t('用途', 'What for')}</label>
          <Input id="token-name" autoFocus maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
          <span>{t('可以做什么', 'What it may do')}</span>
          <Segmented
            aria-label={t('可以做什么', 'What it may do')}
            value={verb}
            onChange={setVerb}
            options={[
              { value: 'read', label: t('只读', 'Read only') },
              { value: 'write', label: t('读写', 'Read and write') },
            ]}
          />
          <label htmlFor="token-records">{t('用于哪些对象', 'For which records')}</label>
          <Select
            id="token-records"
            mode="multiple"
            value={records}
            onChange={setRecords}
            optionFilterProp="label"
            placeholder={t('全部', 'All')}
            options={data?.records.map((record) => ({ value: record.name, label: say(record.words) })) ?? []}
          />
          <label htmlFor="token-days">{t('有效期', 'Works for')}</label>
          <Select
            id="token-days"
            value={days}
            onChange={setDays}
            options={[7, 30, 90, 180, 366].map((value) => ({
              value,
              label: value === 366 ? t('1 年', '1 year') : t(`${value} 天`, `${value} days`),
            }))}
          />
          <div className="zk-form-end">
            <Button type="primary" htmlType="submit" loading={isBusy} disabled={!name.trim()}>
              {t('生成令牌', 'Make the token')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { SecurityState } from '#engine/sign-in/security-state.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { api, type Problem } from '#engine/web/api.ts'
import { copyText } from '#engine/web/copy-text.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'
import { NotConfirmed, useConfirmed } from '#engine/web/security/confirmed.tsx'
import type { ProviderStanding } from '../provider-routes.ts'

/** What of a provider is no field: the address it sends people back to, its secret, and whether it answers. */
export function ProviderPanel({ item }: PanelProps) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const path = `/identity-providers/${item.id}`
  const key = ['provider', item.id]
  const { data } = useQuery({ queryKey: key, queryFn: () => api.get<ProviderStanding>(path) })
  const { data: own } = useQuery({ queryKey: ['security'], queryFn: () => api.get<SecurityState>('/me/security') })
  const { confirmed, dialog } = useConfirmed(own)
  const [isSetting, setSetting] = useState(false)
  const [secret, setSecret] = useState('')
  if (!data) return null
  const act = async (work: () => Promise<unknown>, said: string): Promise<void> => {
    try {
      await confirmed(work)
      message.success(said)
      setSetting(false)
      setSecret('')
    } catch (problem) {
      if (!(problem instanceof NotConfirmed)) message.error((problem as Problem).message)
    } finally {
      await client.invalidateQueries({ queryKey: key })
    }
  }
  const keep = (value: string | null) =>
    act(
      () => api.put(`${path}/secret`, { secret: value }),
      value ? t('密钥已设置', 'The secret is set') : t('密钥已移除', 'The secret is removed'),
    )
  const check = () => act(() => api.post(`${path}/check`), t('对方可用，地址一致', 'The provider answers, and is who it should be'))
  const copy = async () => {
    if (await copyText(data.returnAddress)) message.success(t('已复制', 'Copied'))
  }
  return (
    <div className="zk-user-security">
      <p className="zk-hint">{t('在提供方处登记这个回调地址：', 'At the provider, enter this address as the one to return to:')}</p>
      <div className="zk-feed">
        <Input value={data.returnAddress} readOnly aria-label={t('回调地址', 'Address to return to')} />
        <Button onClick={() => void copy()}>{t('复制', 'Copy')}</Button>
      </div>
      <div className="zk-secure-line">
        <span className="zk-hint">
          {data.secretAt
            ? t(`密钥 ${showInstant(data.secretAt, companyZone)} 设置`, `Secret set on ${showInstant(data.secretAt, companyZone)}`)
            : t('没有密钥', 'No secret')}
          {' · '}
          {t(`${data.accounts} 人由此登录`, data.accounts === 1 ? '1 user comes in this way' : `${data.accounts} users come in this way`)}
        </span>
        <span className="zk-secure-buttons">
          <Button size="small" onClick={() => setSetting(true)}>
            {t('设置密钥', 'Set the secret')}
          </Button>
          <Button size="small" onClick={() => void check()}>
            {t('检查能否连接', 'Check that it answers')}
          </Button>
        </span>
      </div>
      {isSetting ? (
        <Modal open title={t('设置密钥', 'Set the secret')} onCancel={() => setSetting(false)} footer={null} width={440}>
          <form
            className="zk-secure-form"
            onSubmit={(event) => {
              event.preventDefault()
              void keep(secret)
            }}
          >
            <label htmlFor="provider-secret">{t('客户端密钥', 'Client secret')}</label>
            <Input.Password
              id="provider-secret"
              autoFocus
              autoComplete="off"
              aria-describedby="provider-secret-hint"
              maxLength={500}
              value={secret}
              onChange={(event) => setSecret(event.target.value)}
            />
            <span className="zk-hint" id="provider-secret-hint">
              {t('加密保存，不再显示。', 'Kept enciphered, and never shown again.')}
            </span>
            <div className="zk-form-end">
              {data.secretAt ? (
                <Button danger onClick={() => void keep(null)}>
                  {t('移除密钥', 'Remove the secret')}
                </Button>
              ) : null}
              <Button type="primary" htmlType="submit" disabled={!secret.trim()}>
                {t('设置密钥', 'Set the secret')}
              </Button>
            </div>
          </form>
        </Modal>
      ) : null}
      {dialog}
    </div>
  )
}

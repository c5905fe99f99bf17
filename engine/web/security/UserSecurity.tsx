import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { SecurityState } from '#engine/sign-in/security-state.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { api, type Problem } from '../api.ts'
import { copyText } from '../copy-text.ts'
import { useLanguage } from '../language.tsx'
import type { PanelProps } from '../screens.ts'
import { NotConfirmed, useConfirmed } from './confirmed.tsx'
import { AccountList, DoorEvents, PasskeyList, SessionList, TokenList } from './SecurityLists.tsx'
import { TokenDialog } from './TokenDialog.tsx'

/** How a user signs in, for administrators: his sessions and tokens, what happened at the door, and a link for a new password. */
export function UserSecurity({ item }: PanelProps) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const path = `/users/${item.id}`
  const key = ['security', item.id]
  const { data } = useQuery({ queryKey: key, queryFn: () => api.get<SecurityState>(`${path}/security`) })
  const { data: own } = useQuery({ queryKey: ['security'], queryFn: () => api.get<SecurityState>('/me/security') })
  const { confirmed, dialog } = useConfirmed(own)
  const [link, setLink] = useState<{ address: string; expiresAt: string } | null>(null)
  const [isMaking, setMaking] = useState(false)
  if (!data) return null
  const at = (instant: string) => showInstant(instant, companyZone)
  const act = async (work: () => Promise<unknown>, said?: string): Promise<void> => {
    try {
      await confirmed(work)
      if (said) message.success(said)
    } catch (problem) {
      if (!(problem instanceof NotConfirmed)) message.error((problem as Problem).message)
    } finally {
      await client.invalidateQueries({ queryKey: key })
    }
  }
  const unlock = () => api.post('/actions/platform.unlockUser', { on: item.id }, { version: item.version })
  const makeLink = async () => {
    const made = await api.post<{ path: string; expiresAt: string }>(`${path}/recovery-link`)
    setLink({ address: location.origin + made.path, expiresAt: made.expiresAt })
  }
  const copy = async () => {
    if (link && (await copyText(link.address))) message.success(t('已复制', 'Copied'))
  }
  return (
    <div className="zk-user-security">
      <p className="zk-hint">
        {[
          data.passwordAt
            ? t(`密码 ${at(data.passwordAt)} 设置`, `Password set on ${at(data.passwordAt)}`)
            : t('还没有密码', 'No password yet'),
          data.factor.since || data.factor.passkeys > 0
            ? t('已开启两步验证', 'second factor on')
            : data.factor.isRequired
              ? t('下次登录时设置两步验证', 'second factor due at the next sign-in')
              : t('未开启两步验证', 'no second factor'),
        ].join(' · ')}
      </p>
      {data.lockedUntil ? (
        <div className="zk-secure-line">
          <span className="zk-is-bad">
            {t(`多次失败，${at(data.lockedUntil)} 前不能登录`, `Locked after failures until ${at(data.lockedUntil)}`)}
          </span>
          <Button size="small" onClick={() => void act(unlock, t('现在可以登录', 'He can sign in now'))}>
            {t('解除锁定', 'Unlock')}
          </Button>
        </div>
      ) : null}
      <SessionList
        sessions={data.sessions}
        onEnd={(id) => void act(() => api.delete(`${path}/sessions/${id}`), t('已结束这处登录', 'The session has ended'))}
      />
      {data.passkeys.length > 0 ? (
        <>
          <h3>{t('通行密钥', 'Passkeys')}</h3>
          <PasskeyList passkeys={data.passkeys} />
        </>
      ) : null}
      {data.accounts.length > 0 ? (
        <>
          <h3>{t('单点登录', 'Single sign-on')}</h3>
          <AccountList
            accounts={data.accounts}
            onDrop={(id) => void act(() => api.delete(`${path}/accounts/${id}`), t('已断开', 'Disconnected'))}
          />
        </>
      ) : null}
      <h3>{t('令牌', 'Tokens')}</h3>
      <TokenList
        tokens={data.tokens}
        onRevoke={(id) => void act(() => api.delete(`${path}/tokens/${id}`), t('令牌已撤销', 'The token is revoked'))}
      />
      <div className="zk-secure-buttons">
        <Button size="small" onClick={() => void act(makeLink)}>
          {t('生成设置密码的链接', 'Make a link to set a password')}
        </Button>
        <Button size="small" onClick={() => setMaking(true)}>
          {t('新服务令牌', 'New service token')}
        </Button>
      </div>
      <h3>{t('最近记录', 'Lately')}</h3>
      <DoorEvents events={data.events.slice(0, 8)} />
      {link ? (
        <Modal open title={t('设置密码的链接', 'Link to set a password')} onCancel={() => setLink(null)} footer={null} width={520}>
          <p className="zk-hint">
            {t(
              `只显示这一次，只能使用一次，${at(link.expiresAt)} 前有效。当面或用可靠的方式交给本人。`,
              `Shown this once; it works once, until ${at(link.expiresAt)}. Hand it to the user himself, in person or by a way you trust.`,
            )}
          </p>
          <div className="zk-feed">
            <Input value={link.address} readOnly aria-label={t('链接', 'Link')} />
            <Button type="primary" onClick={() => void copy()}>
              {t('复制', 'Copy')}
            </Button>
          </div>
        </Modal>
      ) : null}
      {isMaking ? (
        <TokenDialog
          path={`${path}/tokens`}
          confirmed={confirmed}
          onClose={() => {
            setMaking(false)
            void client.invalidateQueries({ queryKey: key })
          }}
        />
      ) : null}
      {dialog}
    </div>
  )
}

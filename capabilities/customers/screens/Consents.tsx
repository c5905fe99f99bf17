import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { api } from '#engine/web/api.ts'
import { copyText } from '#engine/web/copy-text.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'
import { useComplain } from '#engine/web/undo.tsx'
import type { Words } from '#engine/text/words.ts'
import { channels, type Channel } from '../rules/consent.ts'

interface ChannelStanding {
  channel: Channel
  isGranted: boolean
  isExpired: boolean
  decision: 'granted' | 'withdrawn' | null
  at: string | null
  until: string | null
  consent: string | null
}

interface PurposeStanding {
  id: string
  name: Words
  basis: 'consent' | 'contract' | 'law'
  channels: ChannelStanding[]
}

/** What somebody may be told, by which way, since when: each sign leads to the entry of the ledger that says so. */
export function Consents({ item }: PanelProps) {
  const { t } = useLanguage()
  const complain = useComplain()
  const [address, setAddress] = useState<string | null>(null)
  const { data } = useQuery({
    queryKey: ['related', 'contact', item.id, 'consents'],
    queryFn: ({ signal }) => api.get<{ items: PurposeStanding[] }>(`/contacts/${item.id}/consents`, { signal }),
  })
  if (!data) return <Skeleton active paragraph={{ rows: 2 }} />
  const makeAddress = () =>
    api
      .post<{ path: string }>(`/contacts/${item.id}/preference-page`, {})
      .then(({ path }) => setAddress(`${location.origin}${path}`))
      .catch(complain)
  return (
    <section className="zk-consents">
      <h3>{t('同意', 'Consent')}</h3>
      {item.isRestricted ? (
        <p className="zk-consents-stop">
          {t('本人要求限制处理其信息：除法定义务外不得使用。', 'The person asked that the data not be used, save for duties by law.')}
        </p>
      ) : null}
      {data.items.length === 0 ? <p className="zk-hint">{t('管理员还没有设置使用目的。', 'No purposes have been set up yet.')}</p> : null}
      <dl>
        {data.items.map((purpose) => (
          <PurposeLine key={purpose.id} purpose={purpose} />
        ))}
      </dl>
      {item.can.do.includes('customers.recordConsent') && data.items.length > 0 ? (
        <div className="zk-consents-actions">
          <Button size="small" onClick={() => void makeAddress()}>
            {t('生成偏好页链接', 'Make a preference link')}
          </Button>
        </div>
      ) : null}
      <Modal
        open={address !== null}
        onCancel={() => setAddress(null)}
        title={t('偏好页链接', 'Preference link')}
        okText={t('复制链接', 'Copy link')}
        cancelText={t('关闭', 'Close')}
        onOk={() => void copyText(address!).then(() => setAddress(null))}
      >
        <p>
          {t(
            '发给本人即可，无需登录，180 天内有效。链接只显示这一次。',
            'For the person alone: no signing in, valid for 180 days. The link is shown this once.',
          )}
        </p>
        <Input readOnly value={address ?? ''} aria-label={t('偏好页链接', 'Preference link')} onFocus={(event) => event.target.select()} />
      </Modal>
    </section>
  )
}

function PurposeLine({ purpose }: { purpose: PurposeStanding }) {
  const { t, say, locale } = useLanguage()
  const day = (instant: string) => new Date(instant).toLocaleDateString(locale === 'zh' ? 'zh-CN' : 'en-GB')
  const stateOf = ({ decision, isExpired, isGranted, at }: ChannelStanding): string =>
    isExpired
      ? t('已过期', 'run out')
      : isGranted
        ? t(`${day(at!)} 同意`, `since ${day(at!)}`)
        : decision === 'withdrawn'
          ? t(`${day(at!)} 撤回`, `withdrawn ${day(at!)}`)
          : purpose.basis === 'consent'
            ? t('未同意', 'not asked')
            : t('无需同意', 'not needed')
  return (
    <>
      <dt>{say(purpose.name)}</dt>
      <dd>
        {purpose.channels.map((standing) => {
          const sign = (
            <span
              key={standing.channel}
              className={`zk-consent${standing.isGranted ? ' zk-consent-given' : standing.decision === 'withdrawn' ? ' zk-consent-taken' : ''}`}
            >
              {say(channels[standing.channel])} <span>{stateOf(standing)}</span>
            </span>
          )
          return standing.consent ? (
            <Link key={standing.channel} to="/$record/$id" params={{ record: 'consent', id: standing.consent }}>
              {sign}
            </Link>
          ) : (
            sign
          )
        })}
      </dd>
    </>
  )
}

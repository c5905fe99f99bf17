import { useQuery } from '@tanstack/react-query'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { api, type Problem } from '#engine/web/api.ts'
import { copyText } from '#engine/web/copy-text.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'
import { WideTable } from '#engine/web/WideTable.tsx'
import { companyZone, showInstant } from '#engine/time/zone.ts'

interface Delivery {
  id: string
  type: string
  state: 'waiting' | 'done' | 'failed' | 'withheld'
  createdAt: string
  dueAt: string | null
  tries: number
  attempts: { at: string; status: number | null; ms: number; answer: string }[]
}

interface Log {
  items: Delivery[]
  secrets: { createdAt: string; until: string | null }[]
}

const states: Record<Delivery['state'], [string, string, string]> = {
  waiting: ['等待', 'Waiting', 'zk-waiting'],
  done: ['送达', 'Delivered', 'zk-good'],
  failed: ['失败', 'Failed', 'zk-bad'],
  withheld: ['未发送（无权查看）', 'Not sent: no right to see it', 'zk-plain'],
}

/** How a webhook signs, what it has sent and what came back; to try it, to send once more, to change its secret. */
export function WebhookPanel({ item }: PanelProps) {
  const { t, locale } = useLanguage()
  const { message, modal } = App.useApp()
  const [secret, setSecret] = useState<string>()
  const { data, refetch } = useQuery({
    queryKey: ['webhook', item.id],
    queryFn: () => api.get<Log>(`/webhooks/${item.id}/deliveries`),
    refetchInterval: 5000,
    retry: false,
  })
  if (!data) return null
  const failed = (problem: Problem) => void message.error(problem.message)
  const make = () =>
    api.post<{ secret: string }>(`/webhooks/${item.id}/secret`).then((made) => {
      setSecret(made.secret)
      void refetch()
    }, failed)
  const askForSecret = () =>
    data.secrets.length === 0
      ? void make()
      : modal.confirm({
          title: t('生成新的密钥？', 'Make a new secret?'),
          content: t('原来的密钥再用 24 小时，其间两个都签名。', 'The one before signs for 24 hours more, beside the new one.'),
          okText: t('生成新密钥', 'Make a new secret'),
          cancelText: t('取消', 'Cancel'),
          onOk: make,
        })
  const test = () =>
    void api.post<{ status: number | null; ms: number; answer: string; isTaken: boolean }>(`/webhooks/${item.id}/test`).then((told) => {
      const text = told.status === null ? answerFor(told, locale) : `${told.status} · ${told.ms} ms`
      void (told.isTaken ? message.success(text) : message.warning(text))
    }, failed)
  const replay = (delivery: string) =>
    void api.post(`/webhooks/${item.id}/replay`, { delivery }).then(() => {
      void message.success(t('已安排重发', 'It will be sent again'))
      void refetch()
    }, failed)
  const [current, former] = data.secrets
  return (
    <>
      <p>
        {current
          ? t(`密钥生成于 ${showInstant(current.createdAt, companyZone)}`, `Secret made on ${showInstant(current.createdAt, companyZone)}`)
          : t('还没有签名密钥。生成后才能启用。', 'There is no secret yet; it is needed before the webhook can be switched on.')}
        {former?.until ? (
          <span className="zk-faint">
            {t(
              `；原来的用到 ${showInstant(former.until, companyZone)}`,
              `; the one before signs until ${showInstant(former.until, companyZone)}`,
            )}
          </span>
        ) : null}
      </p>
      <div className="zk-webhook-buttons">
        <Button onClick={askForSecret}>{current ? t('更换密钥', 'Change the secret') : t('生成密钥', 'Make a secret')}</Button>
        <Button onClick={test} disabled={!current}>
          {t('发送测试消息', 'Send a test message')}
        </Button>
      </div>
      {data.items.length === 0 ? (
        <p className="zk-faint">{t('还没有发送过。', 'Nothing has been sent yet.')}</p>
      ) : (
        <WideTable label={t('发送记录', 'Deliveries')} isTall>
          <thead>
            <tr>
              <th>{t('时间', 'Time')}</th>
              <th>{t('事件', 'Event')}</th>
              <th>{t('状态', 'State')}</th>
              <th>{t('回答', 'Answer')}</th>
              <th>
                <span className="zk-unseen">{t('操作', 'Actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((entry) => (
              <DeliveryRow key={entry.id} entry={entry} onReplay={() => replay(entry.id)} />
            ))}
          </tbody>
        </WideTable>
      )}
      <Modal
        open={secret !== undefined}
        title={t('签名密钥', 'The secret')}
        onCancel={() => setSecret(undefined)}
        footer={
          <Button
            type="primary"
            onClick={() => void copyText(secret ?? '').then((isDone) => isDone && message.success(t('已复制', 'Copied')))}
          >
            {t('复制', 'Copy')}
          </Button>
        }
      >
        <p>{t('只显示这一次。对方用它核对签名。', 'It is shown this once. The other side checks signatures by it.')}</p>
        <p className="zk-path">
          <code>{secret}</code>
        </p>
      </Modal>
    </>
  )
}

/** What the other side said; why it said nothing is told in both languages, a line each. */
const answerFor = ({ status, answer }: { status: number | null; answer: string }, locale: 'zh' | 'en'): string => {
  const lines = answer.split('\n')
  return (status === null ? (locale === 'zh' ? lines[0] : lines.at(-1)) : answer)!.slice(0, 120)
}

function DeliveryRow({ entry, onReplay }: { entry: Delivery; onReplay(): void }) {
  const { t, locale } = useLanguage()
  const [zh, en, tone] = states[entry.state]
  const last = entry.attempts.at(-1)
  return (
    <tr>
      <td className="zk-number">{showInstant(entry.createdAt, companyZone)}</td>
      <td>
        <code>{entry.type}</code>
      </td>
      <td>
        <span className={`zk-state ${tone}`}>{t(zh, en)}</span>
        {entry.state === 'waiting' && entry.tries > 0 && entry.dueAt ? (
          <span className="zk-faint">
            {' '}
            {t(
              `第 ${entry.tries} 次失败，${showInstant(entry.dueAt, companyZone)} 再试`,
              `failed ${entry.tries === 1 ? 'once' : `${entry.tries} times`}; again at ${showInstant(entry.dueAt, companyZone)}`,
            )}
          </span>
        ) : null}
      </td>
      <td className="zk-told">
        {last ? (
          <>
            {last.status ?? '—'} · {last.ms} ms <span className="zk-faint">{answerFor(last, locale)}</span>
          </>
        ) : null}
      </td>
      <td>
        {entry.state === 'waiting' ? null : (
          <Button size="small" type="text" onClick={onReplay}>
            {t('重发', 'Send again')}
          </Button>
        )}
      </td>
    </tr>
  )
}

import { CopyOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { api, type Problem } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'

interface Feed {
  createdAt: string
  seenAt: string | null
}

/** The address at which other programs read one's calendar: made, shown once, renewed, taken back. */
export function FeedDialog({ onClose }: { onClose(): void }) {
  const { t } = useLanguage()
  const { message, modal } = App.useApp()
  const queries = useQueryClient()
  const [address, setAddress] = useState<string | null>(null)
  const { data } = useQuery({ queryKey: ['feed'], queryFn: () => api.get<{ feed: Feed | null }>('/calendar/feed') })
  const refresh = () => queries.invalidateQueries({ queryKey: ['feed'] })
  const complain = (problem: Problem) => void message.error(problem.message)
  const renew = async () => {
    const { path } = await api.post<{ path: string }>('/calendar/feed')
    setAddress(location.origin + path)
    await refresh()
  }
  const drop = async () => {
    await api.delete('/calendar/feed')
    setAddress(null)
    await refresh()
  }
  const begin = () => {
    if (!data?.feed) return void renew().catch(complain)
    modal.confirm({
      title: t('换一个新地址？', 'A new address?'),
      content: t('旧地址立即失效，已订阅的软件要换成新地址。', 'The old one stops working at once; programs that use it need the new one.'),
      okText: t('换新地址', 'Make a new one'),
      cancelText: t('取消', 'Cancel'),
      onOk: () => renew().catch(complain),
    })
  }
  const copy = async () => {
    // Without HTTPS the browser has no clipboard to write to; then the text is there to be copied by hand.
    const isDone = await navigator.clipboard?.writeText(address!).then(
      () => true,
      () => false,
    )
    if (isDone) message.success(t('已复制', 'Copied'))
    else document.querySelector<HTMLInputElement>('#feed-address')?.select()
  }
  const at = (instant: string) => showInstant(instant, companyZone)
  return (
    <Modal open title={t('在其他软件中查看日历', 'Your calendar in other programs')} onCancel={onClose} footer={null} width={520}>
      <p className="zk-hint">
        {t(
          '手机和电脑上的日历软件可以按地址订阅您的任务和联系记录：标题、时间、关于谁；不含说明和内容。知道地址的人都能看到，不要转发。',
          'Calendar programs on phones and computers can subscribe to your tasks and activities by an address: title, time and whom it is about; no notes, no content. Whoever knows the address sees them; do not pass it on.',
        )}
      </p>
      {address ? (
        <>
          <div className="zk-feed">
            <Input id="feed-address" value={address} readOnly aria-label={t('订阅地址', 'Address of the feed')} />
            <Button type="primary" icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
              {t('复制', 'Copy')}
            </Button>
          </div>
          <Alert type="warning" showIcon title={t('地址只显示这一次，关闭前先复制。', 'The address is shown this once; copy it now.')} />
        </>
      ) : null}
      {data?.feed ? (
        <p>
          {t(`生成于 ${at(data.feed.createdAt)}`, `Made ${at(data.feed.createdAt)}`)}
          {' · '}
          {data.feed.seenAt
            ? t(`最近读取 ${at(data.feed.seenAt)}`, `last read ${at(data.feed.seenAt)}`)
            : t('还没有软件读取过', 'not read yet')}
        </p>
      ) : data ? (
        <p>{t('还没有订阅地址。', 'There is no address yet.')}</p>
      ) : null}
      <div className="zk-form-end">
        {data?.feed ? (
          <Button danger onClick={() => void drop().catch(complain)}>
            {t('停止订阅', 'End the feed')}
          </Button>
        ) : null}
        {address ? null : (
          <Button type={data?.feed ? 'default' : 'primary'} onClick={begin} disabled={!data}>
            {data?.feed ? t('换新地址', 'New address') : t('生成订阅地址', 'Make an address')}
          </Button>
        )}
      </div>
    </Modal>
  )
}

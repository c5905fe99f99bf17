import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { Exports } from '#engine/intake/export-requests.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import type { FilterTree } from '#engine/record/fields/index.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { api, download, Problem } from '../api.ts'
import { fieldAt, useDescription } from '../description.ts'
import { partsOf } from '../filter-parts.ts'
import { FilterSentence } from '../FilterSentence.tsx'
import { useLanguage } from '../language.tsx'

type Entry = Exports['items'][number]

const states: Record<Entry['state'], [zh: string, en: string, look: string]> = {
  waiting: ['等待批准', 'Waiting', 'zk-warning'],
  approved: ['正在生成', 'Being made', 'zk-info'],
  ready: ['可以下载', 'Ready', 'zk-good'],
  expired: ['文件已过期', 'Expired', 'zk-plain'],
  refused: ['未批准', 'Refused', 'zk-bad'],
  withdrawn: ['已撤回', 'Withdrawn', 'zk-plain'],
  lapsed: ['无人决定', 'Lapsed', 'zk-plain'],
  failed: ['未能导出', 'Failed', 'zk-bad'],
  written: ['已导出', 'Exported', 'zk-good'],
  broken: ['已中断', 'Broken off', 'zk-bad'],
}

/** One export: who, what, how many, from which filter, with which fields, what for; and what can be done about it. */
export function ExportEntry({ item, isMine, onChanged }: { item: Entry; isMine: boolean; onChanged(): void }) {
  const { t, say } = useLanguage()
  const { message } = App.useApp()
  const { data } = useDescription()
  const [deciding, setDeciding] = useState<boolean | null>(null)
  const record = data?.records.find(({ name }) => name === item.record)
  const [zh, en, look] = states[item.state]
  const act = (work: Promise<unknown>) =>
    void work.then(onChanged, (problem: unknown) => {
      if (!(problem instanceof Problem)) throw problem
      message.error(problem.message)
      onChanged()
    })
  const at = (instant: string) => showInstant(instant, companyZone)
  return (
    <li>
      <div className="zk-export-head">
        <strong>
          {say(record?.words ?? { zh: item.record, en: item.record })}{' '}
          {t(`${item.rows.toLocaleString()} 行`, `${item.rows.toLocaleString()} rows`)}
        </strong>
        <span className={`zk-state ${look}`}>{say({ zh, en })}</span>
        <span className="zk-hint">
          {item.by.title} · {at(item.at)}
        </span>
        <span className="zk-spring" />
        {item.isRequest && item.state === 'ready' && isMine ? (
          <Button size="small" type="primary" onClick={() => act(download(`/exports/${item.id}/file`))}>
            {t('下载', 'Download')}
          </Button>
        ) : null}
        {item.state === 'waiting' && isMine ? (
          <Button size="small" onClick={() => act(api.post(`/exports/${item.id}/withdraw`))}>
            {t('撤回', 'Withdraw')}
          </Button>
        ) : null}
        {item.state === 'waiting' && !isMine ? (
          <>
            <Button size="small" type="primary" onClick={() => setDeciding(true)}>
              {t('批准', 'Approve')}
            </Button>
            <Button size="small" onClick={() => setDeciding(false)}>
              {t('不批准', 'Refuse')}
            </Button>
          </>
        ) : null}
      </div>
      {item.isRequest ? <p>{item.reason}</p> : null}
      <What item={item} record={record} />
      {item.isRequest ? (
        <p className="zk-hint">
          {[
            item.state === 'waiting' ? t(`${at(item.decideBy)} 前决定`, `to be decided by ${at(item.decideBy)}`) : '',
            item.decidedBy && item.decidedAt ? `${item.decidedBy.title} · ${at(item.decidedAt)}` : '',
            item.note ?? '',
            item.state === 'ready' && item.expiresAt
              ? t(`文件保留到 ${at(item.expiresAt)}`, `the file stays until ${at(item.expiresAt)}`)
              : '',
            item.fetchedAt ? t(`${at(item.fetchedAt)} 下载`, `fetched ${at(item.fetchedAt)}`) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      ) : null}
      {deciding !== null ? (
        <Decide
          isApproving={deciding}
          onClose={() => setDeciding(null)}
          onDecided={(note) => {
            setDeciding(null)
            act(api.post(`/exports/${item.id}/decide`, { approve: deciding, ...(note ? { note } : {}) }))
          }}
        />
      ) : null}
    </li>
  )
}

/** From which filter, and with which fields; what the reader does not know of the record he is not told. */
function What({ item, record }: { item: Entry; record: RecordDescription | undefined }) {
  const { t, say } = useLanguage()
  const { data } = useDescription()
  if (!record || !item.query) return null
  const parts = partsOf(item.query.filter as FilterTree | undefined)
  const fields = (item.query.fields ?? []).flatMap((path) => fieldAt(data?.records ?? [], record, path) ?? [])
  return (
    <p className="zk-hint">
      {parts.length > 0 ? (
        parts.map((part, i) => (
          <span key={i}>
            {i > 0 ? t('，且', ', and ') : ''}
            <FilterSentence record={record} part={part} />
          </span>
        ))
      ) : (
        <span>{t('全部', 'All')}</span>
      )}
      {item.query.q ? ` · “${item.query.q}”` : ''} · {item.query.format?.toUpperCase()}
      {fields.length > 0 ? ` · ${fields.map((field) => say(field.words)).join(t('、', ', '))}` : t(' · 全部字段', ' · all fields')}
    </p>
  )
}

function Decide({ isApproving, onDecided, onClose }: { isApproving: boolean; onDecided(note: string): void; onClose(): void }) {
  const { t } = useLanguage()
  const [note, setNote] = useState('')
  return (
    <Modal
      open
      width={420}
      title={isApproving ? t('批准这次导出', 'Approve this export') : t('不批准这次导出', 'Refuse this export')}
      okText={isApproving ? t('批准', 'Approve') : t('不批准', 'Refuse')}
      okButtonProps={{ disabled: !isApproving && note.trim() === '' }}
      onOk={() => onDecided(note.trim())}
      onCancel={onClose}
    >
      <div className="zk-secure-form">
        <label htmlFor="decide-note">{isApproving ? t('说明（可不填）', 'A word (optional)') : t('为什么', 'Why')}</label>
        <Input id="decide-note" autoFocus maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      </div>
    </Modal>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Item } from '#engine/access/present.ts'
import { dayAt } from '#engine/time/zone.ts'
import type { Words } from '#engine/text/words.ts'
import { api } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'
import { disputeLife } from '../records/dispute.ts'
import { ruleNames, rulingLife } from '../records/ruling.ts'

interface Answer {
  today: string
  files: {
    id: string
    salesperson: { id: string; name: string }
    drawnTo: { id: string; name: string } | null
    at: string
    validThrough: string
    hasDeal: boolean
    isHousehold: boolean
  }[]
  rulings: Item[]
  disputes: Item[]
}

const titleOf = (link: unknown): string => (link as { title?: string } | null)?.title ?? ''

/** Whose the customer is and why: his files, the rulings in plain words, and what is disputed. */
export function ReceptionOfCustomer({ item }: PanelProps) {
  const { t, say } = useLanguage()
  const { data } = useQuery({
    queryKey: ['related', 'reception', item.id, item.version],
    queryFn: ({ signal }) => api.get<Answer>(`/customers/${item.id}/reception`, { signal }),
    retry: false,
  })
  if (!data) return null
  if (data.files.length + data.rulings.length === 0) return <p className="zk-hint">{t('还没有来访登记。', 'No visit on record.')}</p>
  return (
    <div className="zk-ruled">
      <h3>{t('归属', 'Whose and why')}</h3>
      <ul>
        {data.files.map((file) => (
          <li key={file.id}>
            <b>{file.drawnTo ? `${file.drawnTo.name}` : file.salesperson.name}</b>{' '}
            <span className={file.hasDeal || file.validThrough >= data.today ? 'zk-desk-valid' : 'zk-faint'}>
              {t(`${dayAt(file.at)} 建档，`, `file of ${dayAt(file.at)}, `)}
              {file.hasDeal
                ? t('已成交', 'deal closed')
                : file.validThrough >= data.today
                  ? t(`有效至 ${file.validThrough}`, `valid through ${file.validThrough}`)
                  : t('已过期', 'expired')}
              {file.isHousehold ? t('，家人', ', of the household') : ''}
              {file.drawnTo ? t(`，自${file.salesperson.name}抽签`, `, drawn from ${file.salesperson.name}`) : ''}
            </span>
          </li>
        ))}
      </ul>
      {data.rulings.map((ruling) => (
        <p key={ruling.id} className={ruling.state === 'replaced' ? 'zk-faint' : undefined}>
          <Link to="/$record/$id" params={{ record: 'ruling', id: ruling.id }}>
            {say(ruleNames[ruling.rule as 'R1'])}
          </Link>{' '}
          <small>{say(rulingLife.states[ruling.state as 'final'])}</small>
          <br />
          {t(`业绩归${titleOf(ruling.owner) || '部门'}`, `Performance: ${titleOf(ruling.owner) || 'the department'}`)}
          {ruling.because ? t(`：${say(ruling.because as Words)}`, ` – ${say(ruling.because as Words)}`) : ''}
        </p>
      ))}
      {data.disputes.map((dispute) => (
        <p key={dispute.id}>
          <Link to="/$record/$id" params={{ record: 'dispute', id: dispute.id }}>
            {String(dispute.claim)}
          </Link>{' '}
          <small>{say(disputeLife.states[dispute.state as 'talk'])}</small>
        </p>
      ))}
    </div>
  )
}

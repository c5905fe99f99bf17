import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { RecordDescription } from '#engine/record/describe.ts'
import { companyZone, dayAt } from '#engine/time/zone.ts'
import { useAct } from '#engine/web/act.tsx'
import { useLanguage } from '#engine/web/language.tsx'
import { later } from '#engine/web/later.tsx'
import { useRefresh } from '#engine/web/refresh.ts'
import type { FilterPart } from '#engine/web/filter-parts.ts'
import type { PanelProps } from '#engine/web/screens.ts'
import { words, type Words } from '#engine/text/words.ts'
import type { CustomerQuality } from '../quality/routes.ts'
import { useCustomerQuality } from './quality-data.ts'
import { Trend } from './Trend.tsx'

const EditRecord = later(() => import('#engine/web/EditRecord.tsx').then((file) => file.EditRecord))

type Part = 'completeness' | 'validity' | 'timeliness' | 'uniqueness'

const parts: Record<Part, Words> = {
  completeness: words('完整', 'Complete'),
  validity: words('可信', 'Credible'),
  timeliness: words('及时', 'In time'),
  uniqueness: words('唯一', 'Unique'),
}

/** So many pairs are named; the others are a list away. */
const shownDoubles = 3

/** The open pairs of a customer, from whichever side. */
const pairsOf = (id: string, title: string): FilterPart[] => [
  { field: 'state', op: 'eq', value: 'open' },
  { any: (['customer', 'other'] as const).map((side) => ({ field: side, op: 'eq', value: { id, title } })) },
]

/** How good a customer's file is and why: what is missing, doubtful, stale or double, each with the way to mend it. */
export function QualityOfCustomer({ record, item, title }: PanelProps) {
  const { t, say } = useLanguage()
  const { data } = useCustomerQuality(item)
  const [isEditing, setEditing] = useState(false)
  const refresh = useRefresh()
  const act = useAct()
  if (!data) return null
  const mayConfirm = item.can.do.includes('customers.confirm')
  const confirm = () => act({ record, action: 'customers.confirm', item, said: t('资料已确认', 'File confirmed') })
  const edit = item.can.edit ? (
    <Button type="link" size="small" onClick={() => setEditing(true)}>
      {t('去修改', 'Mend')}
    </Button>
  ) : null
  return (
    <section className="zk-quality" aria-label={t('资料质量', 'Quality of the file')}>
      <h3>
        {t('资料质量', 'Quality of the file')} <b>{data.score}</b>
        <span className="zk-faint">/100</span>
        {data.trend.length > 1 ? <Trend trend={data.trend} /> : null}
      </h3>
      <dl>
        {(Object.keys(parts) as Part[]).map((part) => (
          <div key={part} className={data[part].points < data[part].of ? 'zk-quality-lost' : undefined}>
            <dt>{say(parts[part])}</dt>
            <dd>
              {data[part].points}
              <span className="zk-faint">/{data[part].of}</span>
            </dd>
          </div>
        ))}
      </dl>
      <ul>
        {data.missing.length > 0 ? (
          <Line sign={t('缺', 'Missing')} mend={edit}>
            {data.missing.map((field) => nameOf(field, record, say, t)).join(t('、', ', '))}
          </Line>
        ) : null}
        {data.doubts.map(({ field, why }) => (
          <Line key={field} sign={t('存疑', 'Doubtful')} mend={<MendDoubt field={field} contact={data.contact} own={edit} />}>
            {nameOf(field, record, say, t)}
            {t('：', ': ')}
            {say(why)}
          </Line>
        ))}
        <Freshness quality={data} mend={mayConfirm ? <ConfirmButton onConfirm={() => void confirm()} /> : null} />
        {data.doubles.slice(0, shownDoubles).map(({ id, other }) => (
          <Line
            key={id}
            sign={t('重复', 'Double')}
            mend={
              <Link to="/$record/$id" params={{ record: 'duplicate', id }}>
                {t('去判断', 'Decide')}
              </Link>
            }
          >
            {t(`可能与“${other.title}”是同一客户`, `perhaps the same as "${other.title}"`)}
          </Line>
        ))}
        {data.doubles.length > shownDoubles ? (
          <Line
            sign={t('重复', 'Double')}
            mend={
              <Link to="/$record" params={{ record: 'duplicate' }} search={{ view: 'all', filter: pairsOf(item.id, title) } as never}>
                {t('看全部', 'See all')}
              </Link>
            }
          >
            {t('还有别的', 'and others')}
          </Line>
        ) : null}
        {data.uniqueness.points === 0 && data.doubles.length === 0 ? (
          <Line sign={t('重复', 'Double')}>{t('可能与您看不到的客户重复', 'perhaps the same as a customer that you may not see')}</Line>
        ) : null}
      </ul>
      {data.hidden > 0 ? (
        <p className="zk-hint">{t(`另有 ${data.hidden} 处在您看不到的字段中。`, `${data.hidden} more in fields that you may not see.`)}</p>
      ) : null}
      {isEditing ? (
        <EditRecord
          record={record}
          item={item}
          title={title}
          onClose={() => setEditing(false)}
          onDone={() => {
            setEditing(false)
            refresh(record)
          }}
        />
      ) : null}
    </section>
  )
}

function nameOf(field: string, record: RecordDescription, say: (text: Words | undefined) => string, t: (zh: string, en: string) => string) {
  if (field === 'reach') return t('电话或邮箱', 'telephone or e-mail')
  const own = record.fields.find(({ name }) => name === field)
  if (own) return say(own.words)
  const ofContact: Record<string, string> = {
    name: t('首要联系人姓名', 'name of the primary contact'),
    mobile: t('首要联系人手机', 'mobile of the primary contact'),
    telephone: t('首要联系人座机', 'telephone of the primary contact'),
    email: t('首要联系人邮箱', 'e-mail of the primary contact'),
  }
  return ofContact[field.slice(field.indexOf('.') + 1)] ?? field
}

function Line({ sign, mend, children }: { sign: string; mend?: ReactNode; children: ReactNode }) {
  return (
    <li>
      <span>
        <b>{sign}</b> {children}
      </span>
      {mend}
    </li>
  )
}

/** A doubt about the first contact is settled on the contact's own page. */
function MendDoubt({ field, contact, own }: { field: string; contact: string | null; own: ReactNode }) {
  const { t } = useLanguage()
  if (!field.startsWith('primaryContact.')) return own
  return contact ? (
    <Link to="/$record/$id" params={{ record: 'contact', id: contact }}>
      {t('打开联系人', 'Open the contact')}
    </Link>
  ) : null
}

function ConfirmButton({ onConfirm }: { onConfirm(): void }) {
  const { t } = useLanguage()
  return (
    <Button type="link" size="small" onClick={onConfirm}>
      {t('确认无误', 'Confirm')}
    </Button>
  )
}

const Day = ({ day }: { day: string }) => <time dateTime={day}>{day}</time>

/** When the file was last known to be right, and until when that holds. */
function Freshness({ quality, mend }: { quality: CustomerQuality; mend: ReactNode }) {
  const { t } = useLanguage()
  const { confirmedAt, confirmBy, everyDays, standards, timeliness } = quality
  const isStale = timeliness.points < timeliness.of
  return (
    <Line sign={isStale ? t('待确认', 'Stale') : t('确认', 'Confirmed')} mend={mend}>
      {isStale && confirmedAt ? t('上次 ', 'last ') : ''}
      {confirmedAt ? <Day day={dayAt(confirmedAt, companyZone)} /> : isStale ? t('从未确认', 'never confirmed') : t('还没有', 'not yet')}
      {confirmBy ? (
        <>
          {isStale ? t('，应不晚于 ', ', was due by ') : confirmedAt ? t('，下次不晚于 ', ', next by ') : t('，不晚于 ', ', due by ')}
          <Day day={confirmBy} />
        </>
      ) : null}
      {everyDays === null ? null : (
        <span className="zk-faint">
          {t(`（每 ${everyDays} 天 · ${standards.join('、')}）`, ` (every ${everyDays} days · ${standards.join(', ')})`)}
        </span>
      )}
    </Line>
  )
}

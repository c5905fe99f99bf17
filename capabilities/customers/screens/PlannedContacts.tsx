import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import type { Item } from '#engine/access/present.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { addDays, mondayOf } from '#engine/time/days.ts'
import { companyZone, dayAt, instantOfLocal, showInstant } from '#engine/time/zone.ts'
import { useAct } from '#engine/web/act.tsx'
import { api } from '#engine/web/api.ts'
import { useAsking, useMaking } from '#engine/web/asking.tsx'
import { useDescription, useRecordDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { LinkText } from '#engine/web/LinkText.tsx'
import type { TodayProps } from '#engine/web/screens.ts'
import { TodayCard } from '#engine/web/TodayCard.tsx'

interface Contact extends Item {
  subject: string
  at: string
  kind: string
  customer: unknown
}

/** The contacts that I have planned: those whose time is over, today's, and those of the next seven days. */
export function PlannedContacts({ now, today }: TodayProps) {
  const { t } = useLanguage()
  const record = useRecordDescription('activity')
  const { make, drawer } = useMaking()
  const { data: description } = useDescription()
  const me = description?.me.id
  const end = instantOfLocal(addDays(today, 8), 0, 0, 0, companyZone)
  const { data } = useQuery({
    queryKey: ['list', 'activity', 'planned', me, end],
    queryFn: ({ signal }) =>
      api.get<{ items: Contact[] }>('/records/activity', {
        query: {
          filter: JSON.stringify({
            and: [
              { field: 'by', op: 'eq', value: me },
              { field: 'state', op: 'eq', value: 'planned' },
              { field: 'at', op: 'lt', value: end },
            ],
          }),
          sort: 'at',
          limit: 50,
          fields: 'subject,at,kind,customer,state,isImportant',
        },
        signal,
      }),
    enabled: me !== undefined && record !== undefined,
  })
  if (!record || !data || (data.items.length === 0 && !record.create)) return null
  return (
    <TodayCard
      title={t('联系计划', 'Planned contacts')}
      count={data.items.length}
      more={
        record.create ? (
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => make({ record })}>
            {t('记录联系', 'Log a contact')}
          </Button>
        ) : null
      }
    >
      {data.items.length === 0 ? (
        <p className="zk-hint">{t('接下来七天没有计划的联系。', 'No contacts planned for the next seven days.')}</p>
      ) : null}
      <ul className="zk-tasks">
        {data.items.map((contact) => (
          <ContactRow key={contact.id} record={record} contact={contact} now={now} />
        ))}
      </ul>
      {drawer}
    </TodayCard>
  )
}

/** The same time so many days later, counted from today where it is over. */
const laterAt = (at: string, now: string, days: number | 'monday'): string => {
  const clock = showInstant(at, companyZone).slice(11)
  const today = dayAt(now)
  const from = dayAt(at) > today ? dayAt(at) : today
  const day = days === 'monday' ? addDays(mondayOf(from), 7) : addDays(from, days)
  return instantOfLocal(day, Number(clock.slice(0, 2)), Number(clock.slice(3)), 0, companyZone)
}

function ContactRow({ record, contact, now }: { record: RecordDescription; contact: Contact; now: string }) {
  const { t, say } = useLanguage()
  const act = useAct()
  const { ask, dialog } = useAsking()
  const kind = record.fields.find((field) => field.name === 'kind')?.choices?.[contact.kind]
  const actionNamed = (name: string) => record.actions.find((entry) => entry.name === name && contact.can.do.includes(name))
  const complete = actionNamed('customers.completeActivity')
  const cancel = actionNamed('customers.cancelActivity')
  const late = contact.at < now
  const move = (days: number | 'monday') =>
    void act({
      record,
      action: 'activity.edit',
      item: contact,
      input: { at: laterAt(contact.at, now, days) },
      said: t(`“${contact.subject}”已改期`, `"${contact.subject}" has another day`),
    })
  return (
    <li className="zk-task">
      <div className="zk-task-what">
        <Link to="/$record/$id" params={{ record: 'activity', id: contact.id }} className="zk-task-title">
          {contact.subject}
        </Link>
        <span className="zk-task-facts">
          <span className={late ? 'zk-bad' : undefined}>
            {late ? t('逾期，', 'Late, ') : ''}
            {dayAt(contact.at) === dayAt(now) ? t('今天', 'today') : showInstant(contact.at, companyZone).slice(5, 10)}{' '}
            {showInstant(contact.at, companyZone).slice(11)}
          </span>
          {kind ? <span>{say(kind)}</span> : null}
          {contact.customer ? <LinkText value={contact.customer} to="customer" /> : null}
        </span>
      </div>
      {complete ? (
        <Button
          size="small"
          onClick={() => ask({ record, action: complete, item: contact })}
          aria-label={t(`完成“${contact.subject}”`, `Complete "${contact.subject}"`)}
        >
          {say(complete.label)}
        </Button>
      ) : null}
      {contact.can.edit ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: '1', label: t('推后 1 天', '1 day') },
              { key: '7', label: t('推后 1 周', '1 week') },
              { key: 'monday', label: t('到下周一', 'To next Monday') },
              ...(cancel ? [{ type: 'divider' as const }, { key: 'cancel', label: `${say(cancel.label)}…` }] : []),
            ],
            onClick: ({ key }) =>
              key === 'cancel' ? ask({ record, action: cancel!, item: contact }) : move(key === 'monday' ? key : Number(key)),
          }}
        >
          <Button type="text" size="small" className="zk-task-later">
            {t('改期', 'Move')}
          </Button>
        </Dropdown>
      ) : null}
      {dialog}
    </li>
  )
}

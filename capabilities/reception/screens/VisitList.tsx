import { Link } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useLanguage } from '#engine/web/language.tsx'
import { showInstant } from '#engine/time/zone.ts'
import { receptionLife, registers } from '../records/reception.ts'
import { useDeed, type Picture, type Visit } from './desk-data.ts'

const waitingFirst = { waiting: 0, receiving: 1, done: 2, gone: 2 } as const

/** The visits of the shift: who waits, who is being received by whom and why, and who has been here. */
export function VisitList({ picture }: { picture: Picture }) {
  const { t } = useLanguage()
  const visits = [...picture.visits].sort((a, b) => waitingFirst[a.state] - waitingFirst[b.state] || (a.at < b.at ? 1 : -1))
  return (
    <section>
      <h2>{t('今日来访', 'Today’s visits')}</h2>
      {visits.length === 0 ? <p className="zk-hint">{t('还没有来访。', 'Nobody has come yet.')}</p> : null}
      <ul className="zk-desk-visits">
        {visits.map((visit) => (
          <VisitLine key={visit.id} visit={visit} picture={picture} />
        ))}
      </ul>
    </section>
  )
}

const minutesSince = (at: string, now: string) => Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / 60_000))

function VisitLine({ visit, picture }: { visit: Visit; picture: Picture }) {
  const { t, say } = useLanguage()
  const deed = useDeed(picture)
  const { id, customer, receiver, state, at, rule, because, register } = visit
  const free = picture.ring.filter(({ user, presence }) => presence === 'free' && user !== receiver?.id)
  return (
    <li data-state={state}>
      <span className="zk-desk-visit-name">
        {customer ? (
          <Link to="/$record/$id" params={{ record: 'customer', id: customer.id }}>
            {customer.name}
          </Link>
        ) : (
          t('客户', 'A visitor')
        )}
        <small className="zk-faint">
          {showInstant(at, 'Asia/Shanghai').slice(11)} {register === 'callIn' ? say(registers.callIn) : ''}
        </small>
      </span>
      <span>
        <span className={`zk-desk-${receptionLife.states[state].color}`}>{say(receptionLife.states[state])}</span>
        {receiver ? ` ${receiver.name}` : ''}
        {state === 'waiting' ? t(`，已等 ${minutesSince(at, picture.now)} 分钟`, `, for ${minutesSince(at, picture.now)} min`) : ''}
        {rule && because ? (
          <small className="zk-faint zk-desk-because">
            {rule} {say(because)}
          </small>
        ) : null}
      </span>
      {picture.isDesk && (state === 'waiting' || state === 'receiving') ? (
        <span className="zk-desk-deeds">
          {state === 'waiting' ? (
            <Button onClick={() => deed.mutate({ action: 'callWaiting', input: { reception: id } })}>{t('安排接待', 'Call now')}</Button>
          ) : null}
          <Dropdown
            trigger={['click']}
            disabled={free.length === 0}
            menu={{
              items: free.map(({ user, name }) => ({ key: user, label: t(`交给${name}`, `To ${name}`) })),
              onClick: ({ key }) =>
                deed.mutate({ action: 'handOver', input: { reception: id, to: key, reason: t('前台转交', 'Handed over at the desk') } }),
            }}
          >
            <Button>{t('转交', 'Hand over')}</Button>
          </Dropdown>
          <Button onClick={() => deed.mutate({ action: 'end', input: { reception: id } })}>
            {state === 'waiting' ? t('已离开', 'Has left') : t('接待结束', 'Finished')}
          </Button>
        </span>
      ) : null}
    </li>
  )
}

import { Button } from 'antd'
import type { SecurityState } from '#engine/sign-in/security-state.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { useDescription } from '../description.ts'
import { useLanguage } from '../language.tsx'
import { deviceOf } from './device.ts'

const at = (instant: string) => showInstant(instant, companyZone)

/** Where somebody is signed in. */
export function SessionList({ sessions, onEnd }: { sessions: SecurityState['sessions']; onEnd(id: string): void }) {
  const { t, say } = useLanguage()
  if (sessions.length === 0) return <p className="zk-hint">{t('没有登录', 'Not signed in anywhere')}</p>
  return (
    <ul className="zk-secure-list">
      {sessions.map(({ id, agent, address, createdAt, seenAt, isThis }) => (
        <li key={id}>
          <div>
            <b>{say(deviceOf(agent))}</b>
            {isThis ? <span className="zk-secure-sign">{t('本次登录', 'This one')}</span> : null}
            <p className="zk-hint">
              {address} · {t(`${at(createdAt)} 登录`, `since ${at(createdAt)}`)} · {t(`${at(seenAt)} 使用`, `last used ${at(seenAt)}`)}
            </p>
          </div>
          {isThis ? null : (
            <Button
              size="small"
              onClick={() => onEnd(id)}
              aria-label={t(`结束 ${say(deviceOf(agent))} 的登录`, `End the session on ${say(deviceOf(agent))}`)}
            >
              {t('结束', 'End')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** With what devices somebody comes in. @param onRemove absent where they are only looked at */
export function PasskeyList({ passkeys, onRemove }: { passkeys: SecurityState['passkeys']; onRemove?(id: string): void }) {
  const { t } = useLanguage()
  if (passkeys.length === 0) return <p className="zk-hint">{t('没有通行密钥', 'No passkeys')}</p>
  return (
    <ul className="zk-secure-list">
      {passkeys.map(({ id, name, host, createdAt, seenAt }) => (
        <li key={id}>
          <div>
            <b>{name}</b>
            <p className="zk-hint">
              {host === location.hostname ? '' : `${host} · `}
              {t(`${at(createdAt)} 添加`, `added ${at(createdAt)}`)} ·{' '}
              {seenAt ? t(`${at(seenAt)} 使用`, `last used ${at(seenAt)}`) : t('未使用', 'not used yet')}
            </p>
          </div>
          {onRemove ? (
            <Button size="small" onClick={() => onRemove(id)} aria-label={t(`移除 ${name}`, `Remove ${name}`)}>
              {t('移除', 'Remove')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** By which accounts elsewhere somebody comes in. @param onDrop for administrators alone */
export function AccountList({ accounts, onDrop }: { accounts: SecurityState['accounts']; onDrop?(provider: string): void }) {
  const { t } = useLanguage()
  return (
    <ul className="zk-secure-list">
      {accounts.map(({ providerId, provider, email, seenAt }) => (
        <li key={providerId}>
          <div>
            <b>{provider}</b>
            <p className="zk-hint">{[email, t(`${at(seenAt)} 使用`, `last used ${at(seenAt)}`)].filter(Boolean).join(' · ')}</p>
          </div>
          {onDrop ? (
            <Button size="small" onClick={() => onDrop(providerId)} aria-label={t(`断开 ${provider}`, `Disconnect ${provider}`)}>
              {t('断开', 'Disconnect')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** What programs hold in somebody's name. */
export function TokenList({ tokens, onRevoke }: { tokens: SecurityState['tokens']; onRevoke(id: string): void }) {
  const { t } = useLanguage()
  const scopesOf = useScopeWords()
  if (tokens.length === 0) return <p className="zk-hint">{t('没有令牌', 'No tokens')}</p>
  return (
    <ul className="zk-secure-list">
      {tokens.map(({ id, name, kind, scopes, expiresAt, seenAt }) => (
        <li key={id}>
          <div>
            <b>{name}</b>
            {kind === 'service' ? <span className="zk-secure-sign">{t('服务令牌', 'Service token')}</span> : null}
            <p className="zk-hint">
              {scopesOf(scopes)} · {expiresAt ? t(`${at(expiresAt)} 到期`, `until ${at(expiresAt)}`) : t('长期有效', 'without end')} ·{' '}
              {seenAt ? t(`${at(seenAt)} 使用`, `last used ${at(seenAt)}`) : t('未使用', 'not used yet')}
            </p>
          </div>
          <Button size="small" onClick={() => onRevoke(id)} aria-label={t(`撤销 ${name}`, `Revoke ${name}`)}>
            {t('撤销', 'Revoke')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Scopes as a short sentence: "Read only: customers, contacts". */
function useScopeWords(): (scopes: readonly string[] | null) => string {
  const { t, say } = useLanguage()
  const { data } = useDescription()
  const named = (name: string) => {
    const record = data?.records.find((each) => each.name === name)
    return record ? say(record.words) : name
  }
  return (scopes) => {
    if (!scopes || scopes.includes('write')) return t('读写', 'Read and write')
    const parts = (verb: string) => scopes.filter((scope) => scope.startsWith(`${verb}:`)).map((scope) => named(scope.split(':')[1]!))
    const [reads, writes] = [parts('read'), parts('write')]
    const list = (names: string[]) => names.join(t('、', ', '))
    const said = [
      scopes.includes('read') ? t('只读', 'Read only') : '',
      reads.length > 0 ? t(`只读：${list(reads)}`, `Read only: ${list(reads)}`) : '',
      writes.length > 0 ? t(`读写：${list(writes)}`, `Read and write: ${list(writes)}`) : '',
    ]
    return said.filter(Boolean).join(t('；', '; '))
  }
}

/** What happened at the door lately. */
export function DoorEvents({ events }: { events: SecurityState['events'] }) {
  const { t, say } = useLanguage()
  if (events.length === 0) return <p className="zk-hint">{t('还没有记录', 'Nothing yet')}</p>
  return (
    <ul className="zk-secure-list zk-secure-events">
      {events.map((event) => (
        <li key={event.id} className={event.isBad ? 'zk-is-bad' : undefined}>
          <span>
            {event.words}
            {event.about ? <span className="zk-hint"> · {event.about}</span> : null}
          </span>
          <span className="zk-hint">{[event.device ? say(deviceOf(event.device)) : '', event.address].filter(Boolean).join(' · ')}</span>
          <time dateTime={event.at}>{at(event.at)}</time>
        </li>
      ))}
    </ul>
  )
}

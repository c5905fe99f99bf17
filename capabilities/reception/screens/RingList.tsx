import { Select } from 'antd'
import { useLanguage } from '#engine/web/language.tsx'
import { presences } from '../records/shift.ts'
import { sources } from '../records/reception.ts'
import { useDeed, type Picture, type RingSlot } from './desk-data.ts'

const settable = ['free', 'out', 'late', 'absent', 'away', 'left'] as const

/** The ring in its order: where everybody is, what he is owed, how many turns he has had, and today's visits by source. */
export function RingList({ picture }: { picture: Picture }) {
  const { t, say } = useLanguage()
  return (
    <aside className="zk-desk-side" aria-label={t('轮次', 'Ring')}>
      <h2>{t('轮次', 'Ring')}</h2>
      <ol className="zk-desk-ring">
        {picture.ring.map((slot) => (
          <Slot key={slot.user} slot={slot} picture={picture} />
        ))}
      </ol>
      {picture.bySource.length > 0 ? (
        <>
          <h2>{t('今日来源', 'Today by source')}</h2>
          <ul className="zk-desk-sources">
            {picture.bySource.map(({ register, source, n }) => (
              <li key={`${register} ${source}`}>
                <span>
                  {register === 'callIn' ? t('来电 · ', 'Call · ') : ''}
                  {source ? say(sources[source as 'other'] ?? { zh: source, en: source }) : t('未填', 'not said')}
                </span>
                <b>{n}</b>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </aside>
  )
}

function Slot({ slot, picture }: { slot: RingSlot; picture: Picture }) {
  const { t, say } = useLanguage()
  const deed = useDeed(picture)
  const { user, name, presence, owed, skips, turns } = slot
  const isBusy = presence === 'counted' || presence === 'uncounted'
  const mayMove = !isBusy && (picture.isDesk || user === picture.me)
  return (
    <li className={picture.onTurn === user ? 'zk-desk-on' : undefined} data-user={user}>
      <b>{name}</b>
      {mayMove ? (
        <Select
          size="small"
          aria-label={t(`${name}的状态`, `State of ${name}`)}
          value={presence}
          onChange={(next) => deed.mutate({ action: 'setPresence', input: { user, presence: next } })}
          options={settable.map((value) => ({ value, label: say(presences[value]) }))}
        />
      ) : (
        <span className={`zk-desk-${presences[presence].color}`}>{say(presences[presence])}</span>
      )}
      <small>
        {t(`已 ${turns} 轮`, `${turns} turns`)}
        {owed > 0 ? t(`，欠 ${owed} 轮`, `, owed ${owed}`) : ''}
        {skips > 0 ? t(`，下轮越过`, ', passed over next') : ''}
      </small>
    </li>
  )
}

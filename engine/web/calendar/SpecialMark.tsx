import type { CalendarDay } from '#engine/calendar/read-days.ts'
import { useLanguage } from '#engine/web/language.tsx'

/** Says that a day is off or made up for, and why: 休 国庆节. Off for the country, one's own department may work all the same. */
export function SpecialMark({ day }: { day: CalendarDay | undefined }) {
  const { t, say } = useLanguage()
  if (!day?.special) return null
  const { kind, name } = day.special
  const isOff = kind === 'off'
  const worksOn = isOff && day.hours.length > 0
  const restsOn = !isOff && day.hours.length === 0
  const told = [
    say(name),
    isOff ? t('休息', 'off') : t('调休上班', 'make-up workday'),
    worksOn ? t('本部门上班', 'your department works') : restsOn ? t('本部门休息', 'your department is off') : '',
  ]
  const text = told.filter(Boolean).join(t('，', ', '))
  return (
    <span className={`zk-special ${isOff ? 'zk-special-off' : 'zk-special-working'}`} title={text}>
      <span aria-hidden>
        <b className={worksOn || restsOn ? 'zk-special-others' : undefined}>{isOff ? t('休', 'Off') : t('班', 'Work')}</b>
        <span className="zk-special-name">{say(name)}</span>
      </span>
      <span className="zk-unseen">{text}</span>
    </span>
  )
}

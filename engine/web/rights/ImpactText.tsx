import type { Counted, Impact, ImpactOf, ImpactOn } from '#engine/access/impact.ts'
import { useDescription } from '../description.ts'
import { useLanguage } from '../language.tsx'

const rowsText = ({ value, exact }: Counted): string => `${value.toLocaleString()}${exact ? '' : '+'}`

/** What a change of rights does to people and records, the largest first, and whom it touches most. */
export function ImpactText({ impact }: { impact: Impact }) {
  const { t, say } = useLanguage()
  const { data } = useDescription()
  const nameOf = (record: string) => {
    const known = data?.records.find(({ name }) => name === record)
    return { zh: known?.words.zh ?? record, en: (known?.plural ?? record).toLowerCase() }
  }
  const line = ({ record, what, direction, users, rows }: ImpactOn) => {
    const name = nameOf(record)
    const n = rowsText(rows)
    const isLoss = direction === 'lose'
    return what === 'see'
      ? t(`${users} 人${isLoss ? '看不到' : '新看到'} ${n} 条${name.zh}`, `${users} ${isLoss ? 'lose' : 'gain'} sight of ${n} ${name.en}`)
      : t(
          `${users} 人${isLoss ? '不能再改' : '新能改'} ${n} 条${name.zh}`,
          `${users} ${isLoss ? 'may no longer change' : 'may newly change'} ${n} ${name.en}`,
        )
  }
  const change = ({ record, what, direction, rows }: ImpactOf['changes'][number]) => {
    const name = nameOf(record)
    const verb = what === 'see' ? { zh: '看', en: 'sees' } : { zh: '改', en: 'changes' }
    const sign = direction === 'lose' ? '−' : '+'
    return say({ zh: `${verb.zh}${name.zh} ${sign}${rowsText(rows)}`, en: `${verb.en} ${name.en} ${sign}${rowsText(rows)}` })
  }
  return (
    <div className="zk-impact">
      <ul className="zk-impact-on">
        {impact.on.map((entry) => (
          <li key={`${entry.record} ${entry.what} ${entry.direction}`} className={entry.direction === 'lose' ? 'zk-is-bad' : undefined}>
            {line(entry)}
          </li>
        ))}
      </ul>
      {impact.uncounted > 0 ? (
        <p className="zk-hint">
          {t(
            `另有 ${impact.uncounted} 人的权限会变，数据太多没有逐一计算。`,
            `The rights of ${impact.uncounted} more change; there is too much to count for each.`,
          )}
        </p>
      ) : null}
      {impact.people.length > 0 ? (
        <>
          <h3>{t('影响最大的人', 'Touched most')}</h3>
          <ul className="zk-impact-people">
            {impact.people.map(({ user, changes }) => (
              <li key={user.id}>
                <strong>{user.title}</strong> <span className="zk-hint">{changes.map(change).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}

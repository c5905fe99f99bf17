import type { Words } from '#engine/text/words.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'

interface Reason {
  why: Words
  points: number
}

const signed = (points: number): string => (points > 0 ? `+${points}` : `−${Math.abs(points)}`)

/** How good a lead is: the points with their three strongest reasons, and the chance that was learned, with its own. */
export function LeadScore({ item }: PanelProps) {
  const { t } = useLanguage()
  if (typeof item.score !== 'number') return null
  return (
    <section className="zk-lead-score">
      <h3>
        {t('评分', 'Score')}
        <b>{item.score}</b>
      </h3>
      <Reasons list={(item.scoreReasons as Reason[] | undefined) ?? []} none={t('没有符合的评分规则', 'It meets no score rule')} />
      {typeof item.chance === 'number' ? (
        <>
          <h3>
            {t('成交可能', 'Chance')}
            <b>{item.chance}%</b>
          </h3>
          <Reasons list={(item.chanceReasons as Reason[] | undefined) ?? []} none={t('与一般线索相同', 'As of a usual lead')} />
        </>
      ) : null}
    </section>
  )
}

function Reasons({ list, none }: { list: readonly Reason[]; none: string }) {
  const { say } = useLanguage()
  if (list.length === 0) return <p className="zk-faint">{none}</p>
  return (
    <ul>
      {list.map(({ why, points }) => (
        <li key={why.zh}>
          <span>{say(why)}</span>
          <b>{signed(points)}</b>
        </li>
      ))}
    </ul>
  )
}

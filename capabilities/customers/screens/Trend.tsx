import { useLanguage } from '#engine/web/language.tsx'

const wide = 120
const high = 28

/** Scores of days as a line, with what it began and ended with in words. Days stand as far apart as they are. */
export function Trend({ trend, isLarge = false }: { trend: readonly { day: string; score: number }[]; isLarge?: boolean }) {
  const { t } = useLanguage()
  const first = trend[0]
  const last = trend.at(-1)
  if (!first || !last || trend.length < 2) return <span className="zk-faint">{t('今天开始', 'from today')}</span>
  const scores = trend.map(({ score }) => score)
  const [least, most] = [Math.max(0, Math.min(...scores) - 5), Math.min(100, Math.max(...scores) + 5)]
  const [from, until] = [Date.parse(first.day), Date.parse(last.day)]
  const points = trend.map(({ day, score }) => {
    const [x, y] = [(Date.parse(day) - from) / (until - from), 1 - (score - least) / (most - least)]
    return `${(x * wide).toFixed(1)},${(y * high).toFixed(1)}`
  })
  const change = last.score - first.score
  return (
    <span className={isLarge ? 'zk-trend zk-trend-large' : 'zk-trend'}>
      <svg
        viewBox={`0 0 ${wide} ${high}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t(
          `${first.day} 为 ${first.score} 分，${last.day} 为 ${last.score} 分`,
          `${first.score} on ${first.day}, ${last.score} on ${last.day}`,
        )}
      >
        <polyline points={points.join(' ')} />
      </svg>
      <span className={change < 0 ? 'zk-trend-down' : undefined}>{change === 0 ? '±0' : change > 0 ? `+${change}` : `−${-change}`}</span>
    </span>
  )
}

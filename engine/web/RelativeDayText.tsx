import type { RelativeDay } from '#engine/time/relative.ts'
import { useLanguage } from './language.tsx'

/** A day of a filter told from today on. */
export function RelativeDayText({ value: { from, plus = 0 } }: { value: RelativeDay }) {
  const { t } = useLanguage()
  if (from === 'today') {
    if (plus === 0) return <>{t('今天', 'today')}</>
    return <>{plus < 0 ? t(`${-plus} 天前`, `${-plus} days ago`) : t(`${plus} 天后`, `in ${plus} days`)}</>
  }
  const near = {
    week: [t('上周', 'last week'), t('本周', 'this week'), t('下周', 'next week')],
    month: [t('上月', 'last month'), t('本月', 'this month'), t('下月', 'next month')],
    quarter: [t('上季', 'last quarter'), t('本季', 'this quarter'), t('下季', 'next quarter')],
    year: [t('去年', 'last year'), t('今年', 'this year'), t('明年', 'next year')],
  }[from][plus + 1]
  if (near) return <>{t(`${near}初`, `the start of ${near}`)}</>
  const n = Math.abs(plus)
  const unit = { week: '周', month: '个月', quarter: '个季度', year: '年' }[from]
  const start = { week: '周初', month: '月初', quarter: '季初', year: '年初' }[from]
  return (
    <>
      {plus < 0
        ? t(`${n} ${unit}前的${start}`, `the start of the ${from} ${n} ${from}s ago`)
        : t(`${n} ${unit}后的${start}`, `the start of the ${from} in ${n} ${from}s`)}
    </>
  )
}

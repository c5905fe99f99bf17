import { InputNumber, Select } from 'antd'
import type { FieldDescription } from '#engine/record/describe.ts'
import { isRelative, type RelativeDay } from '#engine/time/relative.ts'
import { useLanguage } from './language.tsx'
import { viewOf } from './views.ts'

/** A day of a filter told from today on. */
export function RelativeDayText({ value: { from, plus = 0 } }: { value: RelativeDay }) {
  const { t } = useLanguage()
  if (from === 'today') {
    if (plus === 0) return <>{t('今天', 'today')}</>
    return <>{plus < 0 ? t(`${-plus} 天前`, `${-plus} days ago`) : t(`${plus} 天后`, `in ${plus} days`)}</>
  }
  const which = {
    week: [t('上周', 'last week'), t('本周', 'this week'), t('下周', 'next week')],
    month: [t('上月', 'last month'), t('本月', 'this month'), t('下月', 'next month')],
    quarter: [t('上季', 'last quarter'), t('本季', 'this quarter'), t('下季', 'next quarter')],
    year: [t('去年', 'last year'), t('今年', 'this year'), t('明年', 'next year')],
  }[from][plus + 1]
  return <>{t(`${which ?? from}初`, `the start of ${which ?? from}`)}</>
}

type Way = 'day' | 'ago' | 'ahead' | 'today' | 'week' | 'month' | 'quarter' | 'year'

const wayOf = (value: unknown): Way => {
  if (!isRelative(value)) return 'day'
  if (value.from !== 'today') return value.from
  return !value.plus ? 'today' : value.plus < 0 ? 'ago' : 'ahead'
}

/** Asks for a day of a filter: a certain one, or one that moves with the calendar. */
export function RelativeDayInput({
  id,
  field,
  value,
  onChange,
}: {
  id: string
  field: FieldDescription
  value: unknown
  onChange(value: unknown): void
}) {
  const { t } = useLanguage()
  const { Input } = viewOf(field.kind)
  const way = wayOf(value)
  const choose = (next: Way) => {
    if (next === 'day') onChange(undefined)
    else if (next === 'ago') onChange({ from: 'today', plus: -30 })
    else if (next === 'ahead') onChange({ from: 'today', plus: 7 })
    else onChange({ from: next })
  }
  const days = isRelative(value) ? Math.abs(value.plus ?? 0) : 0
  return (
    <div className="zk-relative">
      <Select<Way>
        value={way}
        onChange={choose}
        aria-label={t('怎样的日期', 'What kind of day')}
        options={[
          { value: 'ago', label: t('几天前', 'Days ago') },
          { value: 'today', label: t('今天', 'Today') },
          { value: 'ahead', label: t('几天后', 'Days ahead') },
          { value: 'week', label: t('本周初', 'Start of this week') },
          { value: 'month', label: t('本月初', 'Start of this month') },
          { value: 'quarter', label: t('本季初', 'Start of this quarter') },
          { value: 'year', label: t('今年初', 'Start of this year') },
          { value: 'day', label: t('某一天', 'A certain day') },
        ]}
      />
      {way === 'ago' || way === 'ahead' ? (
        <InputNumber
          id={id}
          min={1}
          max={4000}
          precision={0}
          value={days}
          suffix={t('天', 'days')}
          onChange={(n) => onChange({ from: 'today', plus: (n ?? 1) * (way === 'ago' ? -1 : 1) })}
        />
      ) : null}
      {way === 'day' ? <Input id={id} field={field} value={isRelative(value) ? null : (value ?? null)} onChange={onChange} /> : null}
    </div>
  )
}

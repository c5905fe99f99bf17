import { InputNumber, Select } from 'antd'
import type { FieldDescription } from '#engine/record/describe.ts'
import { isRelative } from '#engine/time/relative.ts'
import { useLanguage } from './language.tsx'
import { inputOf } from './inputs.ts'

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
  const { Input } = inputOf(field.kind)
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
          controls={false}
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

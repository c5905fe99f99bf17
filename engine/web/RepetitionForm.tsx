import { Checkbox, DatePicker, InputNumber, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { inOrder, readRepetition, writeRepetition, type Repetition } from '#engine/time/repetition.ts'
import { sayRepetition, sayWeekday } from '#engine/time/say-repetition.ts'
import type { InputProps } from './field-view.ts'
import { useClear } from './clear.ts'
import { useLanguage } from './language.tsx'

const weekdays = [1, 2, 3, 4, 5, 6, 7]

/** Asks how something comes back, with a plain form whose answer is read as a sentence below. */
export function RepetitionForm({ id, value, onChange, isBad, disabled }: InputProps) {
  const { t, say } = useLanguage()
  const rule = value ? readRepetition(value as string) : undefined
  const set = (next: Repetition | null) => onChange(next && writeRepetition(next))
  return (
    <div className="zk-repetition">
      <Select<string>
        id={id}
        value={rule?.unit ?? 'none'}
        onChange={(unit) => set(unit === 'none' ? null : { unit: unit as Repetition['unit'], every: 1, ...endOf(rule) })}
        options={[
          { value: 'none', label: t('不重复', 'Does not repeat') },
          { value: 'day', label: t('按天', 'By days') },
          { value: 'week', label: t('按周', 'By weeks') },
          { value: 'month', label: t('按月', 'By months') },
          { value: 'year', label: t('按年', 'By years') },
        ]}
        {...(isBad ? { status: 'error' as const } : {})}
        disabled={disabled ?? false}
      />
      {rule ? (
        <>
          <Every rule={rule} onChange={set} disabled={disabled ?? false} />
          <On rule={rule} onChange={set} disabled={disabled ?? false} />
          <End rule={rule} onChange={set} disabled={disabled ?? false} />
          <p className="zk-hint" aria-live="polite">
            {say(sayRepetition(rule))}
            {rule.unit === 'week' && !rule.weekdays ? t('，按截止日期的星期', ', on the weekday of the due day') : ''}
            {(rule.unit === 'month' || rule.unit === 'year') && !rule.monthDay ? t('，按截止日期', ', on the day of the due day') : ''}
          </p>
        </>
      ) : null}
    </div>
  )
}

interface PartProps {
  rule: Repetition
  onChange(rule: Repetition): void
  disabled: boolean
}

const endOf = (rule: Repetition | undefined) => ({
  ...(rule?.until ? { until: rule.until } : {}),
  ...(rule?.count ? { count: rule.count } : {}),
})

function Every({ rule, onChange, disabled }: PartProps) {
  const { t } = useLanguage()
  const unit = {
    day: t('天', 'days'),
    week: t('周', 'weeks'),
    month: t('个月', 'months'),
    year: t('年', 'years'),
  }[rule.unit]
  return (
    <InputNumber
      controls={false}
      min={1}
      max={999}
      precision={0}
      value={rule.every}
      onChange={(every) => onChange({ ...rule, every: every ?? 1 })}
      prefix={t('每', 'Every')}
      suffix={unit}
      aria-label={t('间隔', 'Interval')}
      disabled={disabled}
    />
  )
}

/** On which days of the week, or on which day of the month. Left open it is the day on which the first is due. */
function On({ rule, onChange, disabled }: PartProps) {
  const { t, say } = useLanguage()
  const clear = useClear()
  if (rule.unit === 'week')
    return (
      <Checkbox.Group
        className="zk-weekdays"
        value={[...(rule.weekdays ?? [])]}
        onChange={(chosen) => {
          const { weekdays: _, ...rest } = rule
          onChange(chosen.length > 0 ? { ...rest, weekdays: inOrder(chosen.map(Number)) } : rest)
        }}
        options={weekdays.map((weekday) => ({ value: weekday, label: t(say(sayWeekday(weekday)), say(sayWeekday(weekday)).slice(0, 3)) }))}
        disabled={disabled}
      />
    )
  if (rule.unit !== 'month') return null
  return (
    <Select<number | 'last'>
      allowClear={clear}
      placeholder={t('哪一天', 'Which day')}
      value={rule.monthDay ?? null}
      onChange={(monthDay) => {
        const { monthDay: _, ...rest } = rule
        onChange(monthDay ? { ...rest, monthDay } : rest)
      }}
      aria-label={t('哪一天', 'Which day')}
      options={[
        { value: 'last' as const, label: t('最后一天', 'The last day') },
        ...Array.from({ length: 30 }, (_, i) => ({ value: i + 1, label: t(`${i + 1} 日`, String(i + 1)) })),
      ]}
      disabled={disabled}
    />
  )
}

function End({ rule, onChange, disabled }: PartProps) {
  const { t } = useLanguage()
  const end = rule.until ? 'until' : rule.count ? 'count' : 'never'
  const choose = (next: string) => {
    const { until: _, count: __, ...rest } = rule
    if (next === 'until') onChange({ ...rest, until: dayjs().add(3, 'month').format('YYYY-MM-DD') })
    else onChange(next === 'count' ? { ...rest, count: 10 } : rest)
  }
  return (
    <div className="zk-repetition-end">
      <Radio.Group
        value={end}
        onChange={(event) => choose(event.target.value as string)}
        disabled={disabled}
        aria-label={t('到什么时候', 'How long')}
        options={[
          { value: 'never', label: t('一直', 'For good') },
          { value: 'until', label: t('到某天', 'Until a day') },
          { value: 'count', label: t('若干次', 'So many times') },
        ]}
      />
      {rule.until ? (
        <DatePicker
          allowClear={false}
          value={dayjs(rule.until)}
          onChange={(next) => next && onChange({ ...rule, until: next.format('YYYY-MM-DD') })}
          aria-label={t('最后一天', 'The last day')}
          disabled={disabled}
        />
      ) : null}
      {rule.count ? (
        <InputNumber
          controls={false}
          min={1}
          max={9999}
          precision={0}
          value={rule.count}
          onChange={(count) => onChange({ ...rule, count: count ?? 1 })}
          suffix={t('次', 'times')}
          aria-label={t('次数', 'How many times')}
          disabled={disabled}
        />
      ) : null}
    </div>
  )
}

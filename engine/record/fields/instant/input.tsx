import { DatePicker, Input, Space } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { companyZone, dayAt, instantOfLocal, showInstant } from '#engine/time/zone.ts'
import type { InputProps } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'

/** A day and a time of day; the clock on the screen is the company's, wherever the browser stands. */
export function InstantInput({ id, value, onChange, field, isBad, disabled }: InputProps) {
  const { t, say } = useLanguage()
  const [day, time] = value ? (showInstant(value as string, companyZone).split(' ') as [string, string]) : [null, '']
  const change = (nextDay: string | null, nextTime: string) => {
    const [hour = 9, minute = 0] = nextTime ? nextTime.split(':').map(Number) : []
    onChange(nextDay ? instantOfLocal(nextDay, hour, minute, 0, companyZone) : null)
  }
  const look = { ...(isBad ? { status: 'error' as const } : {}), disabled: disabled ?? false }
  return (
    <Space.Compact block>
      <DatePicker
        id={id}
        value={day ? dayjs(day) : null}
        onChange={(next) => change(next ? next.format('YYYY-MM-DD') : null, time)}
        style={{ width: '100%' }}
        {...look}
      />
      <Input
        type="time"
        value={time}
        onChange={(event) => change(day ?? dayAt(Date.now()), event.target.value)}
        aria-label={t(`${field.words.zh}，几点`, `${say(field.words)}, time of day`)}
        style={{ width: 132 }}
        {...look}
      />
    </Space.Compact>
  )
}

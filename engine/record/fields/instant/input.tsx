import { Input, Space } from 'antd'
import dayjs from 'dayjs'
import { companyZone, dayAt, instantOfLocal, showInstant } from '#engine/time/zone.ts'
import { DayPicker } from '#engine/web/DayPicker.tsx'
import { inputState, type InputProps } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'

/** A day and a time of day; the clock on the screen is the company's, wherever the browser stands. */
export function InstantInput(props: InputProps) {
  const { value, onChange, field } = props
  const { t, say } = useLanguage()
  const [day, time] = value ? (showInstant(value as string, companyZone).split(' ') as [string, string]) : [null, '']
  const change = (nextDay: string | null, nextTime: string) => {
    const [hour = 9, minute = 0] = nextTime ? nextTime.split(':').map(Number) : []
    onChange(nextDay ? instantOfLocal(nextDay, hour, minute, 0, companyZone) : null)
  }
  return (
    <Space.Compact block>
      <DayPicker input={props} value={day ? dayjs(day) : null} onChange={(next) => change(next ? next.format('YYYY-MM-DD') : null, time)} />
      <Input
        type="time"
        value={time}
        onChange={(event) => change(day ?? dayAt(Date.now()), event.target.value)}
        aria-label={t(`${field.words.zh}，几点`, `${say(field.words)}, time of day`)}
        style={{ width: 132 }}
        {...inputState(props)}
      />
    </Space.Compact>
  )
}

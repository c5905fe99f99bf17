import { Space, TimePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { companyZone, dayAt, instantOfLocal, showInstant } from '#engine/time/zone.ts'
import { DayPicker } from '#engine/web/DayPicker.tsx'
import { inputState, type InputProps } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'

/** The hour at which a day begins that was chosen without one. */
const morning = 9

/** A day and a time of day; the clock on the screen is the company's, wherever the browser stands. */
export function InstantInput(props: InputProps) {
  const { value, onChange, field } = props
  const { t, say } = useLanguage()
  const [day, time] = value ? (showInstant(value as string, companyZone).split(' ') as [string, string]) : [null, null]
  const clock = time === null ? null : dayjs(`2000-01-01T${time.slice(0, 5)}`)
  const change = (on: Dayjs | string, at: Dayjs | null) => {
    const text = typeof on === 'string' ? on : on.format('YYYY-MM-DD')
    onChange(instantOfLocal(text, at?.hour() ?? morning, at?.minute() ?? 0, 0, companyZone))
  }
  return (
    <Space.Compact block>
      <DayPicker
        input={props}
        withTime
        value={day ? dayjs(day) : null}
        onChange={(next) => (next ? change(next, next.hour() + next.minute() > 0 ? next : clock) : onChange(null))}
      />
      <TimePicker
        format="HH:mm"
        minuteStep={5}
        needConfirm={false}
        allowClear={false}
        value={clock}
        onChange={(next) => next && change(day ?? dayAt(Date.now()), next)}
        // As soon as it is typed, as in the field of times.
        onCalendarChange={(next) => next && change(day ?? dayAt(Date.now()), next as Dayjs)}
        aria-label={t(`${field.words.zh}，几点`, `${say(field.words)}, time of day`)}
        placeholder={t('几点', 'Time')}
        style={{ width: 104, flex: 'none' }}
        {...inputState(props)}
      />
    </Space.Compact>
  )
}

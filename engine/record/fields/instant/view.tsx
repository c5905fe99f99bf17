import dayjs from 'dayjs'
import { DayInput } from '#engine/web/DayInput.tsx'
import type { FieldView } from '#engine/web/field-view.ts'
import { companyZone, instantOfLocal, showInstant } from '#engine/time/zone.ts'

export const instantView: FieldView = {
  Show: ({ value }) => (
    <time className="zk-number" dateTime={value as string}>
      {showInstant(value as string, companyZone)}
    </time>
  ),
  // The clock on the screen is the company's, wherever the browser stands.
  Input: (props) => (
    <DayInput
      input={props}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      value={props.value ? dayjs(showInstant(props.value as string, companyZone)) : null}
      onChange={(next) =>
        props.onChange(next ? instantOfLocal(next.format('YYYY-MM-DD'), next.hour(), next.minute(), 0, companyZone) : null)
      }
    />
  ),
}

import dayjs from 'dayjs'
import { DayPicker } from '#engine/web/DayPicker.tsx'
import type { InputProps } from '#engine/web/field-view.ts'
import { companyZone, instantOfLocal, showInstant } from '#engine/time/zone.ts'

// The clock on the screen is the company's, wherever the browser stands.
export const InstantInput = (props: InputProps) => (
  <DayPicker
    input={props}
    showTime={{ format: 'HH:mm' }}
    format="YYYY-MM-DD HH:mm"
    value={props.value ? dayjs(showInstant(props.value as string, companyZone)) : null}
    onChange={(next) => props.onChange(next ? instantOfLocal(next.format('YYYY-MM-DD'), next.hour(), next.minute(), 0, companyZone) : null)}
  />
)

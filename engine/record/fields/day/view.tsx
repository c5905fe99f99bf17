import dayjs from 'dayjs'
import { DayInput } from '#engine/web/DayInput.tsx'
import type { FieldView } from '#engine/web/field-view.ts'

export const dayView: FieldView = {
  Show: ({ value }) => <span className="zk-number">{value as string}</span>,
  Input: (props) => (
    <DayInput
      input={props}
      value={props.value ? dayjs(props.value as string) : null}
      onChange={(next) => props.onChange(next ? next.format('YYYY-MM-DD') : null)}
    />
  ),
}

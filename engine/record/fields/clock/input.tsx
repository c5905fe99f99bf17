import { AutoComplete, TimePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { fieldOf } from '#engine/record/described-field.ts'
import { readCell } from '#engine/record/read-cell.ts'
import { inputState, type InputProps } from '#engine/web/field-view.ts'

export const ClockInput = (props: InputProps) =>
  props.field.isEnd ? (
    <EndInput {...props} />
  ) : (
    <TimePicker
      id={props.id}
      format="HH:mm"
      minuteStep={5}
      needConfirm={false}
      value={props.value ? dayjs(`2000-01-01T${props.value as string}`) : null}
      onChange={(next) => props.onChange(next ? next.format('HH:mm') : null)}
      style={{ width: '100%' }}
      {...inputState(props)}
    />
  )

const halfHours = Array.from({ length: 48 }, (_, i) => {
  const minutes = (i + 1) * 30
  return { value: `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${minutes % 60 === 0 ? '00' : '30'}` }
})

/** Asks for the end of something: a picker of times knows no 24:00. */
function EndInput(props: InputProps) {
  const { id, value, onChange, field } = props
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <AutoComplete
      id={id}
      value={typed ?? (value as string | null) ?? ''}
      options={halfHours}
      onChange={(text) => setTyped(text ?? '')}
      onSelect={(text) => {
        setTyped(null)
        onChange(text)
      }}
      onBlur={() => {
        if (typed === null) return
        const read = typed.trim() === '' ? { value: null } : readCell(fieldOf(field), typed)
        // What cannot be read stays as it was typed, for the form to mark.
        onChange('value' in read ? read.value : typed)
        setTyped(null)
      }}
      style={{ width: '100%' }}
      {...inputState(props)}
    />
  )
}

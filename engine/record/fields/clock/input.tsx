import { Input, TimePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
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
      // The kit tells of a typed time only when its panel has closed, which may be after the form was sent.
      onCalendarChange={(next) => next && props.onChange((next as Dayjs).format('HH:mm'))}
      style={{ width: '100%' }}
      {...inputState(props)}
    />
  )

/** Asks for the end of something, as people write it: a picker of times knows no 24:00. */
function EndInput(props: InputProps) {
  const { id, value, onChange, field, autoFocus } = props
  const [typed, setTyped] = useState<string | null>(null)
  const read = (text: string) => (text.trim() === '' ? { value: null } : readCell(fieldOf(field), text))
  return (
    <Input
      id={id}
      className="zk-number"
      autoComplete="off"
      placeholder="24:00"
      value={typed ?? (value as string | null) ?? ''}
      onChange={(event) => {
        setTyped(event.target.value)
        const known = read(event.target.value)
        if ('value' in known) onChange(known.value)
      }}
      onBlur={() => {
        // What cannot be read stays as it was typed, for the form to mark.
        if (typed !== null && 'fault' in read(typed)) onChange(typed)
        setTyped(null)
      }}
      autoFocus={autoFocus ?? false}
      {...inputState(props)}
    />
  )
}

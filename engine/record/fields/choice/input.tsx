import { Select } from 'antd'
import { useClear } from '#engine/web/clear.ts'
import { inOrder } from '#engine/record/choice-lists.ts'
import { openChoices } from '#engine/record/depends.ts'
import type { FieldDescription } from '#engine/record/describe.ts'
import { inputState, type InputProps } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'

/** The choices that are offered and open beside the other values of the form, as options of a list; what is retired stays where it is. */
export function useOptions(
  field: FieldDescription,
  others: InputProps['others'] = {},
  there: readonly unknown[] = [],
): { value: string; label: string }[] {
  const { say } = useLanguage()
  const open = openChoices(field, others)
  return inOrder(field.choices ?? {})
    .filter(([code, entry]) => (!open || open.includes(code)) && (!entry.isRetired || there.includes(code)))
    .map(([code, entry]) => ({ value: code, label: say(entry) }))
}

export function ChoiceInput(props: InputProps) {
  const { id, value, onChange, field, others } = props
  const { say } = useLanguage()
  const options = useOptions(field, others, [value])
  // A choice that is closed meanwhile keeps its words; the form says that it does not fit.
  const isClosed = typeof value === 'string' && value in (field.choices ?? {}) && !options.some((option) => option.value === value)
  const clear = useClear(!field.required)
  return (
    <Select
      id={id}
      value={(value as string | null) ?? null}
      onChange={(next: string | null) => onChange(next ?? null)}
      allowClear={clear}
      showSearch={{ optionFilterProp: 'label' }}
      options={isClosed ? [...options, { value, label: say(field.choices![value]), disabled: true }] : options}
      style={{ width: '100%' }}
      {...inputState(props)}
    />
  )
}

import { Select } from 'antd'
import { useOptions } from '#engine/record/fields/choice/input.tsx'
import { inputState, type InputProps } from '#engine/web/field-view.ts'

export const ChoicesInput = (props: InputProps) => (
  <Select
    id={props.id}
    mode={props.field.choices ? 'multiple' : 'tags'}
    value={(props.value as string[] | null) ?? []}
    onChange={props.onChange}
    options={useOptions(props.field, props.others, (props.value as string[] | null) ?? [])}
    showSearch={{ optionFilterProp: 'label' }}
    style={{ width: '100%' }}
    {...inputState(props)}
  />
)

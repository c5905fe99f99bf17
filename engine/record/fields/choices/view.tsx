import { Select } from 'antd'
import { useOptions } from '#engine/record/fields/choice/view.tsx'
import { inputState, type FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'

export const choicesView: FieldView = {
  Show({ value, field }) {
    const { say } = useLanguage()
    return (
      <span className="zk-tags">
        {(value as string[]).map((code) => (
          <span key={code} className="zk-tag">
            {say(field.choices?.[code]) || code}
          </span>
        ))}
      </span>
    )
  },
  Input: (props) => (
    <Select
      id={props.id}
      mode={props.field.choices ? 'multiple' : 'tags'}
      value={(props.value as string[] | null) ?? []}
      onChange={props.onChange}
      options={useOptions(props.field, props.others)}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: '100%' }}
      {...inputState(props)}
    />
  ),
}

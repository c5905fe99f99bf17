import { Select } from 'antd'
import { inputState, type InputProps } from './field-view.ts'
import { useLanguage } from './language.tsx'
import { useRecordWords } from './RecordName.tsx'

/** Chooses a record type. */
export function RecordNamePicker(props: InputProps) {
  const { t, say } = useLanguage()
  const options = Object.entries(useRecordWords()(props.field)).map(([name, label]) => ({ value: name, label: say(label) }))
  return (
    <Select
      id={props.id}
      value={(props.value as string | null) ?? null}
      onChange={props.onChange}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('选择对象', 'Choose a record type')}
      style={{ width: '100%', minWidth: 120 }}
      {...inputState(props)}
    />
  )
}

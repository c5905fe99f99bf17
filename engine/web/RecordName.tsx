import { Select } from 'antd'
import type { FieldDescription } from '#engine/record/describe.ts'
import { words, type Words } from '#engine/text/words.ts'
import { useDescription } from './description.ts'
import { inputState, type InputProps } from './field-view.ts'
import { useLanguage } from './language.tsx'

/** The names that fields of record types are chosen from, with their words. */
export function useRecordWords(): (field: FieldDescription) => Record<string, Words> {
  const { data } = useDescription()
  return (field) => ({
    ...(field.among === 'records or *' ? { '*': words('全部对象', 'All records') } : {}),
    ...Object.fromEntries((data?.records ?? []).map((record) => [record.name, record.words])),
  })
}

/** The name of a record type, in words. */
export function RecordName({ value, field }: { value: string; field: FieldDescription }) {
  const { say } = useLanguage()
  return <>{say(useRecordWords()(field)[value]) || value}</>
}

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

import { Select } from 'antd'
import type { FieldDescription } from '#engine/record/describe.ts'
import { useDescription } from './description.ts'
import type { InputProps } from './field-view.ts'
import { useLanguage } from './language.tsx'

const useRecordNames = (field: FieldDescription): Map<string, string> => {
  const { t, say } = useLanguage()
  const { data } = useDescription()
  return new Map([
    ...(field.among === 'records or *' ? [['*', t('全部对象', 'All records')] as const] : []),
    ...(data?.records ?? []).map((record) => [record.name, say(record.words)] as const),
  ])
}

/** The name of a record type, in words. */
export function RecordName({ value, field }: { value: string; field: FieldDescription }) {
  return <>{useRecordNames(field).get(value) ?? value}</>
}

/** Chooses a record type. */
export function RecordNamePicker({ id, value, onChange, field, isBad, disabled }: InputProps) {
  const { t } = useLanguage()
  const options = [...useRecordNames(field)].map(([name, label]) => ({ value: name, label }))
  return (
    <Select
      id={id}
      value={(value as string | null) ?? null}
      onChange={onChange}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('选择对象', 'Choose a record type')}
      style={{ width: '100%', minWidth: 120 }}
      {...(isBad ? { status: 'error' as const } : {})}
      disabled={disabled ?? false}
    />
  )
}

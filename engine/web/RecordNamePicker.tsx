import { Select } from 'antd'
import type { InputProps } from './field-view.ts'
import { useLanguage } from './language.tsx'
import { useRecordNames } from './RecordName.tsx'

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

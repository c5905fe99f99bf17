import { Select } from 'antd'
import type { InputProps } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'

export function ChoicesInput({ id, value, onChange, field, isBad, disabled }: InputProps) {
  const { say } = useLanguage()
  return (
    <Select
      id={id}
      mode={field.choices ? 'multiple' : 'tags'}
      value={(value as string[] | null) ?? []}
      onChange={onChange}
      options={Object.entries(field.choices ?? {}).map(([code, entry]) => ({ value: code, label: say(entry) }))}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: '100%' }}
      {...(isBad ? { status: 'error' as const } : {})}
      disabled={disabled ?? false}
    />
  )
}

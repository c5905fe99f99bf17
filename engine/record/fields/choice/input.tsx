import { Select } from 'antd'
import { useClear } from '#engine/web/clear.ts'
import type { InputProps } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'

export function ChoiceInput({ id, value, onChange, field, isBad, disabled }: InputProps) {
  const { say } = useLanguage()
  const clear = useClear(!field.required)
  return (
    <Select
      id={id}
      value={(value as string | null) ?? null}
      onChange={(next: string | null) => onChange(next ?? null)}
      allowClear={clear}
      showSearch={{ optionFilterProp: 'label' }}
      options={Object.entries(field.choices ?? {}).map(([code, entry]) => ({ value: code, label: say(entry) }))}
      style={{ width: '100%' }}
      {...(isBad ? { status: 'error' as const } : {})}
      disabled={disabled ?? false}
    />
  )
}

import { Select } from 'antd'
import type { FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'

export const choiceView: FieldView = {
  Show({ value, field }) {
    const { say } = useLanguage()
    const entry = field.choices?.[value as string]
    return entry?.color ? <span className={`zk-state zk-${entry.color}`}>{say(entry)}</span> : <>{say(entry) || (value as string)}</>
  },
  Input({ id, value, onChange, field, isBad, disabled }) {
    const { say } = useLanguage()
    return (
      <Select
        id={id}
        value={(value as string | null) ?? null}
        onChange={(next: string | null) => onChange(next ?? null)}
        allowClear={!field.required}
        showSearch={{ optionFilterProp: 'label' }}
        options={Object.entries(field.choices ?? {}).map(([code, entry]) => ({ value: code, label: say(entry) }))}
        style={{ width: '100%' }}
        {...(isBad ? { status: 'error' as const } : {})}
        disabled={disabled ?? false}
      />
    )
  },
}

import { Select } from 'antd'
import { optionsOf } from '#engine/record/fields/choice/view.tsx'
import type { FieldView } from '#engine/web/field-view.ts'
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
  Input({ id, value, onChange, field, isBad, disabled }) {
    const { say } = useLanguage()
    return (
      <Select
        id={id}
        mode={field.choices ? 'multiple' : 'tags'}
        value={(value as string[] | null) ?? []}
        onChange={onChange}
        options={optionsOf(field, (value as string[] | null) ?? []).map(([code, entry]) => ({ value: code, label: say(entry) }))}
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: '100%' }}
        {...(isBad ? { status: 'error' as const } : {})}
        disabled={disabled ?? false}
      />
    )
  },
}

import { Select } from 'antd'
import { inOrder } from '#engine/record/choice-lists.ts'
import type { DescribedChoice, FieldDescription } from '#engine/record/describe.ts'
import type { FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'

/** The choices that are offered, and those that are there already although they are offered no more. */
export const optionsOf = (field: FieldDescription, there: readonly unknown[]): [string, DescribedChoice][] =>
  inOrder(field.choices ?? {}).filter(([code, entry]) => !entry.isRetired || there.includes(code))

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
        options={optionsOf(field, [value]).map(([code, entry]) => ({ value: code, label: say(entry) }))}
        style={{ width: '100%' }}
        {...(isBad ? { status: 'error' as const } : {})}
        disabled={disabled ?? false}
      />
    )
  },
}

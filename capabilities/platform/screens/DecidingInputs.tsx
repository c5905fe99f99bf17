import { Select } from 'antd'
import { inOrder } from '#engine/record/choice-lists.ts'
import type { FieldDescription } from '#engine/record/describe.ts'
import { useRecordDescription } from '#engine/web/description.ts'
import type { InputProps } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'

const decides = (field: FieldDescription) => field.kind === 'yesNo' || field.choices !== undefined

/** Chooses the field that decides whether another one is asked for: a choice, a state, a yes or no. */
export function DecidingFieldInput({ id, value, onChange, others, isBad }: InputProps) {
  const { t, say } = useLanguage()
  const record = useRecordDescription(String(others?.record ?? ''))
  const fields = record?.fields.filter((field) => decides(field) && field.name !== others?.name) ?? []
  return (
    <Select
      id={id}
      value={(value as string | null) ?? null}
      onChange={(next: string | null) => onChange(next ?? null)}
      options={fields.map((field) => ({ value: field.name, label: say(field.words) }))}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('总是填写', 'Always')}
      allowClear
      style={{ width: '100%' }}
      {...(isBad ? { status: 'error' as const } : {})}
    />
  )
}

/** Chooses the values at which it is asked for. */
export function DecidingValuesInput({ id, value, onChange, others, isBad }: InputProps) {
  const { t, say } = useLanguage()
  const record = useRecordDescription(String(others?.record ?? ''))
  const field = record?.fields.find((entry) => entry.name === others?.onlyWhenField)
  const options =
    field?.kind === 'yesNo'
      ? [
          { value: 'true', label: t('是', 'Yes') },
          { value: 'false', label: t('否', 'No') },
        ]
      : inOrder(field?.choices ?? {}).map(([code, choice]) => ({ value: code, label: say(choice) }))
  const known = ((value as string[] | null) ?? []).filter((code) => options.some((option) => option.value === code))
  return (
    <Select
      id={id}
      mode="multiple"
      value={known}
      onChange={onChange}
      options={options}
      disabled={!field}
      style={{ width: '100%' }}
      {...(isBad ? { status: 'error' as const } : {})}
    />
  )
}

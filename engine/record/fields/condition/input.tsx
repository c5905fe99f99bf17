import { useRecordDescription } from '#engine/web/description.ts'
import type { InputProps } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { later } from '#engine/web/later.tsx'
import type { FilterTree } from './index.ts'
import { leavesOf } from './view.tsx'

const ConditionsEditor = later(() => import('#engine/web/ConditionsEditor.tsx').then((file) => file.ConditionsEditor))

/** Conditions on a record type that is known are made here; others where they are used, with the filter of a list, and here only told of. */
export function ConditionInput({ id, field, value, onChange, isBad }: InputProps) {
  const { t, say } = useLanguage()
  const record = useRecordDescription(field.over ?? '')
  if (record)
    return (
      <ConditionsEditor
        id={id}
        label={say(field.words)}
        record={record}
        value={value as FilterTree | null}
        onChange={onChange}
        isBad={isBad ?? false}
      />
    )
  const n = value ? leavesOf(value as FilterTree) : 0
  return <span className="zk-faint">{t(`${n} 个条件，在列表中修改`, `${n} conditions, changed in the list`)}</span>
}

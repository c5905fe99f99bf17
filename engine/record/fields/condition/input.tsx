import type { InputProps } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { FilterTree } from './index.ts'
import { leavesOf } from './view.tsx'

/** Conditions are made where they are used, with the filter of a list; here they are only told of. */
export function ConditionInput({ value }: InputProps) {
  const { t } = useLanguage()
  const n = value ? leavesOf(value as FilterTree) : 0
  return <span className="zk-faint">{t(`${n} 个条件，在列表中修改`, `${n} conditions, changed in the list`)}</span>
}

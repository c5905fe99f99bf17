import { useRecordDescription } from '#engine/web/description.ts'
import type { FieldView } from '#engine/web/field-view.ts'
import { FilterSentence } from '#engine/web/FilterSentence.tsx'
import { partsOf } from '#engine/web/filter-parts.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { FilterTree } from './index.ts'

/** How many comparisons a condition holds. */
export const leavesOf = (tree: FilterTree): number => {
  if ('and' in tree) return tree.and.reduce((sum, part) => sum + leavesOf(part), 0)
  if ('or' in tree) return tree.or.reduce((sum, part) => sum + leavesOf(part), 0)
  if ('not' in tree) return leavesOf(tree.not)
  return 'linked' in tree && tree.where ? 1 + leavesOf(tree.where) : 1
}

export const conditionView: FieldView = {
  Show({ value, field }) {
    const { t } = useLanguage()
    const record = useRecordDescription(field.over ?? '')
    const n = leavesOf(value as FilterTree)
    if (!record) return <>{t(`${n} 个条件`, n === 1 ? '1 condition' : `${n} conditions`)}</>
    const part = partsOf(value as FilterTree)
    return <FilterSentence record={record} part={part.length === 1 ? part[0]! : { all: part }} />
  },
}

import type { FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { FilterTree } from './index.ts'

/** How many comparisons a condition holds. */
export const leavesOf = (tree: FilterTree): number =>
  'and' in tree
    ? tree.and.reduce((sum, part) => sum + leavesOf(part), 0)
    : 'or' in tree
      ? tree.or.reduce((sum, part) => sum + leavesOf(part), 0)
      : 'not' in tree
        ? leavesOf(tree.not)
        : 1

export const conditionView: FieldView = {
  Show: ({ value }) => {
    const { t } = useLanguage()
    const n = leavesOf(value as FilterTree)
    return <>{t(`${n} 个条件`, n === 1 ? '1 condition' : `${n} conditions`)}</>
  },
}

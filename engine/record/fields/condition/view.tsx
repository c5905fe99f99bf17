import type { FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { FilterTree } from './index.ts'

const leavesOf = (tree: FilterTree): number =>
  'and' in tree
    ? tree.and.reduce((sum, part) => sum + leavesOf(part), 0)
    : 'or' in tree
      ? tree.or.reduce((sum, part) => sum + leavesOf(part), 0)
      : 'not' in tree
        ? leavesOf(tree.not)
        : 1

/** Conditions are made where they are used, with the filter of a list; here they are only told of. */
export const conditionView: FieldView = {
  Show: ({ value }) => {
    const { t } = useLanguage()
    const n = leavesOf(value as FilterTree)
    return <>{t(`${n} 个条件`, n === 1 ? '1 condition' : `${n} conditions`)}</>
  },
  Input: ({ value }) => {
    const { t } = useLanguage()
    const n = value ? leavesOf(value as FilterTree) : 0
    return <span className="zk-faint">{t(`${n} 个条件，在列表中修改`, `${n} conditions, changed in the list`)}</span>
  },
}

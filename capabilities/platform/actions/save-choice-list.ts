import { defineAction } from '#engine/action/define-action.ts'
import { choicesWith, type ChoiceRow } from '#engine/record/choice-lists.ts'
import { refuse } from '#engine/action/refusal.ts'
import { rule } from '#engine/access/rules.ts'
import { fill, words } from '#engine/text/words.ts'
import { ChoiceList } from '../records/choice-list.ts'
import { checkList, declaredChoices, rowsOf } from './choice-lists.ts'

/** Sets the whole list of a declared field at once. What it does not name stays as declared, behind what it does. */
export const createChoiceList = defineAction('choiceList.create', {
  creates: ChoiceList,
  words: { label: words('新建选项表', 'New choice list') },
  run({ input, store, house }) {
    const given = input as unknown as { record: string; field: string; choices?: ChoiceRow[] }
    checkList(house, given, wholeOf(house, given))
    return store.create(ChoiceList, input as never)
  },
})

export const editChoiceList = defineAction('choiceList.edit', {
  on: ChoiceList,
  words: { label: words('编辑', 'Edit') },
  run({ choiceList: before, input, store, house }) {
    const list = store.edit(ChoiceList, before, input as never)
    checkList(house, list, wholeOf(house, list as never))
    return list
  },
})

/** The list as it will be: what is set, and behind it what is declared besides. */
function wholeOf(house: Parameters<typeof checkList>[0], list: { record: string; field: string; choices?: ChoiceRow[] }): ChoiceRow[] {
  const rows = list.choices ?? []
  const declared = declaredChoices(house, list)
  return [...rows, ...rowsOf(choicesWith(declared, rows, true)).filter((choice) => !rows.some((row) => row.code === choice.code))]
}

/** Back to what is declared. Choices that were added would be left without their words, so with them it is refused. */
export const recycleChoiceList = defineAction('choiceList.recycle', {
  on: ChoiceList,
  allow: rule.role('administrator'),
  words: {
    label: words('恢复默认', 'As declared'),
    hint: words('文字、颜色和次序恢复为系统默认', 'Words, colours and order are as declared again'),
  },
  run({ choiceList, store, house }) {
    const declared = declaredChoices(house, choiceList)
    const own = (choiceList.choices as ChoiceRow[]).find((choice) => !(choice.code in declared))
    if (own)
      throw refuse(
        'in-use',
        fill(words('“{name}”是添加的选项，可能正在使用，可以停用。', '"{name}" was added and may be in use; retire it instead.'), {
          name: words(own.zh, own.en || own.zh),
        }),
        { status: 409 },
      )
    store.recycle(ChoiceList, choiceList)
  },
})

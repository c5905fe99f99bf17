import { defineAction } from '#engine/action/define-action.ts'
import { badFields } from '#engine/action/refusal.ts'
import { rule } from '#engine/access/rules.ts'
import type { ChoiceRow } from '#engine/record/choice-lists.ts'
import { text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { choiceColumns } from '../records/choice-columns.ts'
import { choiceCode } from '../rules/choice-code.ts'
import { changeChoices } from './choice-lists.ts'

const place = {
  record: text({ zh: '对象', en: 'Record', required: true, among: 'records' }),
  field: text({ zh: '字段', en: 'Field', required: true, max: 60 }),
}
const { code, zh, en, color } = choiceColumns
const allow = rule.role('administrator')

type Place = { record: string; field: string }

/** The choices with one of them changed. */
function withOne(choices: ChoiceRow[], wanted: string, patch: Partial<ChoiceRow>): ChoiceRow[] {
  if (!choices.some((choice) => choice.code === wanted)) throw badFields({ code: words('没有这个选项', 'there is no such choice') })
  return choices.map((choice) => (choice.code === wanted ? { ...choice, ...patch } : choice))
}

/** A further choice, at the end of the list. */
export const addChoice = defineAction('platform.addChoice', {
  allow,
  input: { ...place, zh, en, color, code: text({ zh: '代码', en: 'Code', pattern: code.options.pattern }) },
  words: { label: words('添加选项', 'Add a choice') },
  run: ({ input, store, house, queries }) =>
    changeChoices({ store, house, queries, place: { record: input.record, field: input.field } }, (choices) => {
      const taken = choices.map((choice) => choice.code)
      const own = input.code ?? choiceCode(input.zh, input.en, taken)
      return [...choices, { code: own, zh: input.zh, en: input.en ?? null, color: input.color ?? null, isRetired: false }]
    }),
})

/** Other words or another colour for a choice. Its code stays, and with it what records and their history say. */
export const changeChoice = defineAction('platform.changeChoice', {
  allow,
  input: { ...place, code, zh, en, color },
  words: { label: words('修改选项', 'Change a choice') },
  run: ({ input, store, house, queries }) =>
    changeChoices({ store, house, queries, place: { record: input.record, field: input.field } }, (choices) =>
      withOne(choices, input.code, { zh: input.zh, en: input.en ?? null, color: input.color ?? null }),
    ),
})

const retiring = (name: `platform.${string}`, label: { zh: string; en: string }, isRetired: boolean) =>
  defineAction(name, {
    allow,
    input: { ...place, code },
    words: { label },
    run: ({ input, store, house, queries }) =>
      changeChoices({ store, house, queries, place: input as Place }, (choices) => withOne(choices, input.code, { isRetired })),
  })

/** A choice that is not offered any more. Records that have it keep it and show it. */
export const retireChoice = retiring('platform.retireChoice', words('停用选项', 'Retire a choice'), true)

export const restoreChoice = retiring('platform.restoreChoice', words('恢复选项', 'Offer a choice again'), false)

/** Another place for a choice: before another one, or at the end. */
export const moveChoice = defineAction('platform.moveChoice', {
  allow,
  input: { ...place, code, before: text({ zh: '移到它之前', en: 'Before', max: 60 }) },
  words: { label: words('移动选项', 'Move a choice') },
  run: ({ input, store, house, queries }) =>
    changeChoices({ store, house, queries, place: { record: input.record, field: input.field } }, (choices) => {
      const moved = choices.find((choice) => choice.code === input.code)
      if (!moved) throw badFields({ code: words('没有这个选项', 'there is no such choice') })
      const rest = choices.filter((choice) => choice !== moved)
      const at = input.before ? rest.findIndex((choice) => choice.code === input.before) : rest.length
      if (at < 0) throw badFields({ before: words('没有这个选项', 'there is no such choice') })
      return [...rest.slice(0, at), moved, ...rest.slice(at)]
    }),
})

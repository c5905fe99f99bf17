import { rule } from '#engine/access/rules.ts'
import { text } from '#engine/record/fields/index.ts'
import type { Choices } from '#engine/record/fields/choice/index.ts'
import type { Field, Fields } from '#engine/record/field.ts'
import type { Shape } from '#engine/record/house.ts'
import type { StoredRow } from '#engine/store/rows.ts'
import { words } from '#engine/text/words.ts'
import type { ActionType } from './define-action.ts'
import { badFields } from './refusal.ts'

const input = {
  field: text({ zh: '字段', en: 'Field', required: true, max: 60 }),
  from: text({ zh: '原选项', en: 'Choice', required: true, max: 60 }),
  to: text({ zh: '改为', en: 'Replaced by', required: true, max: 60 }),
}

const choicesOf = (field: Field | undefined): Choices | undefined =>
  field && (field.kind === 'choice' || field.kind === 'choices') ? (field.options as unknown as { choices?: Choices }).choices : undefined

/**
 * Puts one choice in the place of another on a record: done to all that have it, it empties a choice that is not offered any more. An
 * operation like every change of many records, with a report and an undo.
 */
export const replaceChoice = (shape: Shape, writable: Fields): ActionType => ({
  name: `${shape.name}.replaceChoice`,
  on: shape.record,
  allow: rule.role('administrator'),
  input,
  words: { label: words('替换选项', 'Replace a choice') },
  run({ input: given, store, ...context }) {
    const { field, from, to } = given as { field: string; from: string; to: string }
    const choices = choicesOf(writable[field])
    if (!choices) throw badFields({ field: words('应为可修改的单选或多选字段', 'must be a choice field that can be changed') })
    if (!choices[to] || choices[to].isRetired || from === to)
      throw badFields({ to: words('选择另一个可用的选项', 'choose another choice that is offered') })
    const row = (context as unknown as Record<string, StoredRow>)[shape.name]!
    const value = row[field]
    const next = Array.isArray(value) ? [...new Set(value.map((code) => (code === from ? to : code)))] : value === from ? to : value
    store.edit(shape.record, row as never, { [field]: next })
  },
})

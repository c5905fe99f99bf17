import { defineAction } from '#engine/action/define-action.ts'
import { badFields } from '#engine/action/refusal.ts'
import type { House } from '#engine/record/house.ts'
import { ruleFaults, type NumberRuleRow } from '#engine/record/number-rules.ts'
import { words } from '#engine/text/words.ts'
import { NumberRule } from '../records/number-rule.ts'
import { shapeOfField } from './check-field.ts'

/** Refuses a rule by which numbers could not be given, or would come twice. */
function checkRule(house: House, rule: NumberRuleRow): void {
  const shape = shapeOfField(house, rule.record)
  if (shape.fields.get(rule.field)?.field.kind !== 'sequence')
    throw badFields({ field: words('这不是编号字段', 'this is no field of running numbers') })
  const [fault] = ruleFaults(rule, shape.record)
  if (fault) throw badFields({ pattern: fault })
}

/** Other running numbers, from the next record on. Those that are given stay, and none is given twice. */
export const createNumberRule = defineAction('numberRule.create', {
  creates: NumberRule,
  words: { label: words('新建编号规则', 'New number rule') },
  async run({ input, store, house }) {
    const made = await store.create(NumberRule, input as never)
    checkRule(house, made as NumberRuleRow)
    return made
  },
})

export const editNumberRule = defineAction('numberRule.edit', {
  on: NumberRule,
  words: { label: words('编辑', 'Edit') },
  run({ numberRule: before, input, store, house }) {
    const changed = store.edit(NumberRule, before, input as never)
    checkRule(house, changed as NumberRuleRow)
    return changed
  },
})

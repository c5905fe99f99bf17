import { ruleCondition } from '#engine/access/secrecy.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { badFields } from '#engine/action/refusal.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import type { House } from '#engine/record/house.ts'
import { isAsSecret } from '#engine/record/secrecy.ts'
import { words } from '#engine/text/words.ts'
import { ClassRule, FieldClass } from '../records/secrecy.ts'
import { shapeOfField } from './check-field.ts'

/** Refuses a class for what has none: the engine's own fields, and records that rights themselves are made of. */
function checkClass(house: House, { record, field }: RowOf<typeof FieldClass>): void {
  const shape = shapeOfField(house, record)
  const known = shape.fields.get(field)
  if (!known || known.storage === 'system' || known.field.options.inner)
    throw badFields({ field: words('没有这个字段', 'there is no such field') })
  const { owner, department } = shape.record.access ?? {}
  if (shape.record.shapesAccess || [owner, department, shape.record.under].includes(field))
    throw badFields({ field: words('权限由它决定，不能设密级', 'rights go by it: it has no class') })
}

/** Another class for a field, from this moment on and for everybody. */
export const createFieldClass = defineAction('fieldClass.create', {
  creates: FieldClass,
  words: { label: words('设置密级', 'Set the class') },
  async run({ input, store, house }) {
    const made = await store.create(FieldClass, input as never)
    checkClass(house, made)
    return made
  },
})

export const editFieldClass = defineAction('fieldClass.edit', {
  on: FieldClass,
  words: { label: words('编辑', 'Edit') },
  run({ fieldClass: before, input, store, house }) {
    const changed = store.edit(FieldClass, before, input as never)
    checkClass(house, changed)
    return changed
  },
})

/** Refuses a rule that rights could not ask of every row at once, or that raises nothing. */
function checkRule(house: House, { record, filter, fromClass, toClass }: RowOf<typeof ClassRule>): void {
  const shape = shapeOfField(house, record)
  if (shape.chain.length > 0 || shape.record.shapesAccess)
    throw badFields({ record: words('规则设在客户这样的主对象上', 'a rule is made for what other records hang on, as customers') })
  if (!ruleCondition(shape, filter))
    throw badFields({
      filter: words(
        '只能用对象自己的字段和固定的值，不能用分群、相对日期或关联记录',
        'only fields of the record itself and fixed values: no segments, relative days or linked records',
      ),
    })
  if (isAsSecret(fromClass, toClass)) throw badFields({ toClass: words('应高于原来的密级', 'must be above the class it raises from') })
}

/** Some records are more secret than others, from this moment on. */
export const createClassRule = defineAction('classRule.create', {
  creates: ClassRule,
  words: { label: words('新建提级规则', 'New class rule') },
  async run({ input, store, house }) {
    const made = await store.create(ClassRule, input as never)
    checkRule(house, made)
    return made
  },
})

export const editClassRule = defineAction('classRule.edit', {
  on: ClassRule,
  words: { label: words('编辑', 'Edit') },
  run({ classRule: before, input, store, house }) {
    const changed = store.edit(ClassRule, before, input as never)
    checkRule(house, changed)
    return changed
  },
})

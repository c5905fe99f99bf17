import { defineAction } from '#engine/action/define-action.ts'
import { badFields } from '#engine/action/refusal.ts'
import type { CustomFieldRow } from '#engine/record/custom-fields.ts'
import { engineNames } from '#engine/record/house.ts'
import { words } from '#engine/text/words.ts'
import { holdFieldName } from '../queries.ts'
import { CustomField } from '../records/custom-field.ts'
import { indexStateAfter } from '../rules/custom-field.ts'
import { setupKey } from '../rules/setup-key.ts'
import { checkField, shapeOfField } from './check-field.ts'

/** A new field for a record type: usable in list, filter, form, import and API as soon as it is saved. */
export const createCustomField = defineAction('customField.create', {
  creates: CustomField,
  words: { label: words('新建自定义字段', 'New custom field') },
  async run({ input, store, house, queries, later }) {
    const wanted = input as unknown as CustomFieldRow
    const taken = shapeOfField(house, wanted.record).fields.get(wanted.name)
    if ((taken && taken.storage !== 'custom') || engineNames.includes(wanted.name))
      throw badFields({ name: words('这个名字已被系统字段使用', 'a field of the product has this name') })
    const key = setupKey(wanted)
    await holdFieldName(queries, key)
    // What a retired field holds must never be read as the value of another.
    const retired = await store.find(CustomField, { field: 'key', op: 'eq', value: key }, { recycled: true })
    if (retired.some((field) => field.purge !== 'done'))
      throw badFields({
        name: words('一个停用的字段占用着这个名字，可以恢复或清除它', 'a retired field has this name; restore or purge it'),
      })
    const field = await store.create(CustomField, input as never)
    checkField(house, field as CustomFieldRow)
    const state = indexStateAfter(undefined, field)
    if (!state) return field
    later('keep-field-indexes', {})
    return store.edit(CustomField, field, { indexState: state })
  },
})

import { badFields } from '#engine/action/refusal.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { customFieldOf } from '#engine/record/custom-fields.ts'
import { fill, words } from '#engine/text/words.ts'
import { CustomField } from '../records/custom-field.ts'

/** A new field for a record type: usable in list, filter, form, import and API as soon as it is saved. */
export const createCustomField = defineAction('customField.create', {
  creates: CustomField,
  words: { label: words('新建自定义字段', 'New custom field') },
  async run({ input, store, house }) {
    const wanted = input as unknown as { record: string; name: string; kind: string; isSearchable?: boolean }
    const shape = house.shapes.get(wanted.record)
    if (!shape)
      throw badFields({ record: fill(words('没有“{name}”这种对象', 'there is no record type "{name}"'), { name: wanted.record }) })
    const taken = shape.fields.get(wanted.name)
    if ((taken && taken.storage !== 'custom') || ['id', 'rootId', 'deletedAt', 'can', 'custom', 'search'].includes(wanted.name))
      throw badFields({ name: words('这个名字已被系统字段使用', 'a field of the product has this name') })
    if (wanted.isSearchable && ![...shape.fields.values()].some((known) => known.storage === 'column' && known.field.options.searchable))
      throw badFields({ isSearchable: words('这种对象不能搜索', 'records of this type are not searched') })
    const field = await store.create(CustomField, input as never)
    try {
      customFieldOf(field)
    } catch (error) {
      throw badFields({
        [wanted.kind.startsWith('choice') ? 'choices' : 'kind']: fill(
          words('不能建立这样的字段：{why}', 'no such field is possible: {why}'),
          {
            why: (error as Error).message,
          },
        ),
      })
    }
    return field
  },
})

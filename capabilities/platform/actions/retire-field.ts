import { defineAction } from '#engine/action/define-action.ts'
import { refuse } from '#engine/action/refusal.ts'
import { rule } from '#engine/access/rules.ts'
import { words } from '#engine/text/words.ts'
import { holdFieldName } from '../queries.ts'
import { CustomField } from '../records/custom-field.ts'

/** Takes a field out of use: hidden everywhere, its values kept, its name held for it. */
export const retireField = defineAction('customField.recycle', {
  on: CustomField,
  allow: rule.role('administrator'),
  words: {
    label: words('停用', 'Retire'),
    hint: words('到处隐藏，已填的值保留，随时可以恢复', 'Hidden everywhere; what it holds is kept, and it can be restored at any time'),
  },
  async run({ customField, store, queries, later }) {
    await holdFieldName(queries, customField.key!)
    if (customField.indexState !== 'none') {
      later('keep-field-indexes', {})
      store.edit(CustomField, customField, { indexState: 'none', indexFault: null })
    }
    store.recycle(CustomField, customField)
  },
})

/** Brings a retired field back, with all that it held. An index that was asked for is built again. */
export const restoreField = defineAction('customField.restore', {
  on: CustomField,
  allow: rule.role('administrator'),
  onRecycled: true,
  words: { label: words('恢复', 'Restore') },
  async run({ customField, store, queries, later }) {
    await holdFieldName(queries, customField.key!)
    if (customField.purge !== 'none')
      throw refuse('purged', words('这个字段已被清除，不能恢复。', 'This field has been purged and cannot be restored.'), { status: 409 })
    store.restore(CustomField, customField)
    if (!customField.isIndexed) return
    later('keep-field-indexes', {})
    store.edit(CustomField, customField, { indexState: 'building' })
  },
})

import { defineAction } from '#engine/action/define-action.ts'
import type { CustomFieldRow } from '#engine/record/custom-fields.ts'
import { words } from '#engine/text/words.ts'
import { CustomField } from '../records/custom-field.ts'
import { indexStateAfter } from '../rules/custom-field.ts'
import { checkField } from './check-field.ts'

/** Changes a custom field, on every node at once. A reaction refuses what would lose values. */
export const editCustomField = defineAction('customField.edit', {
  on: CustomField,
  words: { label: words('编辑', 'Edit') },
  run({ customField: before, input, store, house, later }) {
    const field = store.edit(CustomField, before, input as never)
    checkField(house, field as CustomFieldRow)
    const state = indexStateAfter(before, field)
    if (!state) return field
    later('keep-field-indexes', {})
    return store.edit(CustomField, field, { indexState: state, indexFault: null })
  },
})

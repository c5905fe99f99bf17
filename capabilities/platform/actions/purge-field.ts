import { defineAction } from '#engine/action/define-action.ts'
import { badFields, refuse } from '#engine/action/refusal.ts'
import { rule } from '#engine/access/rules.ts'
import { text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { startPurge } from '../queries.ts'
import { CustomField } from '../records/custom-field.ts'

/**
 * Removes a retired field for good: its values go from every record, in the background. What the history says of them stays. Its name is
 * typed, because this cannot be taken back.
 */
export const purgeField = defineAction('platform.purgeField', {
  on: CustomField,
  onRecycled: true,
  isFinal: true,
  allow: rule.role('administrator'),
  input: { name: text({ zh: '输入字段名', en: 'Type the name', required: true, max: 60 }) },
  words: {
    label: words('清除', 'Purge'),
    hint: words(
      '所有记录中的值都会删除，无法撤销；历史中的记载保留',
      'Its values go from every record and cannot be brought back; the history keeps what it says',
    ),
  },
  async run({ customField, input, store, queries, actor, operation, later }) {
    if (input.name !== customField.name) throw badFields({ name: words('与字段名不一致', 'is not the name of the field') })
    if (customField.purge !== 'none') throw refuse('bad-state', words('已经在清除。', 'It is being purged already.'), { status: 409 })
    store.edit(CustomField, customField, { purge: 'running' }, 'customField.purged')
    await startPurge(queries, actor, operation, customField.record)
    later('purge-field', { field: customField.id, operation }, { key: customField.id })
  },
})

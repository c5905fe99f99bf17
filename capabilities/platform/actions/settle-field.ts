import { defineAction } from '#engine/action/define-action.ts'
import { refuse } from '#engine/action/refusal.ts'
import { rule } from '#engine/access/rules.ts'
import { choice, integer, text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { CustomField, indexStates } from '../records/custom-field.ts'

/** Asks anew for an index that could not be built. */
export const rebuildIndex = defineAction('platform.rebuildIndex', {
  on: CustomField,
  allow: rule.role('administrator'),
  words: { label: words('重建索引', 'Build the index again') },
  run({ customField, store, later }) {
    if (customField.indexState !== 'failed')
      throw refuse('bad-state', words('只有失败的索引可以重建。', 'Only an index that failed can be built again.'), { status: 409 })
    later('keep-field-indexes', {})
    store.edit(CustomField, customField, { indexState: 'building', indexFault: null })
  },
})

/** Counts how many records hold a value of a field: to be known before it is retired. The figure comes from the background. */
export const countField = defineAction('platform.countField', {
  on: CustomField,
  allow: rule.role('administrator'),
  words: { label: words('统计使用情况', 'Count its use') },
  run: ({ customField, later }) => later('count-field', { field: customField.id }, { key: customField.id }),
})

/** What the background found of an index. A field that wants no index any more, or another one, is left as it is. */
export const settleIndex = defineAction('platform.settleIndex', {
  on: CustomField,
  allow: rule.nobody,
  input: {
    kind: text({ zh: '类型', en: 'Kind', required: true }),
    state: choice({ zh: '状态', en: 'State', required: true, choices: indexStates }),
    fault: text({ zh: '原因', en: 'Reason', max: 500 }),
  },
  words: { label: words('索引已处理', 'Index settled') },
  run({ customField, input, store }) {
    if (!customField.isIndexed || customField.kind !== input.kind) return
    store.edit(CustomField, customField, { indexState: input.state, indexFault: input.fault })
  },
})

/** What the background counted. */
export const noteUse = defineAction('platform.noteUse', {
  on: CustomField,
  allow: rule.nobody,
  input: { records: integer({ zh: '记录数', en: 'Records', required: true }) },
  words: { label: words('使用情况已统计', 'Use counted') },
  run: ({ customField, input, store, now }) => store.measure(CustomField, customField.id, { usedBy: input.records, countedAt: now }),
})

/** The background has taken the last value of a purged field away: its name is free again. */
export const endPurge = defineAction('platform.endPurge', {
  on: CustomField,
  onRecycled: true,
  isFinal: true,
  allow: rule.nobody,
  words: { label: words('清除完毕', 'Purge ended') },
  run({ customField, store }) {
    if (customField.purge === 'running') store.edit(CustomField, customField, { purge: 'done' })
  },
})

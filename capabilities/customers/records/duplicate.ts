import { rule } from '#engine/access/rules.ts'
import { defineLifecycle, integer, lifecycle, link, text, wordsField } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

export const duplicateLife = defineLifecycle({
  states: {
    open: { ...words('待定', 'Open'), color: 'info' },
    merged: { ...words('已合并', 'Merged'), color: 'good' },
    dismissed: { ...words('不是重复', 'Not the same'), color: 'plain' },
  },
  initial: 'open',
  moves: { open: ['merged', 'dismissed'], dismissed: ['open', 'merged'] },
})

/** Two customers that may be one: found in the background, decided by a person. What was decided is remembered, and not asked again. */
export const Duplicate = defineRecord('duplicate', {
  words: words('疑似重复', 'Possible duplicate'),
  title: 'reasons',
  under: 'customer',
  fields: {
    reasons: wordsField({ zh: '理由', en: 'Reasons', required: true, max: 500, fixed: true }),
    score: integer({
      zh: '相似度',
      en: 'Likeness',
      required: true,
      min: 0,
      max: 100,
      unit: words('%', '%'),
      sortable: true,
      filterable: true,
      card: true,
      fixed: true,
    }),
    customer: link('customer', { zh: '客户', en: 'Customer', required: true, card: true }),
    other: link('customer', { zh: '另一客户', en: 'The other', required: true, fixed: true }),
    state: lifecycle(duplicateLife, { zh: '状态', en: 'State', filterable: true }),
    remark: text({ zh: '说明', en: 'Remark', max: 200 }),
    pair: text({ zh: '配对', en: 'Pair', max: 80, fixed: true, identity: { name: 'duplicatePair' } }),
  },
  access: { create: rule.role('administrator'), edit: rule.through('edit'), recycle: rule.role('administrator') },
  list: {
    columns: ['customer', 'other', 'score', 'reasons', 'state', 'createdAt'],
    filters: ['state', 'score', 'customer'],
    sort: '-score',
  },
  brief: ['customer', 'other'],
  form: [['customer', 'other'], ['score', 'reasons'], ['pair'], ['remark']],
})

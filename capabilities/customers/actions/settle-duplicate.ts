import { defineAction } from '#engine/action/define-action.ts'
import { text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { Duplicate } from '../records/duplicate.ts'

/** The two are not the same. That is remembered: the pair is not found again. */
export const dismissDuplicate = defineAction('customers.dismissDuplicate', {
  on: Duplicate,
  from: 'open',
  to: 'dismissed',
  input: { remark: text({ zh: '说明', en: 'Remark', max: 200 }) },
  words: { label: words('不是重复', 'Not the same'), hint: words('记住后不再提示这一对', 'Remembered; the pair is not brought up again') },
  run: ({ duplicate, input, store }) =>
    store.edit(Duplicate, duplicate, { state: 'dismissed', remark: input.remark ?? duplicate.remark }, 'duplicate.dismissed'),
})

/** It is to be looked at again after all. */
export const reopenDuplicate = defineAction('customers.reopenDuplicate', {
  on: Duplicate,
  from: 'dismissed',
  to: 'open',
  words: { label: words('重新判断', 'Look again') },
  run: ({ duplicate, store }) => store.edit(Duplicate, duplicate, { state: 'open' }, 'duplicate.reopened'),
})

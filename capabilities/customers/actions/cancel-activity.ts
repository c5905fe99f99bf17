import { defineAction } from '#engine/action/define-action.ts'
import { text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { Activity } from '../records/activity.ts'

/** A planned contact will not take place. */
export const cancelActivity = defineAction('customers.cancelActivity', {
  on: Activity,
  from: 'planned',
  to: 'cancelled',
  input: { reason: text({ zh: '原因', en: 'Reason', max: 200 }) },
  words: { label: words('取消', 'Cancel') },
  run: ({ activity, input, store }) =>
    store.edit(Activity, activity, { state: 'cancelled', outcome: input.reason ?? activity.outcome }, 'activity.cancelled'),
})

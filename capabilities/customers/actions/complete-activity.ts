import { defineAction } from '#engine/action/define-action.ts'
import { note, text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { Activity } from '../records/activity.ts'
import { Customer } from '../records/customer.ts'

/** A planned contact has taken place. */
export const completeActivity = defineAction('customers.completeActivity', {
  on: Activity,
  from: 'planned',
  to: 'done',
  input: {
    outcome: text({ zh: '结果', en: 'Outcome', max: 200 }),
    body: note({ zh: '内容', en: 'Content' }),
    nextStep: text({ zh: '下一步', en: 'Next step', max: 200 }),
  },
  words: { label: words('完成', 'Complete') },
  async run({ activity, input, store, now }) {
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined))
    store.edit(Activity, activity, { ...given, state: 'done', at: activity.at > now ? now : activity.at }, 'activity.completed')
    const at = activity.at > now ? now : activity.at
    const customer = await store.get(Customer, activity.customer)
    if (!customer?.lastContactAt || customer.lastContactAt < at) await store.measure(Customer, activity.customer, { lastContactAt: at })
  },
})

import { defineAction } from '#engine/action/define-action.ts'
import { yesNo } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { Activity } from '../records/activity.ts'
import { Customer } from '../records/customer.ts'

/** Logs a contact that has taken place, or plans one. A contact that took place moves the customer's "last contact". */
export const logActivity = defineAction('activity.create', {
  creates: Activity,
  input: { isDone: yesNo({ zh: '已完成', en: 'Done', default: true }) },
  words: { label: words('记录联系', 'Log activity') },
  async run({ input, store, now }) {
    const { isDone, ...values } = input as typeof input & { customer: string; at?: string; isDone?: boolean }
    let activity = await store.create(Activity, { at: now, ...values } as never)
    if (isDone ?? activity.at <= now) {
      activity = store.edit(Activity, activity, { state: 'done' })
      const customer = await store.get(Customer, activity.customer)
      if (!customer?.lastContactAt || customer.lastContactAt < activity.at)
        await store.measure(Customer, activity.customer, { lastContactAt: activity.at })
    }
    return activity
  },
})

import { defineAction } from '#engine/action/define-action.ts'
import { yesNo } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { Activity } from '../records/activity.ts'
import { planFollowUp } from './plan-follow-up.ts'

/** Logs a contact that has taken place, or plans one. A contact that took place moves the customer's "last contact". */
export const logActivity = defineAction('activity.create', {
  creates: Activity,
  input: { isDone: yesNo({ zh: '已完成', en: 'Done', default: true }) },
  words: { label: words('记录联系', 'Log activity') },
  async run({ input, store, actor, now }) {
    const { isDone, ...values } = input as typeof input & { customer: string; at?: string; isDone?: boolean }
    const activity = await store.create(Activity, { at: now, ...values } as never)
    if (!(isDone ?? activity.at <= now)) return activity
    const done = store.edit(Activity, activity, { state: 'done' })
    await planFollowUp(store, done, actor)
    return done
  },
})

import type { Store } from '#engine/action/store.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import { Task, User } from '#cap/platform'
import type { Activity } from '../records/activity.ts'

/** What an important contact that has taken place leaves to be done becomes a task of whoever had the contact. */
export async function planFollowUp(store: Store, activity: RowOf<typeof Activity>, actor: { id: string }): Promise<void> {
  if (!activity.isImportant || !activity.nextStep || !activity.nextOn) return
  const assignee = await store.get(User, activity.by ?? actor.id)
  if (!assignee?.isActive) return
  await store.create(Task, {
    title: activity.nextStep,
    dueOn: activity.nextOn,
    assignee: assignee.id,
    department: assignee.department,
    about: { record: 'customer', id: activity.customer },
    priority: 'high',
  })
}

import type { Store } from '#engine/action/store.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import { Task, User } from '#cap/platform'
import type { Activity } from '../records/activity.ts'
import { Customer } from '../records/customer.ts'
import { isRealContact } from '../rules/real-contact.ts'

/** What follows from a contact that has taken place: the time of the customer's last one, and what an important one leaves to be done. */
export async function afterContact(store: Store, activity: RowOf<typeof Activity>, actor: { id: string }): Promise<void> {
  const { customer: id, at, kind } = activity
  if (isRealContact(kind)) {
    // Locked: of two contacts logged in the same second the later one stays.
    const [customer] = await store.lock(Customer, [id])
    if (!customer?.lastContactAt || customer.lastContactAt < at) await store.measure(Customer, id, { lastContactAt: at })
  }
  if (!activity.isImportant || !activity.nextStep || !activity.nextOn) return
  const assignee = await store.get(User, activity.by ?? actor.id)
  if (!assignee?.isActive) return
  await store.create(Task, {
    title: activity.nextStep,
    dueOn: activity.nextOn,
    assignee: assignee.id,
    department: assignee.department,
    about: { record: 'customer', id },
    priority: 'high',
  })
}

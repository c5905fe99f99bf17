import { react } from '#engine/event/react.ts'
import { Activity, Customer, isRealContact } from '#cap/customers'
import { Task } from '#cap/platform'
import { reckonCustomers } from './actions/reckon-customers.ts'
import { customersOfTasks } from './queries.ts'
import { ContactPlan } from './records/contact-plan.ts'
import { standingOf } from './rules/standing.ts'

/** With a contact the clock begins anew, and whoever was asked for it has nothing left to do: in one operation, and undone with it. */
const beginAnew = react('begin-anew-after-contact', {
  on: ['activity.created', 'activity.completed'],
  async together({ store, today }, event) {
    const activity = await store.get(Activity, event.recordId)
    if (activity?.state !== 'done' || !isRealContact(activity.kind)) return
    if (!(await store.get(Customer, activity.customer))?.contactPlan) return
    // Locked before it is looked at again: somebody may be asked for this contact at this very moment.
    const [customer] = await store.lock(Customer, [activity.customer])
    const plan = customer?.contactPlan ? await store.get(ContactPlan, customer.contactPlan) : undefined
    if (!customer || plan?.state !== 'active') return
    const [task] = customer.contactTask ? await store.lock(Task, [customer.contactTask]) : []
    const isOpen = task?.state === 'open' && !task.deletedAt
    const { lastContactAt: last, createdAt: since, contactAskedOn: asked } = customer
    const { dueOn, askedOn, endsTask } = standingOf({ plan, last, since, asked, task: task ? (isOpen ? 'open' : 'closed') : 'none' }, today)
    if (endsTask && task) store.edit(Task, task, { state: 'done', repeats: null, remark: activity.subject }, 'task.completed')
    await store.measure(Customer, customer.id, { nextContactOn: dueOn, contactAskedOn: askedOn })
  },
})

/** A contact that is taken back was none: what it had settled is to be done again, whoever had it to do. */
const askAgain = react('ask-again-after-contact-taken-back', {
  on: ['activity.recycled'],
  async together({ store }, event) {
    const activity = await store.get(Activity, event.recordId)
    const customer = activity && (await store.get(Customer, activity.customer))
    if (!customer?.contactTask) return
    const [task] = await store.lock(Task, [customer.contactTask])
    // Written in one breath: it was this contact that closed the task.
    if (task?.state === 'done' && !task.deletedAt && task.updatedAt === activity!.createdAt)
      store.edit(Task, task, { state: 'open', remark: null }, 'task.reopened')
  },
})

/** Whatever decides about a customer's plan, or tells that a contact was none, has changed. */
const reckonConcerned = react('reckon-concerned-customers', {
  on: [
    ...['created', 'edited', 'transferred', 'merged', 'restored'].map((verb) => `customer.${verb}`),
    ...['created', 'edited', 'transferred', 'recycled', 'restored'].map((verb) => `asset.${verb}`),
    ...['created', 'edited', 'recycled', 'restored'].flatMap((verb) => [`relation.${verb}`, `holding.${verb}`]),
    ...['edited', 'recycled', 'restored'].map((verb) => `activity.${verb}`),
    ...['created', 'edited'].map((verb) => `consent.${verb}`),
    ...['edited', 'restricted', 'unrestricted'].map((verb) => `contact.${verb}`),
    ...['completed', 'cancelled', 'reopened', 'edited', 'recycled', 'restored'].map((verb) => `task.${verb}`),
  ],
  async gathered(runtime, events) {
    const tasks = events.filter(({ record }) => record === 'task').map(({ recordId }) => recordId)
    const ids = new Set(tasks.length > 0 ? await customersOfTasks(runtime.database, tasks) : [])
    for (const { rootRecord, rootId, changes } of events) {
      if (rootRecord !== 'customer') continue
      ids.add(rootId)
      // What has moved from one customer to another concerns both.
      for (const id of changes?.customer ?? []) if (typeof id === 'string') ids.add(id)
    }
    await reckonCustomers(runtime, [...ids])
  },
})

const reckonPlanned = react('reckon-customers-of-plans', {
  on: ['created', 'edited', 'stopped', 'started', 'recycled', 'restored'].map((verb) => `contactPlan.${verb}`),
  after: (runtime, { recordId }) => runtime.enqueue(runtime.database, 'reckon-contact-plan', { plan: recordId }, { key: recordId }),
})

export const communicationReactions = [beginAnew, askAgain, reckonConcerned, reckonPlanned]

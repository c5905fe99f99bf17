import { systemActor } from '#engine/access/actor.ts'
import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { perform } from '#engine/action/perform.ts'
import { refuse } from '#engine/action/refusal.ts'
import type { Store } from '#engine/action/store.ts'
import { Customer } from '#cap/customers'
import { Task } from '#cap/platform'
import type { RowOf } from '#engine/record/define-record.ts'
import { day, instant, link, text, yesNo } from '#engine/record/fields/index.ts'
import type { Runtime } from '#engine/runtime.ts'
import { words } from '#engine/text/words.ts'
import { dayAt } from '#engine/time/zone.ts'
import { plannedCustomers, plansInUse, type PlannedCustomer } from '../queries.ts'
import { planInForce } from '../rules/plan-in-force.ts'
import { standingOf } from '../rules/standing.ts'

const isSame = (a: string | null, b: string | null): boolean => (a === null || b === null ? a === b : Date.parse(a) === Date.parse(b))

/** What was read of a customer before it was decided about him. */
export const seenFields = {
  last: instant({ zh: '最近联系', en: 'Last contact' }),
  asked: day({ zh: '已安排', en: 'Asked for' }),
  task: text({ zh: '任务', en: 'Task', max: 36 }),
}

/** Refuses where somebody has contacted the customer, or has been asked to, since it was decided about him. */
export function refuseMoved(
  customer: RowOf<typeof Customer>,
  seen: { last: string | null; asked: string | null; task: string | null },
): void {
  const { lastContactAt, contactAskedOn, contactTask } = customer
  if (!isSame(lastContactAt, seen.last) || contactAskedOn !== seen.asked || contactTask !== seen.task)
    throw refuse('moved-on', words('这位客户的联系情况已有变化。', 'Something about this customer has changed meanwhile.'), { status: 409 })
}

/** Calls off a contact that was asked for and has lost its reason; what is done already stays. */
async function endTask(store: Store, id: string | null, remark: string): Promise<void> {
  const [task] = id ? await store.lock(Task, [id]) : []
  if (task?.state === 'open' && !task.deletedAt) store.edit(Task, task, { state: 'cancelled', remark }, 'task.cancelled')
}

/** Writes down how a customer stands to the plans. */
const keepStanding = defineAction('communication.keepStanding', {
  on: Customer,
  allow: rule.nobody,
  isUnlisted: true,
  input: {
    ...seenFields,
    plan: link('contactPlan', { zh: '计划', en: 'Plan' }),
    dueOn: day({ zh: '应联系日', en: 'Due' }),
    askedOn: day({ zh: '安排至', en: 'Asked for now' }),
    endsTask: yesNo({ zh: '取消任务', en: 'Ends the task' }),
  },
  words: { label: words('更新沟通计划', 'Renew the plan') },
  async run({ customer, input, store }) {
    refuseMoved(customer, input)
    const { plan, dueOn, askedOn, endsTask } = input
    if (endsTask) await endTask(store, customer.contactTask, plan ? '期间已有联系' : '不再有沟通计划')
    const contactTask = askedOn ? customer.contactTask : null
    await store.measure(Customer, customer.id, { contactPlan: plan, nextContactOn: dueOn, contactAskedOn: askedOn, contactTask })
  },
})

/** How a customer stands now, and the plan that says so. */
export function standingNow(customer: PlannedCustomer, plans: Awaited<ReturnType<typeof plansInUse>>, today: string) {
  const plan = planInForce(plans, customer)
  const { last, since, askedOn: asked, task } = customer
  return { plan, ...standingOf({ plan, last, since, asked, task }, today) }
}

/**
 * Reckons anew by which plan customers are followed and when they are to be contacted next. Whoever has been contacted in the same moment is
 * looked at again.
 */
export async function reckonCustomers(runtime: Runtime, ids: readonly string[]): Promise<void> {
  const { database } = runtime
  for (let left = ids, n = 0; left.length > 0 && n < 5; n++) {
    const plans = await plansInUse(database, left)
    const customers = await plannedCustomers(database, left, [...new Set(plans.flatMap(({ segment }) => segment ?? []))])
    const today = dayAt(runtime.clock())
    const items = customers.flatMap((customer) => {
      const { plan, dueOn, askedOn, endsTask } = standingNow(customer, plans, today)
      const isKept = customer.plan === (plan?.id ?? null) && customer.dueOn === dueOn && customer.askedOn === askedOn && !endsTask
      const { last, askedOn: asked, taskId: task } = customer
      return isKept ? [] : [{ id: customer.id, input: { last, asked, task, plan: plan?.id ?? null, dueOn, askedOn, endsTask } }]
    })
    if (items.length === 0) return
    const done = await perform(runtime, systemActor, keepStanding, items, { partial: true })
    left = done.items.flatMap(({ id, refusal }) => (refusal?.code === 'moved-on' && id ? [id] : []))
  }
}

import { defineAction } from '#engine/action/define-action.ts'
import { badFields } from '#engine/action/refusal.ts'
import { Customer } from '#cap/customers'
import { words, type Words } from '#engine/text/words.ts'
import { ContactPlan } from '../records/contact-plan.ts'
import { refuseTarget } from '../rules/plan-in-force.ts'

/** A new plan. One for a single customer belongs to the customer's department. */
export const createPlan = defineAction('contactPlan.create', {
  creates: ContactPlan,
  words: { label: words('新建沟通计划', 'New contact plan') },
  async run({ input, store }) {
    const given = input as Parameters<typeof refuseTarget>[0] & { department?: string | null }
    const faults = refuseTarget({ ...given, target: given.target ?? 'tier' })
    if (Object.keys(faults).length > 0) throw badFields(faults as Record<string, Words>)
    const customer = given.target === 'customer' ? await store.get(Customer, given.customer!) : undefined
    return store.create(ContactPlan, { ...given, ...(customer ? { department: customer.department } : {}) } as never)
  },
})

/** Nobody is asked for contacts by it any more; what it has asked for and nobody has done is called off. */
export const stopPlan = defineAction('communication.stopPlan', {
  on: ContactPlan,
  from: 'active',
  to: 'stopped',
  words: { label: words('停用', 'Stop'), hint: words('未完成的联系任务会取消', 'Contacts that it has asked for are called off') },
  run: ({ contactPlan, store }) => store.edit(ContactPlan, contactPlan, { state: 'stopped' }, 'contactPlan.stopped'),
})

export const startPlan = defineAction('communication.startPlan', {
  on: ContactPlan,
  from: 'stopped',
  to: 'active',
  words: { label: words('启用', 'Start'), hint: words('到期的客户随后安排', 'Whoever is due is asked for at once') },
  run: ({ contactPlan, store }) => store.edit(ContactPlan, contactPlan, { state: 'active' }, 'contactPlan.started'),
})

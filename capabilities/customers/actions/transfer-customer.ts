import { defineAction } from '#engine/action/define-action.ts'
import { hasRole } from '#engine/access/actor.ts'
import { link, text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { giveWithinLimit } from './customer-holding.ts'
import { Customer } from '../records/customer.ts'

/** Gives a customer to another owner, and to a department where one is named. Whatever hangs on the customer follows. */
export const transferCustomer = defineAction('customers.transfer', {
  on: Customer,
  input: {
    owner: link('user', { zh: '新负责人', en: 'New owner', required: true }),
    department: link('department', { zh: '部门', en: 'Department', hint: words('不填则不变', 'Unchanged where empty') }),
    reason: text({ zh: '原因', en: 'Reason', max: 200 }),
  },
  words: { label: words('转交', 'Transfer') },
  async run({ customer, input, store, queries, actor }) {
    if (input.owner !== customer.owner && !hasRole(actor, 'administrator', 'director'))
      await giveWithinLimit(queries, input.owner, customer)
    return store.edit(
      Customer,
      customer,
      { owner: input.owner, ...(input.department ? { department: input.department } : {}) },
      'customer.transferred',
    )
  },
})

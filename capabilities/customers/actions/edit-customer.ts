import { defineAction } from '#engine/action/define-action.ts'
import { words } from '#engine/text/words.ts'
import { Customer } from '../records/customer.ts'
import { refuseEntering } from './enter-stage.ts'

/** Changes what is named. A customer comes to another stage or tier only with what has to be known of it there. */
export const editCustomer = defineAction('customer.edit', {
  on: Customer,
  words: { label: words('编辑', 'Edit') },
  async run(context) {
    const before = { ...context.customer }
    const customer = context.store.edit(Customer, context.customer, context.input as never)
    await refuseEntering(context, before, customer)
    return customer
  },
})

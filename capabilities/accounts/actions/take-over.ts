import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { refuse } from '#engine/action/refusal.ts'
import { link } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { Customer } from '#cap/customers'
import { User } from '#cap/platform'

/** One customer of a balancing proposal changes hands, unless it has done so already since the proposal was made. */
export const takeOver = defineAction('accounts.takeOver', {
  on: Customer,
  allow: rule.granted('edit'),
  isUnlisted: true,
  touches: [],
  input: {
    from: link('user', { zh: '现负责人', en: 'From', required: true }),
    to: link('user', { zh: '新负责人', en: 'To', required: true }),
  },
  words: { label: words('平衡工作量', 'Balance the workload') },
  async run({ customer, input, store }) {
    if (customer.owner !== input.from)
      throw refuse('moved-on', words('客户已不在原负责人名下。', 'The customer has another owner by now.'), { status: 409 })
    const to = await store.get(User, input.to)
    if (!to?.isActive) throw refuse('no-owner', words('新负责人已停用。', 'The new owner has been switched off.'), { status: 409 })
    return store.edit(Customer, customer, { owner: to.id, department: to.department ?? customer.department }, 'customer.transferred')
  },
})

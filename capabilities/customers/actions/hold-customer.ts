import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { refuse } from '#engine/action/refusal.ts'
import { text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { Customer } from '../records/customer.ts'

const reason = text({ zh: '原因', en: 'Reason', required: true, max: 300, hint: words('案号、函件或审计', 'The case, letter or audit') })
const keepers = rule.both(rule.role('administrator', 'director'), rule.granted('edit'))

/** What a court, an authority or an audit may want to see is neither deleted nor purged nor erased, by nobody, until the hold is lifted. */
export const holdCustomer = defineAction('customers.hold', {
  on: Customer,
  allow: keepers,
  when: { field: 'legalHold', op: 'ne', value: true },
  isMinor: true,
  input: { reason },
  words: {
    label: words('法律保留', 'Legal hold'),
    hint: words('解除前不能删除，也不受保存期限影响', 'Kept whatever its term, until the hold is lifted'),
  },
  run: ({ customer, input, store }) => store.edit(Customer, customer, { legalHold: true, holdReason: input.reason }, 'customer.held'),
})

export const releaseCustomer = defineAction('customers.release', {
  on: Customer,
  allow: keepers,
  when: { field: 'legalHold', op: 'eq', value: true },
  input: { reason },
  words: { label: words('解除法律保留', 'Lift the legal hold') },
  run: ({ customer, store, emit, input }) => {
    emit('customer.released', customer, Customer, { reason: [null, input.reason] })
    return store.edit(Customer, customer, { legalHold: false, holdReason: null })
  },
})

/** To the recycle bin, with everything that hangs on it. */
export const recycleCustomer = defineAction('customer.recycle', {
  on: Customer,
  allow: rule.granted('recycle'),
  words: { label: words('删除', 'Delete'), hint: words('放入回收站，可以恢复', 'Goes to the recycle bin and can be restored') },
  run({ customer, store }) {
    if (customer.legalHold)
      throw refuse('on-hold', words('客户被法律保留，不能删除。', 'The customer is under legal hold and cannot be deleted.'), {
        status: 409,
      })
    return store.recycle(Customer, customer)
  },
})

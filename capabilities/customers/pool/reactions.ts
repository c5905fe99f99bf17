import { react } from '#engine/event/react.ts'
import { Customer } from '../records/customer.ts'
import { closeLooks } from './queries.ts'

/** However a customer came to another owner: his time begins now, and a pool in which it lay has it no more. */
const beginWithOwner = react('begin-with-new-owner', {
  on: ['customer.edited', 'customer.transferred', 'customer.merged'],
  async together({ store, queries, now }, event) {
    const [before, after] = event.changes?.owner ?? []
    if (typeof after !== 'string' || before === after) return
    const [customer] = await store.lock(Customer, [event.recordId])
    if (!customer) return
    await store.measure(Customer, customer.id, { ownedSince: now })
    if (!customer.pool) return
    await closeLooks(queries, customer.id)
    store.edit(Customer, customer, { pool: null, pooledAt: null, poolReason: null })
  },
})

export const poolReactions = [beginWithOwner]

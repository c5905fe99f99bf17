import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { refuse } from '#engine/action/refusal.ts'
import { link, text } from '#engine/record/fields/index.ts'
import { fill, words } from '#engine/text/words.ts'
import { holdingOf } from './customer-holding.ts'
import { factsOf } from './return-facts.ts'
import { Customer } from '../records/customer.ts'
import { Pool } from '../records/pool.ts'
import { returnOf, sayReturn } from '../rules/pool.ts'

const nothing = { owner: null, isLocked: false }

/** Gives a customer up to a pool, with a reason. */
export const moveToPool = defineAction('customers.moveToPool', {
  on: Customer,
  when: { field: 'pool', op: 'empty' },
  isMinor: true,
  input: {
    pool: link('pool', { zh: '公海', en: 'Pool', required: true }),
    reason: text({ zh: '原因', en: 'Reason', required: true, max: 200 }),
  },
  words: {
    label: words('移入公海', 'Move to a pool'),
    hint: words('不再由现负责人负责，成员可以领取', 'Nobody looks after it any more; members may claim it'),
  },
  run({ customer, input, store, now }) {
    if (customer.isLocked)
      throw refuse('locked', words('客户已锁定，先解除锁定。', 'The customer is locked; unlock it first.'), { status: 409 })
    return store.edit(
      Customer,
      customer,
      { ...nothing, pool: input.pool, pooledAt: now, previousOwner: customer.owner, poolReason: words(input.reason, input.reason) },
      'customer.movedToPool',
    )
  },
})

/** The pool's rules have run out for a customer. Looked at again as it stands now: whoever has just been followed up on stays. */
export const returnToPool = defineAction('customers.returnToPool', {
  on: Customer,
  allow: rule.nobody,
  isUnlisted: true,
  touches: [],
  input: { pool: link('pool', { zh: '公海', en: 'Pool', required: true }) },
  words: { label: words('退回公海', 'Return to the pool') },
  async run({ customer, input, store, now, today }) {
    const pool = await store.get(Pool, input.pool)
    const fall =
      pool?.state === 'on' && customer.owner
        ? returnOf(pool.rules, { won: pool.sparesWon === true, openDeals: pool.sparesDeals === true }, factsOf(customer), today)
        : null
    if (!fall || fall.until >= today) throw refuse('not-due', words('不必退回了。', 'It need not return any more.'), { status: 409 })
    const { rule: fired, since } = fall
    return store.edit(
      Customer,
      customer,
      {
        ...nothing,
        pool: input.pool,
        pooledAt: now,
        previousOwner: customer.owner,
        poolReason: sayReturn({ kind: fired.kind, days: fired.days, since }),
      },
      'customer.returned',
    )
  },
})

const enough = words('您已锁定 {n} 位客户，达到上限 {most} 位。', 'You have locked {n} customers; the most is {most}.')

/** Keeps a customer from returning by the rules. */
export const lockCustomer = defineAction('customers.lock', {
  on: Customer,
  allow: rule.owns('owner'),
  when: {
    and: [
      { field: 'pool', op: 'empty' },
      { field: 'isLocked', op: 'ne', value: true },
    ],
  },
  isMinor: true,
  words: { label: words('锁定', 'Lock'), hint: words('不按规则退回公海', 'No rule returns it to a pool') },
  async run({ customer, store, queries }) {
    const holding = await holdingOf(queries, customer.owner!)
    const { locked, mostLocked } = holding
    if (mostLocked !== null && locked >= mostLocked)
      throw refuse('locks-used', fill(enough, { n: locked, most: mostLocked }), { status: 409 })
    holding.addLock()
    return store.edit(Customer, customer, { isLocked: true }, 'customer.locked')
  },
})

export const unlockCustomer = defineAction('customers.unlock', {
  on: Customer,
  when: { field: 'isLocked', op: 'eq', value: true },
  isMinor: true,
  words: { label: words('解除锁定', 'Unlock') },
  run: ({ customer, store }) => store.edit(Customer, customer, { isLocked: false }, 'customer.unlocked'),
})

import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { refuse } from '#engine/action/refusal.ts'
import { User } from '#cap/platform'
import { fill, words } from '#engine/text/words.ts'
import { companyZone, dayAt, instantOfLocal } from '#engine/time/zone.ts'
import { addDays } from '#engine/time/days.ts'
import { holdingOf } from './customer-holding.ts'
import { closeLooks, countUse, isOpenFor, openFor, takeTurn, useOf } from '../pool/queries.ts'
import { Customer } from '../records/customer.ts'
import { Pool } from '../records/pool.ts'
import { refuseClaim } from '../rules/claiming.ts'

const inPool = { field: 'pool', op: 'notEmpty' } as const

/**
 * Takes a customer out of the pool for oneself. It is locked before it is looked at, and the claimer's count before it is read: whoever comes
 * second finds nothing to claim, and nobody exceeds what he may. What is refused is not counted.
 */
export const claimFromPool = defineAction('customers.claimFromPool', {
  on: Customer,
  allow: rule.within('card'),
  when: inPool,
  touches: ['pool'],
  words: { label: words('领取', 'Claim'), hint: words('由我负责这位客户', 'I look after this customer from now on') },
  async run({ customer, store, queries, actor, now, today }) {
    const pool = (await store.get(Pool, customer.pool!))!
    const holding = await holdingOf(queries, actor.id)
    const { claimed } = await useOf(queries, actor.id, pool.id, today)
    const { held, mostHeld } = holding
    const refusal = refuseClaim(pool, {
      today,
      isKeeper: pool.keepers.includes(actor.id),
      pooledOn: dayAt(customer.pooledAt ?? now),
      wasOwner: customer.previousOwner === actor.id,
      claimed,
      held,
      mostHeld,
    })
    if (refusal) throw refuse(refusal.code, refusal.words, { status: 409 })
    await countUse(queries, actor.id, pool.id, today, 'claimed')
    await closeLooks(queries, customer.id)
    holding.add(customer)
    const user = await store.get(User, actor.id)
    return store.edit(
      Customer,
      customer,
      {
        owner: actor.id,
        department: user?.department ?? customer.department,
        pool: null,
        pooledAt: null,
        poolReason: null,
        ownedSince: now,
      },
      'customer.claimed',
    )
  },
})

const looked = words('今天在这个公海已查看 {n} 份资料，达到上限。', 'You have opened {n} files of this pool today, which is the most.')

/** Opens the whole file of a customer in the pool for the rest of the day: contacts and activities too, save what the pool keeps closed. */
export const lookIntoPool = defineAction('customers.lookIntoPool', {
  on: Customer,
  allow: rule.within('card'),
  when: inPool,
  touches: [],
  isFinal: true,
  words: {
    label: words('查看全部资料', 'Open the whole file'),
    hint: words(
      '当天可看联系人和联系记录，计入每天的查看次数',
      'With contacts and activities, for the day; it counts among the looks of the day',
    ),
  },
  async run({ customer, store, queries, actor, now, today, emit }) {
    const pool = (await store.get(Pool, customer.pool!))!
    await takeTurn(queries, actor.id)
    if (await isOpenFor(queries, actor.id, customer.id, now)) return
    const use = await useOf(queries, actor.id, pool.id, today)
    if (pool.viewsPerDay !== null && use.looked >= pool.viewsPerDay && !pool.keepers.includes(actor.id))
      throw refuse('pool-views-used', fill(looked, { n: use.looked }), { status: 409 })
    const endOfDay = instantOfLocal(addDays(today, 1), 0, 0, 0, companyZone)
    await openFor(queries, actor.id, customer, today, endOfDay, now)
    await countUse(queries, actor.id, pool.id, today, 'looked')
    emit('customer.lookedInto', customer, Customer)
  },
})

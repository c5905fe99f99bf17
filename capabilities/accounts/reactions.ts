import { react } from '#engine/event/react.ts'
import { notify } from '#engine/notice/notify.ts'
import { Customer } from '#cap/customers'
import { newsKnown } from './notices.ts'
import { bringBack, type Ended } from './queries.ts'
import { Handover } from './records/handover.ts'

/** A handover that is taken back gives back what was no record: shares and follows. */
const bringBackEnded = react('bring-back-what-a-handover-ended', {
  on: ['handover.edited'],
  async together({ store, queries, actor, now }, event) {
    const [before, after] = event.changes?.state ?? []
    if (before !== 'done' || after !== 'open') return
    const handover = await store.get(Handover, event.recordId)
    const [ended] = event.changes?.ended ?? []
    if (handover && Array.isArray(ended)) await bringBack(queries, handover.leaver, ended as Ended[], actor.id, now)
  },
})

/** Whoever looks after a customer hears what became known of it. */
const tellOwner = react('tell-owner-of-account-news', {
  on: ['watchEntry.created'],
  async together({ store, queries, actor, now }, event) {
    const customer = await store.get(Customer, event.rootId)
    if (customer?.owner)
      await notify(queries, {
        kind: newsKnown,
        to: customer.owner,
        record: 'watchEntry',
        recordId: event.recordId,
        by: actor.id,
        key: event.recordId,
        at: now,
      })
  },
})

export const accountReactions = [bringBackEnded, tellOwner]

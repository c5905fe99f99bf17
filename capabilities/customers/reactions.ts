import { badFields } from '#engine/action/refusal.ts'
import type { StoredEvent } from '#engine/event/define-event.ts'
import { react } from '#engine/event/react.ts'
import { lastContactOf } from './queries.ts'
import { Activity } from './records/activity.ts'
import { Customer } from './records/customer.ts'
import { Duplicate } from './records/duplicate.ts'
import { refuseClosing } from './rules/important-contact.ts'
import { isRealContact } from './rules/real-contact.ts'

/** Two that have become one are no longer in question: whatever pair now has the same customer on both sides is settled. */
const settleMerged = react('settle-merged-duplicates', {
  on: ['customer.merged'],
  async together(work, event) {
    const pairs = await work.store.find(
      Duplicate,
      {
        and: [
          { field: 'customer', op: 'eq', value: event.recordId },
          { field: 'other', op: 'eq', value: event.recordId },
        ],
      },
      { lock: true },
    )
    for (const pair of pairs) if (pair.state !== 'merged') work.store.edit(Duplicate, pair, { state: 'merged' }, 'duplicate.merged')
  },
})

/** What a court wants kept is kept on whichever of two customers stays. */
const keepHolds = react('keep-holds-of-merged-customers', {
  on: ['customer.merged'],
  async together(work, event) {
    const { id } = event.changes!.merged![1] as { id: string }
    const both = await work.store.lock(Customer, [id, event.recordId])
    const [goes, stays] = [both.find((row) => row.id === id), both.find((row) => row.id === event.recordId)]
    if (goes?.legalHold && stays && !stays.legalHold)
      work.store.edit(Customer, stays, { legalHold: true, holdReason: goes.holdReason }, 'customer.held')
  },
})

/** However an important contact came to be done, it leaves a record and a follow-up behind. */
const keepThreeSteps = react('keep-three-steps', {
  on: ['activity.created', 'activity.edited', 'activity.completed'],
  async together(work, event) {
    const activity = await work.store.get(Activity, event.recordId)
    const faults = activity ? refuseClosing(activity) : {}
    if (Object.keys(faults).length > 0) throw badFields(faults)
  },
})

/** Whether a change of a contact may have moved the customer's last one: it came, went, or is said to have been at another time. */
const movesLast = ({ type, changes }: StoredEvent): boolean =>
  type !== 'activity.edited' || ['at', 'state', 'kind', 'customer'].some((name) => name in (changes ?? {}))

/**
 * The time of the customer's last real contact, however it came to be known. One that was logged by mistake, and is taken back, was none: the
 * last one is the one before. Customers are locked: of two contacts logged in the same second the later one stays.
 */
const measureLastContact = react('measure-last-contact', {
  on: ['activity.created', 'activity.completed', 'activity.edited', 'activity.recycled', 'activity.restored'],
  async together(work, event) {
    if (!movesLast(event)) return
    const activity = await work.store.get(Activity, event.recordId)
    if (!activity || (event.type === 'activity.created' && activity.state !== 'done')) return
    const [was] = event.changes?.at ?? []
    const of = [...new Set([activity.customer, ...[event.changes?.customer ?? []].flat()])].filter((id) => typeof id === 'string')
    for (const customer of await work.store.lock(Customer, of)) {
      const last = customer.lastContactAt
      const counts = activity.customer === customer.id && !activity.deletedAt && activity.state === 'done' && isRealContact(activity.kind)
      if (counts && (!last || activity.at > last)) await work.store.measure(Customer, customer.id, { lastContactAt: activity.at })
      else if (last && [activity.at, was].includes(last) && !(counts && activity.at === last))
        await work.store.measure(Customer, customer.id, { lastContactAt: await lastContactOf(work.queries, customer.id) })
    }
  },
})

export const customerReactions = [settleMerged, keepHolds, keepThreeSteps, measureLastContact]

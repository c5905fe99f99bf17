import { react } from '#engine/event/react.ts'
import { Duplicate } from './records/duplicate.ts'

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

export const customerReactions = [settleMerged]

import { measureMany } from '#engine/action/measure.ts'
import type { EventReader } from '#engine/event/reader.ts'
import type { PatchOf } from '#engine/record/define-record.ts'
import { Customer } from '../records/customer.ts'
import { isFollowUp } from '../rules/follow-up.ts'
import { contactsOf } from './queries.ts'

/** So many of the latest contacts are looked at: whoever wrote so many empty notes has not followed up. */
const most = 50

/** Keeps the time of the last contact that counts as following up. Read from the first event on, it also knows of what was logged before. */
export const measureFollowUps: EventReader = {
  name: 'customer-follow-ups-1',
  async read(runtime, tx, events) {
    const ids = new Set(
      events
        .filter(({ record }) => record === 'activity')
        .flatMap(({ rootId, changes }) => [rootId, ...(changes?.customer ?? [])])
        .filter((id) => typeof id === 'string'),
    )
    await measureMany(runtime, tx, Customer, [...ids], async (rows) => {
      const logged = Map.groupBy(
        await contactsOf(
          tx,
          rows.map(({ id }) => id),
          most,
        ),
        ({ customer }) => customer,
      )
      return new Map(
        rows.map(({ id }): [string, PatchOf<typeof Customer>] => [id, { lastFollowUpAt: logged.get(id)?.find(isFollowUp)?.at ?? null }]),
      )
    })
  },
}

import type { EventReader } from '#engine/event/reader.ts'
import type { StoredEvent } from '#engine/event/define-event.ts'
import { onlyMade } from '#engine/event/only-made.ts'
import { scoredFiles, sidesOf } from './queries.ts'
import { scoreFiles } from './score-files.ts'

/** Ids that a field of the record had before and has now. */
function idsIn({ changes }: StoredEvent, field: string): string[] {
  const values: readonly unknown[] = changes?.[field] ?? []
  return values.filter((value) => typeof value === 'string')
}

/**
 * Scores files as soon as anything has happened to them: to the customer, its contacts, or to what may be the same. A change of the standards
 * or of an owner's place here concerns many, and is left to a job.
 */
export const scoreWhatChanged: EventReader = {
  name: 'customer-quality-1',
  async read(runtime, tx, events) {
    const about = (record: string) => events.filter((event) => event.record === record)
    const [customers, contacts, pairs] = [about('customer'), about('contact'), about('duplicate')]
    // A new file is scored by whoever makes it: it is right as it stands, and need not be read here.
    const scored = await scoredFiles(
      tx,
      onlyMade('customer', events).map(({ recordId }) => recordId),
    )
    const told = [...customers.map(({ recordId }) => recordId), ...contacts.flatMap((event) => [event.rootId, ...idsIn(event, 'customer')])]
    const ids = new Set([
      ...told.filter((id) => !scored.has(id)),
      ...pairs.flatMap((event) => [...idsIn(event, 'customer'), ...idsIn(event, 'other')]),
      ...(await sidesOf(
        tx,
        pairs.map(({ recordId }) => recordId),
        customers.filter(({ changes }) => changes && 'deletedAt' in changes).map(({ recordId }) => recordId),
      )),
    ])
    await scoreFiles(runtime, tx, [...ids])
    if (about('collectionStandard').length > 0) await runtime.enqueue(tx, 'score-files', {}, { key: 'all' })
    for (const { recordId, changes } of about('user'))
      if (changes && ('isActive' in changes || 'deletedAt' in changes))
        await runtime.enqueue(tx, 'score-files', { owner: recordId }, { key: recordId })
  },
}

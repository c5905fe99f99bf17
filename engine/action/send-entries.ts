import type { Changes, StoredEvent } from '#engine/event/define-event.ts'
import type { House, Shape } from '#engine/record/house.ts'
import { claimFields, claimsOf, dropClaims, takenClaims, type Claim } from '#engine/store/claims.ts'
import type { Transaction } from '#engine/store/database.ts'
import { followKeys, followMoves, followRecycling, placeWriters, stampWriters, type Entry } from '#engine/store/follow.ts'
import type { Writer } from '#engine/store/rows.ts'
import { insertRows, updateRows, type RowChange } from '#engine/store/writes.ts'
import { identityTaken, same } from './values.ts'

/** Whether a record hangs on another one than before. */
const hasMoved = ({ shape, before, names }: Entry): boolean => before !== null && shape.chain[0] !== undefined && names.has(shape.chain[0])

/** What changed in a record, field by field; of a new one everything that it has. Measured values are nobody's news. */
function changesOf(entry: Entry): Changes {
  const changes: Record<string, [unknown, unknown]> = {}
  if (entry.before === null) {
    for (const { name, field, storage } of entry.shape.fields.values()) {
      const value = entry.row[name]
      if (
        storage === 'system' ||
        field.options.quiet ||
        value === null ||
        value === undefined ||
        (Array.isArray(value) && value.length === 0)
      )
        continue
      changes[name] = [null, value]
    }
  } else
    for (const name of entry.names)
      if (!same(entry.before[name], entry.row[name])) changes[name] = [entry.before[name] ?? null, entry.row[name] ?? null]
  return changes
}

interface Sending {
  tx: Transaction
  house: House
  stamp: { updatedAt: string; updatedBy: string }
  eventFor(type: string, shape: Shape, row: { id: string; rootId: string; version: number }, changes: Changes): StoredEvent
}

/**
 * Writes the rows that a unit of work has made and changed, one record type after the other, with all that follows: keys, places, the
 * recycle bin. Identities that are given up are gone afterwards.
 * @returns the events that tell of it, and the identities that are now to be claimed
 */
export async function sendEntries(
  { tx, house, stamp, eventFor }: Sending,
  waiting: readonly Entry[],
): Promise<{ events: StoredEvent[]; claims: Claim[] }> {
  const byShape = Map.groupBy(waiting, (entry) => entry.shape)
  const recycledAlong: Entry[] = []
  const claims: Claim[] = []
  for (const [shape, list] of byShape) {
    const fresh = list.filter((entry) => entry.before === null)
    await insertRows(
      tx,
      shape,
      fresh.map((entry) => entry.row),
    )
    const fields = claimFields(shape)
    for (const entry of fresh) if (fields.size > 0 && !entry.row.deletedAt) claims.push(...claimsOf(shape, entry.row))
    const updates: RowChange[] = []
    for (const entry of list) {
      if (entry.before === null) continue
      let more: readonly Writer[] = []
      const changed = entry.names.size > 0
      if (changed) {
        Object.assign(entry.row, { version: entry.before.version + 1, ...stamp })
        more = [...stampWriters(entry.names.has('deletedAt')), ...(hasMoved(entry) ? placeWriters(shape) : [])]
      }
      const names = [...entry.names, ...entry.quiet].filter((name) => name !== 'deletedAt' && !name.startsWith('^') && name !== 'rootId')
      if (names.length > 0 || more.length > 0) updates.push({ row: entry.row, names, more })
    }
    await updateRows(tx, shape, updates)
    await followKeys(tx, house, shape, list)
    await followMoves(
      tx,
      house,
      shape,
      list.filter(hasMoved).map((entry) => entry.row),
    )
    const reclaimers = list.filter(
      (entry) =>
        entry.before !== null && !entry.row.deletedAt && !entry.before.deletedAt && [...entry.names].some((name) => fields.has(name)),
    )
    await dropClaims(
      tx,
      reclaimers.map((entry) => entry.row.id),
    )
    for (const entry of reclaimers) claims.push(...claimsOf(shape, entry.row))
    const recycled = list.filter((entry) => entry.names.has('deletedAt'))
    if (recycled.length > 0) {
      const { changed, reclaimed } = await followRecycling(tx, house, shape, recycled, stamp)
      recycledAlong.push(...changed)
      const taken = await takenClaims(tx, reclaimed)
      if (taken.size > 0) throw identityTaken([...taken.keys()])
      claims.push(...reclaimed)
    }
  }
  // In the order in which it was done: what was made together is told together, and whoever reads the events set by set meets it in one set.
  const told = [...waiting.filter(({ before, names }) => before === null || names.size > 0), ...recycledAlong]
  return { events: told.map((entry) => eventFor(entry.type, entry.shape, entry.row, changesOf(entry))), claims }
}

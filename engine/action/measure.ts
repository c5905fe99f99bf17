import { systemActor } from '#engine/access/actor.ts'
import type { PatchOf, RecordType, RowOf } from '#engine/record/define-record.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Transaction } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import type { StoredRow } from '#engine/store/rows.ts'
import { openWork } from './work.ts'

/**
 * Writes measured values of many records, as a set. The rows are locked in the order of their ids before anything else is read, so that of two
 * who measure the same record the later one stands on what is newer.
 * @param reckon tells what was measured, from the living among them
 */
export async function measureMany<R extends RecordType<any, any>>(
  runtime: Runtime,
  tx: Transaction,
  record: R,
  ids: readonly string[],
  reckon: (rows: RowOf<R>[]) => Promise<ReadonlyMap<string, PatchOf<R>>>,
): Promise<void> {
  if (ids.length === 0) return
  const work = openWork({
    house: runtime.house,
    database: runtime.database,
    tx,
    actor: systemActor,
    operation: newId(),
    now: new Date(runtime.clock()).toISOString(),
    enqueue: (job, payload, more) => runtime.enqueue(tx, job, payload, more),
  })
  const rows = await work.store.lock(record, ids)
  const measured = await reckon(rows.filter((row) => (row as unknown as StoredRow).deletedAt === null))
  for (const [id, values] of measured) await work.store.measure(record, id, values)
  await work.flush()
}

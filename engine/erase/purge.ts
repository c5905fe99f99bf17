import { rm } from 'node:fs/promises'
import type { Actor } from '#engine/access/actor.ts'
import { rule } from '#engine/access/rules.ts'
import type { ActionType } from '#engine/action/define-action.ts'
import { startOperation, type Operation } from '#engine/action/operations.ts'
import { perform } from '#engine/action/perform.ts'
import { fileOf } from '#engine/intake/importing.ts'
import type { House, Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { snake } from '#engine/store/columns.ts'
import type { Queries } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import type { StoredRow } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { untilSealed } from './erase.ts'
import { dropTraces } from './places.ts'
import type { Own } from './subject.ts'

/** That a record leaves the recycle bin for good is told in the sealed history, under the rights of whoever wants it so. */
const purgeOf = (shape: Shape): ActionType => ({
  name: `${shape.name}.purge`,
  on: shape.record,
  allow: shape.record.access?.recycle ?? rule.granted('recycle'),
  onRecycled: true,
  isFinal: true,
  input: {},
  words: { label: words('彻底清除', 'Purge for good') },
  run: ({ emit, ...context }) => emit(`${shape.name}.purged`, (context as unknown as Record<string, StoredRow>)[shape.name]!, shape.record),
})

/** Records of one type with all that hangs on them, however deep. */
async function withBelow(queries: Queries, house: House, shape: Shape, ids: readonly string[]): Promise<Own[]> {
  if (ids.length === 0) return []
  const found: Own[] = [{ shape, ids: [...ids] }]
  for (const { shape: child, field } of house.linksTo.get(shape.name) ?? []) {
    if (child.record.under !== field) continue
    const below = await queries.arrays(
      sql`select id from ${sql.id(snake(child.name))} where ${sql.id(`${snake(field)}_id`)} = any(${ids}::uuid[])`,
    )
    found.push(
      ...(await withBelow(
        queries,
        house,
        child,
        below.map(([id]) => id as string),
      )),
    )
  }
  return found
}

/** Takes rows away that still lie in the recycle bin: with what hangs on them, their files, comments, traces and what events tell of them. */
export async function removePurged(runtime: Runtime, shape: Shape, ids: readonly string[]): Promise<number> {
  // Events have their digests once they are sealed: only then may what they tell be taken away.
  await untilSealed(runtime)
  return runtime.database.transaction(async (tx) => {
    // Whoever brings one back at this moment has it.
    const gone = (
      await tx.arrays(
        sql`select id from ${sql.id(snake(shape.name))} where id = any(${ids}::uuid[]) and deleted_at is not null order by id for update`,
      )
    ).map(([id]) => id as string)
    const all = await withBelow(tx, runtime.house, shape, gone)
    const every = all.flatMap((own) => own.ids)
    const files = await tx.arrays(sql`select key from file where record_id = any(${every}::uuid[])`)
    // First the bytes: a file whose row is there still and whose bytes are gone is harmless.
    for (const [key] of files) await rm(fileOf(runtime, key as string), { force: true })
    await dropTraces(tx, every)
    for (const table of ['file', 'comment', 'notice', 'collaborator'])
      await tx.run(sql`delete from ${sql.id(table)} where record_id = any(${every}::uuid[])`)
    await tx.run(sql`update event set changes = null where record_id = any(${every}::uuid[]) and changes is not null and changes <> '{}'`)
    for (const own of all.toReversed()) await tx.run(sql`delete from ${sql.id(snake(own.shape.name))} where id = any(${own.ids}::uuid[])`)
    return gone.length
  })
}

/**
 * Purges records of the recycle bin for good, as an operation with a report. What the actor may not purge stays. The rows themselves go in a
 * job that this leaves: it is there exactly when the history tells of it.
 * @returns how many go.
 */
export async function purgeRecycled(runtime: Runtime, actor: Actor, shape: Shape, ids: readonly string[]): Promise<number> {
  const id = newId()
  let done = 0
  await perform(
    runtime,
    actor,
    purgeOf(shape),
    ids.map((target) => ({ id: target })),
    {
      partial: true,
      operation: id,
      async alongside(tx, results) {
        const report = results.flatMap(({ id: target, refusal }): Operation['report'] =>
          refusal ? [{ id: target!, code: refusal.code, words: refusal.words }] : [],
        )
        const open = results.flatMap(({ id: target, refusal }) => (target && !refusal ? [target] : []))
        done = open.length
        await startOperation(tx, actor, {
          id,
          action: `${shape.name}.purge`,
          record: shape.name,
          total: ids.length,
          state: 'done',
          done,
          refused: report.length,
          report,
        })
        if (open.length > 0) await runtime.enqueue(tx, 'remove-purged', { record: shape.name, ids: open })
      },
    },
  )
  return done
}

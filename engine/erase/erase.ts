import { recompute } from '#engine/action/values.ts'
import type { KnownField, Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { snake } from '#engine/store/columns.ts'
import { emptyOf, readRows, type StoredRow, type Writer } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { updateRows } from '#engine/store/writes.ts'
import { words, type Words } from '#engine/text/words.ts'
import { patternOf } from './pattern.ts'
import { comments, dropTraces, files, history, memory, otherRecords, type Looked, type Place } from './places.ts'
import { subjectOf, type Own, type Subject } from './subject.ts'

/** One line of the proof: where he was found, how often, and how often still. */
export interface ErasedPlace {
  place: Words
  found: number
  left: number
}

/** What stands for the name of somebody who was erased: no language's word, since names are what staff wrote. */
export const erasedName = '（已删除 · erased）'

/**
 * Removes a human being from everywhere: his records keep nothing but their place among others, what is part of him goes, and wherever else
 * he is told of, by name on his own customers and by number or account anywhere, the words that tell of him are taken out. Events keep their
 * digests, so that the audit still holds. Whatever is done may be done again: a job that was killed goes on where it must.
 * @param given his records: the contact, and the customer where he is the customer himself
 * @returns the proof: everything was looked through again afterwards
 */
export async function eraseSubject(
  runtime: Runtime,
  given: readonly { shape: Shape; id: string; isRecycled: boolean }[],
): Promise<ErasedPlace[]> {
  const { database, house } = runtime
  // Nobody changes him any more while he is looked for.
  for (const { shape, id, isRecycled } of given)
    if (isRecycled)
      await database.run(sql`update ${sql.id(snake(shape.name))} set deleted_at = coalesce(deleted_at, now()) where id = ${id}`)
  await untilSealed(runtime)
  const subject = await subjectOf(database, house, given)
  const [marks, names] = [patternOf(subject.marks), patternOf([], subject.names)]
  const all = patternOf(subject.marks, subject.names)
  const looked: Looked = {
    subject,
    search: { marks, names, roots: subject.roots },
    pattern: all === null ? null : new RegExp(all, 'gi'),
  }
  const places: Place[] = [
    files(runtime, looked),
    memory(runtime, looked),
    comments(runtime, looked),
    otherRecords(runtime, looked),
    history(runtime, looked),
    ownRecords(runtime, subject),
  ]
  const report: ErasedPlace[] = []
  for (const place of places) report.push({ place: place.words, found: await place.erase(), left: 0 })
  // Somebody may have written of him meanwhile.
  for (let round = 0; round < 3; round++) {
    for (const [i, place] of places.entries()) report[i]!.left = await place.count()
    if (report.every(({ left }) => left === 0)) break
    await untilSealed(runtime)
    for (const [i, place] of places.entries()) if (report[i]!.left > 0) report[i]!.found += await place.erase()
  }
  return report
}

/** Events have their digests once they are sealed: only then may what they tell be taken away. */
export async function untilSealed({ database }: Runtime): Promise<void> {
  const newest = await database.row<{ id: string }>(sql`select event_id as id from event_pending order by event_id desc limit 1`)
  if (!newest) return
  for (let i = 0; i < 600; i++) {
    if (!(await database.row(sql`select 1 from event_pending where event_id <= ${newest.id} limit 1`))) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the events are not sealed yet; tried again later')
}

/** His own records, last of all: as long as they are there, he can be looked for. */
function ownRecords({ database, house }: Runtime, { shells, parts }: Subject): Place {
  const version: Writer = { column: 'version', type: 'integer', of: (row) => row.version }
  const clear = (own: Own) =>
    database.transaction(async (tx) => {
      const rows = await readRows(tx, own.shape, own.ids, 'update')
      const changes = rows.map((row) => emptied(own.shape, row)).filter(({ names }) => names.length > 0)
      await updateRows(
        tx,
        own.shape,
        changes.map((change) => ({ ...change, more: [version] })),
      )
      await dropTraces(tx, own.ids)
      return changes.length
    })
  const partIds = parts.flatMap(({ ids }) => ids)
  return {
    words: words('本人的记录', 'The records of the person'),
    async count() {
      let n = 0
      for (const { shape, ids } of shells)
        n += (await readRows(database, shape, ids)).filter((row) => emptied(shape, row).names.length > 0).length
      for (const { shape, ids } of parts) n += (await readRows(database, shape, ids)).length
      return n
    },
    async erase() {
      let n = 0
      for (const own of parts)
        n += await database.transaction(async (tx) => {
          await dropTraces(tx, partIds)
          return tx.run(sql`delete from ${sql.id(snake(own.shape.name))} where id = any(${own.ids}::uuid[])`)
        })
      for (const own of shells) n += await clear(own)
      // What hangs on nobody any more is found by nobody.
      for (const { shape, ids } of shells)
        if (house.matchings.has(shape.name)) await database.run(sql`delete from match_key where record_id = any(${ids}::uuid[])`)
      return n
    },
  }
}

const kept = new Set(['link', 'links', 'linkAny', 'lifecycle', 'sequence'])

/** A row without everything that tells of somebody: links, numbers and states stay, and what must be there and says nothing. */
function emptied(shape: Shape, row: StoredRow): { row: StoredRow; names: string[] } {
  const next: StoredRow = { ...row, version: row.version + 1 }
  for (const { name, field, storage } of shape.fields.values()) {
    const { required, from } = field.options
    if (storage === 'system' || kept.has(field.kind) || from || isEmpty(row[name])) continue
    if (name === shape.record.title) next[name] = erasedName
    else if (!required) next[name] = emptyOf(field.kind)
    else if (field.kind === 'text' || field.kind === 'note') next[name] = erasedName
  }
  recompute(shape, next)
  const changed = ({ name, storage }: KnownField) =>
    storage !== 'system' && next[name] !== row[name] && !(isEmpty(next[name]) && isEmpty(row[name]))
  return { row: next, names: [...shape.fields.values()].filter(changed).map(({ name }) => name) }
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0)

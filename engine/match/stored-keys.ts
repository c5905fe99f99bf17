import type { StoredEvent } from '#engine/event/define-event.ts'
import { onlyMade } from '#engine/event/only-made.ts'
import { readInOrder } from '#engine/event/reader.ts'
import type { Runtime } from '#engine/runtime.ts'
import { copyText } from '#engine/store/copy.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import type { RecordMatching } from './record-matching.ts'

/**
 * The keys under which records are found that might be the same. They follow the sealed events, a moment behind the writing, which does
 * nothing for them. A new version of how keys are made reads all events once more: the name of the reader says which version it is.
 */
const reader = 'match-keys-2'

/** A key of more records than this finds nothing worth comparing: a switchboard, a common name. */
export const mostOfKey = 400

/**
 * A key as the database keeps it: 53 bits of a quick hash (two of 32 bits, mixed as in MurmurHash 3). Two keys in one place cost a comparison,
 * no more.
 */
export function hashOf(key: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < key.length; i++) {
    const sign = key.charCodeAt(i)
    a = Math.imul(a ^ sign, 2_654_435_761)
    b = Math.imul(b ^ sign, 1_597_334_677)
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909)
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909)
  return String(4_294_967_296 * (b & 0x1fffff) + (a >>> 0))
}

/**
 * Writes anew under which keys these records are found.
 * @param keyless those of them that are known to have none yet
 */
async function renewKeys(
  queries: Queries,
  { record, by, gather }: RecordMatching,
  ids: readonly string[],
  keyless: ReadonlySet<string>,
): Promise<void> {
  const values = await gather(queries, ids)
  const found = [...values].map(([id, value]) => ({ id, keys: [...new Set(by.blockingKeys(by.prepare(value)).map(hashOf))] }))
  // Two that renew the same record follow each other.
  await queries.run(sql`select pg_advisory_xact_lock(hashtextextended(id, 12)) from unnest(${[...ids].sort()}::text[]) as id`)
  const before = ids.filter((id) => !keyless.has(id))
  if (before.length > 0) await queries.run(sql`delete from match_key where record_id = any(${before}::uuid[])`)
  await writeKeys(queries, record, found)
}

/** Keeps the keys of records just made, which nobody else knows yet, in the transaction that makes them: what follows finds them at once. */
export async function writeKeys(queries: Queries, record: string, made: readonly { id: string; keys: readonly string[] }[]): Promise<void> {
  const rows = made.flatMap(({ id, keys }) => keys.map((key) => ({ key, id })))
  if (rows.length === 0) return
  const columns = [
    { column: 'record', type: 'text', of: () => record },
    { column: 'key', type: 'bigint', of: (row: (typeof rows)[number]) => row.key },
    { column: 'record_id', type: 'uuid', of: (row: (typeof rows)[number]) => row.id },
  ]
  await queries.copy(sql`copy match_key (record, key, record_id) from stdin`, copyText(columns, rows))
}

/** Of records of which nothing is told but that they were made, those whose keys were kept by whoever made them, and those that have none. */
async function keptAlready(
  queries: Queries,
  { record }: RecordMatching,
  events: readonly StoredEvent[],
): Promise<{ kept: Set<string>; keyless: Set<string> }> {
  const made = onlyMade(record, events).map(({ recordId }) => recordId)
  const rows =
    made.length === 0 ? [] : await queries.arrays(sql`select distinct record_id from match_key where record_id = any(${made}::uuid[])`)
  const kept = new Set(rows.map(([id]) => id as string))
  return { kept, keyless: new Set(made.filter((id) => !kept.has(id))) }
}

/**
 * Follows the sealed events: whatever happened to a record that is compared, or to what hangs on it, its keys are written anew.
 * @returns how many events were read.
 */
export function followChanges(runtime: Runtime, limit = 500): Promise<number> {
  const matchings = [...runtime.house.matchings.values()]
  return readInOrder(
    runtime.database,
    reader,
    limit,
    matchings.length === 0
      ? undefined
      : async (tx, events) => {
          for (const matching of matchings) {
            const ids = new Set(
              events
                .filter((event) => event.rootRecord === matching.record && matching.told.includes(event.record))
                .map((event) => event.rootId),
            )
            const { kept, keyless } = await keptAlready(tx, matching, events)
            for (const id of kept) ids.delete(id)
            // What went into another record hangs on it from now on: the one it hung on before is told of by its own recycling.
            if (ids.size > 0) await renewKeys(tx, matching, [...ids], keyless)
          }
        },
  )
}

import type { Database } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import type { MatchResult, Prepared } from './define-matching.ts'
import type { RecordMatching } from './record-matching.ts'
import { hashOf } from './stored-keys.ts'

/** Keys that are read at a time, and the most records of a key among which every pair is compared. */
const page = 20_000
const mostTogether = 30

export interface FoundPair {
  a: string
  b: string
  match: MatchResult<string>
}

/**
 * Walks over all records of a type and finds those that may be the same, in pairs. Goes along the stored keys, so that it needs no table of
 * what was compared: a pair is looked at under the smallest key that both have. Memory holds one page of keys and their records.
 */
export async function* scanPairs(
  database: Database,
  { record, by, gather }: RecordMatching,
  signal: AbortSignal,
): AsyncGenerator<FoundPair[]> {
  let cursor = '-9223372036854775808'
  let isMore = true
  while (isMore) {
    if (signal.aborted) throw new Error('stopped; begins anew later')
    const rows = (await database.arrays(
      sql`select key::text, record_id from match_key where record = ${record} and key > ${cursor}::bigint order by key limit ${page}`,
    )) as [string, string][]
    const last = rows.at(-1)?.[0]
    if (last === undefined) return
    isMore = rows.length === page
    // The last key may go on behind this page; it comes again with the next, unless it fills a whole one by itself.
    const whole = isMore ? rows.filter(([key]) => key !== last) : rows
    cursor = whole.at(-1)?.[0] ?? last
    const groups = [...Map.groupBy(whole, ([key]) => key)].filter(([, group]) => group.length > 1 && group.length <= mostTogether)
    yield await pairsOf(database, { record, by, gather } as RecordMatching, groups)
  }
}

async function pairsOf(
  database: Database,
  { by, gather }: RecordMatching,
  groups: readonly [string, readonly [string, string][]][],
): Promise<FoundPair[]> {
  const ids = [...new Set(groups.flatMap(([, group]) => group.map(([, id]) => id)))]
  const values = await gather(database, ids)
  const known = new Map<string, { prepared: Prepared; keys: Set<bigint> }>()
  for (const [id, value] of values) {
    const prepared = by.prepare(value)
    known.set(id, { prepared, keys: new Set(by.blockingKeys(prepared).map((key) => BigInt(hashOf(key)))) })
  }
  const found: FoundPair[] = []
  for (const [key, group] of groups) {
    const own = BigInt(key)
    for (const [i, [, a]] of group.entries())
      for (const [, b] of group.slice(i + 1)) {
        const [left, right] = [known.get(a), known.get(b)]
        if (!left || !right || !isSmallestShared(own, left.keys, right.keys)) continue
        if (by.weighPair(left.prepared, right.prepared).decision === 'different') continue
        found.push({ a, b, match: by.compare(left.prepared, right.prepared) })
      }
  }
  return found
}

const isSmallestShared = (key: bigint, left: ReadonlySet<bigint>, right: ReadonlySet<bigint>): boolean => {
  for (const other of left) if (other < key && right.has(other)) return false
  return true
}

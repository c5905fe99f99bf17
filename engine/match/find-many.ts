import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import type { MatchResult, Prepared } from './define-matching.ts'
import type { RecordMatching } from './record-matching.ts'
import { hashOf } from './stored-keys.ts'

/** Of many values at once only rare keys are followed, and few candidates each: it must cost the same however large the base. */
const mostOfKey = 25
const mostCompared = 20

/** Values made ready for comparing, with the keys under which the like of them is found. */
export interface Sought {
  prepared: Prepared
  keys: string[]
}

export const seek = <Values>({ by }: RecordMatching<Values>, values: Values): Sought => {
  const prepared = by.prepare(values)
  return { prepared, keys: [...new Set(by.blockingKeys(prepared).map(hashOf))] }
}

export interface Likeness {
  id: string
  match: MatchResult<string>
}

/** For each of many values the record that is most likely the same; nothing where none is likely enough to be looked at. */
export async function findLikeliest(
  queries: Queries,
  { record, by, gather }: RecordMatching,
  sought: readonly Sought[],
): Promise<(Likeness | undefined)[]> {
  const keys = [...new Set(sought.flatMap((one) => one.keys))]
  if (keys.length === 0) return sought.map(() => undefined)
  const rows = (await queries.arrays(
    sql`select k.key::text, m.record_id from unnest(${keys}::bigint[]) as k(key)
      cross join lateral (select record_id from match_key where record = ${record} and key = k.key limit ${mostOfKey + 1}) m`,
  )) as [string, string][]
  if (rows.length === 0) return sought.map(() => undefined)
  const byKey = Map.groupBy(rows, ([key]) => key)
  const candidates = sought.map((one) => {
    const shared = new Map<string, number>()
    for (const key of one.keys) {
      const group = byKey.get(key)
      if (!group || group.length > mostOfKey) continue
      for (const [, id] of group) shared.set(id, (shared.get(id) ?? 0) + 1 / group.length)
    }
    return [...shared]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, mostCompared)
      .map(([id]) => id)
  })
  const ids = [...new Set(candidates.flat())]
  if (ids.length === 0) return sought.map(() => undefined)
  const others = new Map([...(await gather(queries, ids))].map(([id, values]) => [id, by.prepare(values)]))
  return sought.map((one, i) => {
    let best: { id: string; bits: number; other: Prepared } | undefined
    for (const id of candidates[i]!) {
      const other = others.get(id)
      if (!other) continue
      const { bits, decision } = by.weighPair(one.prepared, other)
      if (decision !== 'different' && (!best || bits > best.bits)) best = { id, bits, other }
    }
    return best && { id: best.id, match: by.compare(one.prepared, best.other) as MatchResult<string> }
  })
}

import type { Actor } from '#engine/access/actor.ts'
import { loadFacts } from '#engine/access/facts.ts'
import { present, type Item } from '#engine/access/present.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import { briefOf } from '#engine/record/define-record.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { readRows } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import type { Words } from '#engine/text/words.ts'
import type { MatchResult } from './define-matching.ts'
import type { RecordMatching } from './record-matching.ts'
import { hashOf, mostOfKey } from './stored-keys.ts'

/** Candidates that are read and compared; those that share the most keys first. */
const mostCompared = 300
const mostShown = 10

/** A record that may be the same, as somebody who may see it reads of it. */
export interface Similar {
  item: Item
  score: number
  decision: 'same' | 'perhaps'
  reasons: { words: Words; isAgainst: boolean }[]
  /** Why a person has to decide, where it looks the same. */
  held?: Words
}

/** Records that share a key with these values, those that share the most first. */
async function candidatesFor(queries: Queries, record: string, keys: readonly string[], except: string | undefined): Promise<string[]> {
  const rows = await queries.arrays(
    sql`select k.key, m.record_id from unnest(${keys.map(hashOf)}::bigint[]) as k(key)
      cross join lateral (select record_id from match_key where record = ${record} and key = k.key limit ${mostOfKey + 1}) m`,
  )
  const shared = new Map<string, number>()
  for (const group of Map.groupBy(rows, ([key]) => key).values()) {
    if (group.length > mostOfKey) continue
    // A key of few records says more than one of many.
    for (const [, id] of group) shared.set(id as string, (shared.get(id as string) ?? 0) + 1 / group.length)
  }
  if (except) shared.delete(except)
  return [...shared]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostCompared)
    .map(([id]) => id)
}

/**
 * The records that may be the same as these values, the likeliest first.
 * @param values what is compared, as the record's matching reads it
 * @param except the record whose values they are
 */
export async function findSimilar<Values>(
  queries: Queries,
  { record, by, gather }: RecordMatching,
  values: Values,
  except?: string,
): Promise<{ id: string; match: MatchResult<string> }[]> {
  const own = by.prepare(values)
  const ids = await candidatesFor(queries, record, by.blockingKeys(own), except)
  const others = ids.length > 0 ? await gather(queries, ids) : new Map<string, Values>()
  return [...others]
    .map(([id, other]) => ({ id, other: by.prepare(other) }))
    .filter(({ other }) => by.weighPair(own, other).decision !== 'different')
    .map(({ id, other }) => ({ id, match: by.compare(own, other) as MatchResult<string> }))
    .toSorted((a, b) => b.match.bits - a.match.bits)
    .slice(0, mostCompared)
}

/**
 * The same as one actor may know of it: of records that he may not see only whether one of them is the same beyond doubt.
 */
export async function presentSimilar(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  found: readonly { id: string; match: MatchResult<string> }[],
): Promise<{ items: Similar[]; hidden: boolean }> {
  const rows = await readRows(
    runtime.database,
    shape,
    found.map(({ id }) => id),
  )
  const access = accessTo(runtime.house, actor, shape)
  const facts = await loadFacts(runtime.database, runtime.house, actor, shape, rows, access.paths)
  const seen = new Set(rows.flatMap((row, i) => (access.card.check(facts[i]!) ? [row.id] : [])))
  const shown = found.filter(({ id }) => seen.has(id)).slice(0, mostShown)
  const fields = [shape.record.title, ...briefOf(shape.record)]
  const byId = new Map(rows.map((row) => [row.id, row]))
  const items = await present(
    runtime,
    actor,
    shape,
    shown.map(({ id }) => byId.get(id)!),
    fields,
  )
  const known = new Map(items.map((item) => [item.id, item]))
  return {
    items: shown.flatMap(({ id, match }) => {
      const item = known.get(id)
      return item ? [similarOf(item, match)] : []
    }),
    hidden: found.some(({ id, match }) => !seen.has(id) && match.decision === 'same'),
  }
}

const similarOf = (item: Item, { score, decision, reasons, held }: MatchResult<string>): Similar => ({
  item,
  score: Math.round(score * 1000) / 1000,
  decision: decision === 'same' ? 'same' : 'perhaps',
  reasons: reasons.slice(0, 6).map(({ words, bits }) => ({ words, isAgainst: bits < 0 })),
  ...(held ? { held } : {}),
})

import { eventsSince } from '#engine/event/events.ts'
import type { Queries } from '#engine/store/database.ts'
import type { StoredRow } from '#engine/store/rows.ts'
import { words } from '#engine/text/words.ts'
import { refuse } from './refusal.ts'

/**
 * Compares what a caller wants with what has happened since the version he saw. Disjoint changes pass; where a field he names has changed
 * meanwhile (even to what he wants: two who add one to five must not both be told six), the answer is 412 with the three values of each field: current, yours, base.
 */
export async function refuseStale(
  queries: Queries,
  row: StoredRow,
  seen: number,
  wanted: Record<string, unknown>,
  touches: readonly string[],
): Promise<void> {
  if (seen === row.version) return
  if (seen > row.version) throw refuse('bad-version', words('版本号不存在。', 'There is no such version.'), { status: 412 })
  const events = await eventsSince(queries, row.id, seen)
  const base: Record<string, unknown> = {}
  for (const event of events) for (const [name, [before]] of Object.entries(event.changes ?? {})) if (!(name in base)) base[name] = before
  // Events that are gone (erased) leave no base: then nothing can be said to be disjoint.
  const complete = events.length === row.version - seen && events.every((event) => event.changes !== null)
  const clashing = complete
    ? [...Object.keys(wanted).filter((name) => name in base), ...touches.filter((name) => name in base && !(name in wanted))]
    : [...Object.keys(wanted), ...touches]
  if (clashing.length === 0) return
  const pick = (from: Record<string, unknown>) => Object.fromEntries(clashing.map((name) => [name, from[name] ?? null]))
  throw refuse('stale', words('您编辑期间，别人已经修改了同样的内容。', 'While you were editing, somebody changed the same content.'), {
    status: 412,
    fields: Object.fromEntries(clashing.map((name) => [name, words('已被他人修改', 'changed by somebody else')])),
    detail: {
      version: row.version,
      current: pick(row),
      yours: pick(wanted),
      base: pick({ ...row, ...base }),
      changedBy: events.at(-1)?.actorId ?? null,
      changedAt: events.at(-1)?.at ?? null,
    },
  })
}

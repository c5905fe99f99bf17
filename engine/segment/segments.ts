import type { Actor } from '#engine/access/actor.ts'
import { loadFacts } from '#engine/access/facts.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import { atLeast } from '#engine/access/rules.ts'
import { refuse } from '#engine/action/refusal.ts'
import type { House, Shape } from '#engine/record/house.ts'
import { isId } from '#engine/record/id.ts'
import type { Queries } from '#engine/store/database.ts'
import { readRows } from '#engine/store/rows.ts'
import { words } from '#engine/text/words.ts'
import { noSegments, type SegmentMeaning, type Segments } from './segment-source.ts'

/** So many segments may stand in one filter, those within segments counted. */
const usualMost = 20

/** The segments that a filter names itself, whatever else it may hold. */
function namedIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  if (Array.isArray(node)) return node.flatMap(namedIn)
  const { segment, and, or, not, where } = node as Record<string, unknown>
  return [...(typeof segment === 'string' && isId(segment) ? [segment] : []), ...[and, or, not, where].flatMap(namedIn)]
}

/**
 * The segments that a filter names, and those that these name, as far as the actor may see them. A segment that leads back to itself means
 * nothing, and is refused; so is one that leads to `self`, the segment that is being written.
 */
export async function segmentsIn(
  queries: Queries,
  house: House,
  actor: Actor,
  filter: unknown,
  { self, most = usualMost }: { self?: string; most?: number } = {},
): Promise<Segments> {
  const source = house.segments
  const named = source ? namedIn(filter) : []
  if (!source || named.length === 0) return noSegments
  const found = new Map<string, SegmentMeaning>()
  const asked = new Set<string>()
  for (let open = [...new Set(named)]; open.length > 0;) {
    for (const id of open) asked.add(id)
    if (asked.size > most) throw refuse('bad-filter', words('筛选中的分群太多。', 'The filter names too many segments.'))
    const met = await visible(queries, house, actor, house.shapes.get(source.record)!, open)
    for (const [id, meaning] of met) found.set(id, meaning)
    open = [...new Set(met.flatMap(([, { filter: inner }]) => namedIn(inner)))].filter((id) => !asked.has(id))
  }
  refuseCycles(found, named, self)
  return found
}

function refuseCycles(found: Segments, named: readonly string[], self: string | undefined): void {
  const under = new Set<string>()
  const settled = new Set<string>()
  const follow = (id: string) => {
    if (id === self || under.has(id)) throw refuse('segment-cycle', words('分群不能引用自己。', 'A segment cannot lead back to itself.'))
    if (settled.has(id)) return
    under.add(id)
    namedIn(found.get(id)?.filter).forEach(follow)
    under.delete(id)
    settled.add(id)
  }
  named.forEach(follow)
}

/** What those of these segments mean that the actor may see. */
async function visible(
  queries: Queries,
  house: House,
  actor: Actor,
  shape: Shape,
  ids: readonly string[],
): Promise<[string, SegmentMeaning][]> {
  const access = accessTo(house, actor, shape)
  const rows = (await readRows(queries, shape, ids)).filter((row) => !row.deletedAt)
  const facts = await loadFacts(queries, house, actor, shape, rows, access.paths)
  return rows
    .filter((_, i) => atLeast(access.levelOf(facts[i]!), 'full'))
    .map((row): [string, SegmentMeaning] => [row.id, house.segments!.meaningOf(row)])
}

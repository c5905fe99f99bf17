import { kindOf } from '#engine/record/fields/index.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { readRows } from '#engine/store/rows.ts'
import type { Actor } from './actor.ts'
import type { Facts } from './condition-js.ts'
import { loadFacts } from './facts.ts'
import type { Level } from './rules.ts'
import { accessTo } from './shape-access.ts'

/** What one actor sees of one record. */
export interface Seen {
  level: Exclude<Level, 'none'>
  /** Its title as he may read it: masked where he may not read it whole. */
  title: string
  facts: Facts
}

/**
 * What an actor sees of these records, by the rights of this moment. Ids without an entry are not for his eyes, or gone; what lies in the
 * recycle bin is there for those alone who may bring it back.
 */
export async function seenBy(runtime: Runtime, actor: Actor, shape: Shape, ids: readonly string[]): Promise<Map<string, Seen>> {
  const access = accessTo(runtime.house, actor, shape)
  const seen = new Map<string, Seen>()
  if (ids.length === 0 || access.card.constant === false) return seen
  const rows = await readRows(runtime.database, shape, [...new Set(ids)])
  const facts = await loadFacts(runtime.database, runtime.house, actor, shape, rows, access.paths)
  const { name, field } = shape.fields.get(shape.record.title)!
  const kind = kindOf(field)
  const right = access.fields.get(name)!
  rows.forEach((row, i) => {
    const fact = facts[i]!
    const level = access.levelOf(fact)
    if (level === 'none' || (row.deletedAt && !access.recycle.check(fact))) return
    const value = row[name] ?? null
    const title =
      value === null
        ? ''
        : right.view.check(fact)
          ? kind.show(value as never, field.options, actor.locale)
          : String(kind.mask?.(value as never) ?? '***')
    seen.set(row.id, { level, title, facts: fact })
  })
  return seen
}

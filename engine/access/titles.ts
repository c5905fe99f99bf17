import type { Shape } from '#engine/record/house.ts'
import { kindOf } from '#engine/record/fields/index.ts'
import type { Runtime } from '#engine/runtime.ts'
import { snake } from '#engine/store/columns.ts'
import { sql } from '#engine/store/sql.ts'
import { columnsOf } from '#engine/store/table.ts'
import type { Actor } from './actor.ts'
import { compileSql } from './condition-sql.ts'
import { accessTo } from './shape-access.ts'

/** Titles of records that everybody may see (users, departments) are kept for a few seconds: every row of every list names some. */
const kept = new WeakMap<Runtime, Map<string, { title: string; until: number }>>()
const keepFor = 5_000

/**
 * The titles of records by id, as this actor may read them: masked where the title is guarded and not open to him. Ids without an entry are
 * not for his eyes, or gone.
 */
export async function titlesOf(runtime: Runtime, actor: Actor, shape: Shape, ids: Iterable<string>): Promise<Map<string, string>> {
  const { house, database } = runtime
  const titles = new Map<string, string>()
  const access = accessTo(house, actor, shape)
  const right = access.card
  const whole = access.fields.get(shape.record.title)!.view
  const isOpen = right.constant === true && whole === right && actor.kind !== 'system'
  const cache = kept.get(runtime) ?? new Map<string, { title: string; until: number }>()
  kept.set(runtime, cache)
  const now = Date.now()
  const key = (id: string) => `${shape.name}:${actor.locale}:${id}`
  const missing: string[] = []
  for (const id of new Set(ids)) {
    const known = isOpen ? cache.get(key(id)) : undefined
    if (known && known.until > now) titles.set(id, known.title)
    else missing.push(id)
  }
  if (missing.length === 0) return titles
  const field = shape.fields.get(shape.record.title)!
  const rows = await database.arrays(
    sql`select t.id, t.${sql.id(columnsOf(field).main)}, ${whole === right ? sql.raw('true') : compileSql(house, shape, whole.condition, 't')} from ${sql.id(snake(shape.name))} t where t.id = any(${missing}::uuid[]) and ${compileSql(house, shape, right.condition, 't')}`,
    right.constant === true && whole === right ? 'prepare' : undefined,
  )
  const kind = kindOf(field.field)
  for (const [id, value, isWhole] of rows as [string, unknown, boolean][]) {
    const title =
      value === null
        ? ''
        : isWhole
          ? kind.show(value as never, field.field.options, actor.locale)
          : String(kind.mask?.(value as never) ?? '***')
    titles.set(id, title)
    if (isOpen) {
      if (cache.size > 20_000) cache.clear()
      cache.set(key(id), { title, until: now + keepFor })
    }
  }
  return titles
}

import type { Actor } from '#engine/access/actor.ts'
import { listRecords, readRecord } from '#engine/access/read.ts'
import { atLeast } from '#engine/access/rules.ts'
import { notFound } from '#engine/action/refusal.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { plain } from '#engine/text/normal.ts'
import { readComments } from './comments.ts'
import { seeing, watchersOf } from './followers.ts'

/** Somebody who may be mentioned; whether he would see what he is mentioned in. */
export interface Colleague {
  id: string
  title: string
  department: string
  sees: boolean
}

const most = 12

/** Whom one probably means before a letter is typed: those who follow the record or have said something, then the own department. */
async function nearby(runtime: Runtime, actor: Actor, shape: Shape, id: string): Promise<string[]> {
  const watchers = (await watchersOf(runtime.database, runtime.house, [{ record: shape.name, id }])).get(id) ?? []
  const comments = await readComments(runtime.database, sql`c.record_id = ${id} and c.deleted_at is null`, 20)
  const near = await runtime.database.arrays(
    sql`select id from "user" where department_id = any(${actor.departments}::uuid[]) and deleted_at is null and is_active order by name_sort limit ${most}`,
  )
  return [...new Set([...comments.map((comment) => comment.authorId), ...watchers, ...near.map(([user]) => user as string)])]
}

/** Whoever's name begins so in pinyin: one letter is enough, and a whole reading is found too. */
async function byReading(runtime: Runtime, typed: string): Promise<string[]> {
  if (!/^[a-z]+$/.test(typed)) return []
  const rows = await runtime.database.arrays(
    sql`select id from "user" where name_sort >= ${typed} and name_sort < ${`${typed}{`} and deleted_at is null and is_active order by name_sort limit ${most}`,
  )
  return rows.map(([user]) => user as string)
}

/** Of these users, those who still work with the product: whether somebody does is not part of what all may filter by. */
async function active(runtime: Runtime, ids: readonly string[]): Promise<Set<string>> {
  const rows = await runtime.database.arrays(
    sql`select id from "user" where id = any(${ids}::uuid[]) and deleted_at is null and is_active`,
    'prepare',
  )
  return new Set(rows.map(([user]) => user as string))
}

/** Colleagues who may be mentioned on a record, by name, initials or reading; each with whether he may see it. */
export async function colleaguesFor(runtime: Runtime, actor: Actor, shape: Shape, id: string, q: string): Promise<Colleague[]> {
  const item = await readRecord(runtime, actor, shape, id)
  if (!atLeast(item.can.level, 'full')) throw notFound()
  const users = runtime.house.shapes.get('user')!
  const typed = plain(q).toLowerCase()
  const found = typed
    ? (await listRecords(runtime, actor, users, { q: typed, limit: 2 * most, fields: ['name'] })).items.map((user) => user.id)
    : await nearby(runtime, actor, shape, id)
  const all = [...new Set([...found, ...(await byReading(runtime, typed))])].filter((user) => user !== actor.id)
  const here = await active(runtime, all)
  const ids = all.filter((user) => here.has(user)).slice(0, most)
  if (ids.length === 0) return []
  const named = { filter: { field: 'id', op: 'in', value: ids }, limit: most, fields: ['name', 'department'] }
  const { items } = await listRecords(runtime, actor, users, named)
  const seers = await seeing(runtime, shape, id, ids)
  return items
    .map((user) => ({
      id: user.id,
      title: user.name as string,
      department: (user.department as { title?: string } | null)?.title ?? '',
      sees: seers.has(user.id),
    }))
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

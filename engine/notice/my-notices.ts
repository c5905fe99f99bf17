import type { Actor } from '#engine/access/actor.ts'
import { refuse } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { tellBells } from './outlets.ts'
import { presentNotices, type PresentedNotice } from './present-notices.ts'
import { readNotices, type StoredNotice } from './stored-notice.ts'

/** So many unread notices are counted; beyond them it is "99+". */
export const unreadCap = 99

const placeOf = (notice: StoredNotice): string => Buffer.from(`${notice.at} ${notice.id}`).toString('base64url')

function readPlace(cursor: string): { at: string; id: string } {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id))
    throw refuse('bad-cursor', words('翻页位置无效，请从头打开列表。', 'The place in the list is not valid; open the list anew.'), {
      status: 400,
    })
  return { at, id }
}

/** The notices of one user, latest first. Those that he may no longer see are passed over, so that a page is full as long as there are more. */
export async function myNotices(
  runtime: Runtime,
  actor: Actor,
  { unread, limit, cursor }: { unread: boolean; limit: number; cursor?: string | undefined },
): Promise<{ items: PresentedNotice[]; next: string | null }> {
  const items: PresentedNotice[] = []
  let place = cursor ? readPlace(cursor) : undefined
  for (;;) {
    const stored = await readNotices(
      runtime.database,
      sql`n.user_id = ${actor.id} and n.in_product ${unread ? sql`and n.read_at is null` : sql.empty} ${place ? sql`and (n.at, n.id) < (${place.at}::timestamptz, ${place.id}::uuid)` : sql.empty}`,
      sql`order by n.at desc, n.id desc limit ${limit}`,
    )
    const open = new Map((await presentNotices(runtime, actor, stored)).map((item) => [item.id, item]))
    for (const notice of stored) {
      const item = open.get(notice.id)
      if (item) items.push(item)
      if (items.length === limit) return { items, next: placeOf(notice) }
    }
    if (stored.length < limit) return { items, next: null }
    const last = stored.at(-1)!
    place = { at: last.at, id: last.id }
  }
}

/** How many notices wait unread, as far as he may see them. */
export async function countUnread(runtime: Runtime, actor: Actor): Promise<{ value: number; exact: boolean }> {
  const { items } = await myNotices(runtime, actor, { unread: true, limit: unreadCap + 1 })
  return { value: Math.min(items.length, unreadCap), exact: items.length <= unreadCap }
}

/** Marks notices as read, or as unread again; without ids, all there are. The user's other open pages hear of it. */
export async function markNotices(runtime: Runtime, actor: Actor, ids: readonly string[] | undefined, isRead: boolean): Promise<void> {
  const now = new Date(runtime.clock()).toISOString()
  await runtime.database.transaction(async (tx) => {
    const marked = await tx.run(
      sql`update notice set read_at = ${isRead ? now : null} where user_id = ${actor.id} and in_product and ${isRead ? sql`read_at is null` : sql`read_at is not null`}
        ${ids ? sql`and id = any(${ids}::uuid[])` : sql.empty}`,
    )
    if (marked > 0) await tellBells(tx, [actor.id])
  })
}

import type { Queries } from '#engine/store/database.ts'
import { sql, type Sql } from '#engine/store/sql.ts'
import type { NoticeArgs } from './notify.ts'

/** What one event type did to a followed record or to what hangs on it, counted. */
export interface Doing {
  record: string
  type: string
  n: number
  /** Fields changed; empty for what hangs on the followed record. */
  fields: string[]
}

/** What the engine itself keeps with a notice. */
export interface Kept {
  /** The comment it is about: its text is read when the notice is. */
  comment?: string
  /** How many records it stands for, and the first of them. */
  n?: number
  ids?: string[]
  what?: Doing[]
}

/** How it is kept: what fills the places of the sentence, and under a name that no place has, what the engine keeps. */
export const storedArgs = (kept: Kept, args: NoticeArgs = {}): Record<string, unknown> => ({ ...args, '~': kept })

export interface StoredNotice {
  id: string
  userId: string
  at: string
  kind: string
  actorId: string | null
  record: string | null
  recordId: string | null
  args: NoticeArgs
  kept: Kept
  key: string | null
  bundle: string | null
  inProduct: boolean
  readAt: string | null
  mail: 'now' | 'digest' | null
  mailAt: string | null
}

/** Notices that meet a piece of SQL about `n`, with what follows it: order, limit, lock. */
export const readNotices = (queries: Queries, where: Sql, tail: Sql): Promise<StoredNotice[]> =>
  queries.rows<StoredNotice>(
    sql`select n.id, n.user_id as "userId", n.at, n.kind, n.actor_id as "actorId", n.record, n.record_id as "recordId", n.args - '~' as args, coalesce(n.args->'~', '{}') as kept, n.key, n.bundle,
      n.in_product as "inProduct", n.read_at as "readAt", n.mail, n.mail_at as "mailAt" from notice n where ${where} ${tail}`,
  )

import type { Queries } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import { sql } from '#engine/store/sql.ts'
import type { Words } from '#engine/text/words.ts'
import type { NoticeType } from './define-notice.ts'
import { storedArgs, type Kept } from './stored-notice.ts'

/** What fills the places of a notice's sentence. Names and titles of records do not belong here: they are read when the notice is. */
export type NoticeArgs = Record<string, string | number | Words>

/** Something that people are to be told. */
export interface NewNotice {
  kind: NoticeType
  /** The users who are to be told; whoever may not see the record is not. */
  to: string | readonly string[]
  /** The record it is about: its type's name and its id. */
  record?: string
  recordId?: string
  args?: NoticeArgs
  /** The teller's name for this very notice: with a key, each user is told once, however often it is said. */
  key?: string
  /** Who did it: he is not told of his own doings, and the sentence names him. */
  by?: string
  /** The event that it follows from. */
  cause?: string
  /** The moment it is told of, as an instant; the present unless said. */
  at?: string
}

/**
 * Tells people something, within the caller's transaction: an action's or a reaction's (`queries`), or a job's. It is one short insert.
 * Behind it the worker looks at rights and at what each has chosen, lights up the bell and leaves the mail; what is rolled back was never said.
 * @returns how many have not been told this before.
 */
export const notify = (queries: Queries, notice: NewNotice): Promise<number> => tell(queries, notice, {})

/** As `notify`, with what the engine itself keeps with its notices. */
export async function tell(queries: Queries, notice: NewNotice, kept: Kept): Promise<number> {
  const to = [...new Set([notice.to].flat())].filter((user) => user !== notice.by)
  if (to.length === 0) return 0
  return queries.run(
    sql`insert into notice (id, user_id, at, kind, actor_id, record, record_id, cause_id, key, args)
      select v.id, v.user_id, ${notice.at ?? new Date().toISOString()}::timestamptz, ${notice.kind.kind}, ${notice.by ?? null}::uuid, ${notice.record ?? null}, ${notice.recordId ?? null}::uuid, ${notice.cause ?? null}::uuid,
        ${notice.key === undefined ? null : `${notice.kind.kind}:${notice.key}`}, ${JSON.stringify(storedArgs(kept, notice.args))}::jsonb
      from unnest(${to.map(() => newId())}::uuid[], ${to}::uuid[]) as v(id, user_id)
      on conflict (user_id, key) where key is not null do nothing`,
  )
}

import { createHash } from 'node:crypto'
import { refuse } from '#engine/action/refusal.ts'
import type { Database, Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { lockMinutes } from './lock-rules.ts'

/**
 * What may be tried so and so often: passwords of an account, codes of a user, mails for somebody who forgot his password, and anything at all
 * from one address. A try is counted before it is looked at, in one statement on one row, so that a hundred at the same instant on several nodes
 * are no more than a hundred one after another.
 */
export const attemptKinds = {
  account: { free: 5, within: 24 * 60 },
  code: { free: 5, within: 24 * 60 },
  recovery: { free: 3, within: 60 },
  address: { free: 100, within: 15 },
  // What strangers send by open forms, from one address; without a token sooner.
  form: { free: 60, within: 60 },
  plainForm: { free: 12, within: 60 },
} as const
export type AttemptKind = keyof typeof attemptKinds

/** What somebody typed is not kept, only its digest: people type passwords where an e-mail belongs. */
export const attemptKey = (kind: AttemptKind, whom: string): string =>
  `${kind}:${createHash('sha256').update(whom.trim().toLowerCase()).digest('base64url')}`

export interface Attempt {
  failures: number
  /** Until when nothing more is looked at, should this one be wrong; null while tries are left. */
  lockedUntil: string | null
  /** When the series began. */
  since: string
}

/** Counts a try. Refuses it unseen while the series is locked. */
export async function takeAttempt(database: Database, kind: AttemptKind, whom: string): Promise<Attempt> {
  const key = attemptKey(kind, whom)
  const { free, within } = attemptKinds[kind]
  const minutes = lockMinutes.map((each) => String(each)).join()
  const row = await database.row<{ failures: number; blocked_until: string | null; since: string }>(
    sql`insert into sign_in_attempt as a (key, failures, since) values (${key}, 1, now())
      on conflict (key) do update set
        failures = case when a.since < now() - make_interval(mins => ${within}) then 1 else a.failures + 1 end,
        since = case when a.since < now() - make_interval(mins => ${within}) then now() else a.since end,
        blocked_until = case when a.since >= now() - make_interval(mins => ${within}) and a.failures + 1 >= ${free}::integer
          then now() + make_interval(mins => (string_to_array(${minutes}, ',')::integer[])[least(a.failures + 2 - ${free}::integer, ${lockMinutes.length}::integer)]) end
      where a.blocked_until is null or a.blocked_until <= now()
      returning failures, blocked_until, since`,
  )
  if (row) return { failures: row.failures, lockedUntil: row.blocked_until, since: row.since }
  const until = await lockedUntil(database, kind, whom)
  const wait = Math.max(1, Math.ceil((Date.parse(until ?? '') - Date.now()) / 60_000) || 1)
  throw refuse(
    'too-many-attempts',
    words(`尝试次数过多，请 ${wait} 分钟后再试。`, `Too many attempts; try again in ${wait} ${wait === 1 ? 'minute' : 'minutes'}.`),
    { status: 429, detail: { until } },
  )
}

/** Until when a series is locked; null where it is not. */
export async function lockedUntil(queries: Queries, kind: AttemptKind, whom: string): Promise<string | null> {
  const row = await queries.row<{ until: string }>(
    sql`select blocked_until as until from sign_in_attempt where key = ${attemptKey(kind, whom)} and blocked_until > now()`,
  )
  return row?.until ?? null
}

/** Ends a series: the right password or code was given, or an administrator has said so. */
export const forgiveAttempts = (queries: Queries, kind: AttemptKind, whom: string): Promise<number> =>
  queries.run(sql`delete from sign_in_attempt where key = ${attemptKey(kind, whom)}`)

/** Takes one try back that turned out right; what others tried from the same place still counts. */
export const takeBackAttempt = (queries: Queries, kind: AttemptKind, whom: string): Promise<number> =>
  queries.run(
    sql`update sign_in_attempt set failures = greatest(failures - 1, 0), blocked_until = case when failures - 1 < ${attemptKinds[kind].free}::integer then null else blocked_until end where key = ${attemptKey(kind, whom)}`,
  )

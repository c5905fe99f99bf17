import type { Database, Queries } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import { sql, type Sql } from '#engine/store/sql.ts'
import type { BackupProgress, BackupReport } from './write-backup.ts'

/** What has been asked for, written, verified, tried out and cleared away: the list of backups, kept in the database they are made of. */

export type BackupKind = 'nightly' | 'manual' | 'drill'
export type BackupState = 'waiting' | 'running' | 'done' | 'failed' | 'removed'

export interface StoredBackup {
  id: string
  kind: BackupKind
  state: BackupState
  at: string
  /** The day in the company's zone that a nightly one is for. */
  day: string | null
  actorId: string | null
  file: string
  size: number | null
  isEncrypted: boolean
  progress: Partial<BackupProgress>
  report: Partial<BackupReport> & { seconds?: unknown; fault?: { zh: string; en: string } }
  finishedAt: string | null
  verifiedAt: string | null
  error: string | null
}

const columns = sql.raw(
  'id, kind, state, at, day, actor_id as "actorId", file, size, is_encrypted as "isEncrypted", progress, report, finished_at as "finishedAt", verified_at as "verifiedAt", error',
)

/** Notes that a backup is wanted. A nightly one of a day is wanted once, however many workers think of it: null for all but the first. */
export async function askBackup(
  queries: Queries,
  { kind, file, day, actorId, at }: { kind: BackupKind; file: string; day?: string; actorId?: string; at: string },
): Promise<string | null> {
  const id = newId()
  const made = await queries.run(
    sql`insert into backup (id, kind, state, at, day, actor_id, file) values (${id}, ${kind}, 'waiting', ${at}, ${day ?? null}, ${actorId ?? null}, ${file})
      on conflict (day) where day is not null do nothing`,
  )
  return made === 1 ? id : null
}

export const readBackup = (queries: Queries, id: string): Promise<StoredBackup | undefined> =>
  queries.row<StoredBackup>(sql`select ${columns} from backup where id = ${id}`)

/** The newest, of some kinds or states only where that is said. */
export const listBackups = (queries: Queries, limit: number, where: Sql = sql.raw('true')): Promise<StoredBackup[]> =>
  queries.rows<StoredBackup>(sql`select ${columns} from backup where ${where} order by id desc limit ${limit}`)

/** The nightly backups that are there, and those asked for by hand are left alone. */
export const nightlyBackups = (queries: Queries): Promise<StoredBackup[]> =>
  listBackups(queries, 2000, sql`kind = 'nightly' and state = 'done'`)

/** Whether one is being made; what has been at it for half a day was lost with its worker. */
export const isUnderWay = async (queries: Queries, now: number): Promise<boolean> =>
  (await queries.row(
    sql`select 1 from backup where state in ('waiting', 'running') and kind <> 'drill' and at > ${new Date(now - 43_200_000).toISOString()} limit 1`,
  )) !== undefined

export const noteBackup = (
  database: Database | Queries,
  id: string,
  now: string,
  {
    state,
    progress,
    report,
    verified,
    error,
  }: {
    state?: BackupState
    progress?: BackupProgress
    report?: Partial<BackupReport>
    verified?: boolean
    error?: string | null
  },
): Promise<number> =>
  database.run(
    sql`update backup set state = coalesce(${state ?? null}, state), progress = coalesce(${progress ? JSON.stringify(progress) : null}::jsonb, progress),
      report = coalesce(${report ? JSON.stringify(report) : null}::jsonb, report), size = coalesce(${report?.size ?? null}::bigint, size),
      is_encrypted = coalesce(${report?.isEncrypted ?? null}::boolean, is_encrypted), error = ${error ?? null},
      verified_at = case when ${verified === true} then ${now}::timestamptz else verified_at end,
      finished_at = case when ${state === 'done' || state === 'failed'} then ${now}::timestamptz else finished_at end
      where id = ${id}`,
  )

/** Writes down what a drill has shown. */
export async function noteDrill(
  queries: Queries,
  drill: { at: string; now: string; file: string; isEncrypted: boolean; report?: object; error?: string },
): Promise<void> {
  await queries.run(
    sql`insert into backup (id, kind, state, at, file, is_encrypted, report, finished_at, error)
      values (${newId()}, 'drill', ${drill.error ? 'failed' : 'done'}, ${drill.at}, ${drill.file}, ${drill.isEncrypted}, ${JSON.stringify(drill.report ?? {})}::jsonb, ${drill.now}, ${drill.error ?? null})`,
  )
}

import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Database } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { archiveFault } from './archive-fault.ts'

/** A database that a restore works at bears a table that says so, from its first statement to its last. */

const marker = sql.id('restore_unfinished')

/** Whether a restore was begun here and has not come to its end. */
export const isHalfRestored = async (database: Database): Promise<boolean> =>
  (await database.row<{ found: string | null }>(sql`select to_regclass('public.restore_unfinished') as found`))?.found !== null

const unfinished = () =>
  new Error(
    '此处的恢复没有完成。重新运行 restore，它会从头开始。\nA restore into this place has not been finished. Run it again; it begins anew.',
  )

/** Throws where a restore was begun and has not come to its end: nothing may work with what there is. */
export async function refuseHalfRestored(database: Database): Promise<void> {
  if (await isHalfRestored(database)) throw unfinished()
}

/** The same of a data folder: its database runs without synchronising meanwhile and is worth nothing after a power cut. */
export const restoringFile = (folder: string): string => path.join(folder, 'database', 'restoring')

export function refuseHalfRestoredFolder(folder: string): void {
  if (existsSync(restoringFile(folder))) throw unfinished()
}

/** Makes sure of an empty target and marks it; what an unfinished restore has left is cleared away. */
export async function claimTarget(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.run(sql`set local statement_timeout = 0`)
    const held = await tx.row<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(hashtext('zhike.restore')) as mine`)
    if (!held?.mine) throw archiveFault('busy', '另一个恢复正在进行。', 'Another restore into this database is going on.')
    const half = await tx.row<{ found: string | null }>(sql`select to_regclass('public.restore_unfinished') as found`)
    if (half?.found) {
      await tx.run(sql`drop schema if exists queue cascade`)
      await tx.run(sql`drop schema public cascade`)
      await tx.run(sql`create schema public`)
    }
    const there = await tx.row<{ name: string }>(
      sql`select c.relname as name from pg_class c
        where (c.relnamespace = 'public'::regnamespace or c.relnamespace = to_regnamespace('queue')) and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
        and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e') limit 1`,
    )
    if (there)
      throw archiveFault(
        'target-not-empty',
        '目标数据库不是空的。恢复只写入空的数据库：请用 --into 指定一个新的数据文件夹，或用 DATABASE_URL 指定一个空的数据库。',
        'The target database is not empty. A restore goes into an empty one only: name a new data folder with --into, or an empty database with DATABASE_URL.',
      )
    await tx.run(sql`create table ${marker} (began_at timestamptz not null default now())`)
  })
}

/** The last statement of a restore. */
export const releaseTarget = (database: Database): Promise<number> => database.run(sql`drop table ${marker}`)

/** Throws where connections do not keep what is set on them: copies would be read and written in whatever form the pooler's last user left. */
export function refusePooler({ isHeld }: Database): void {
  if (!isHeld)
    throw archiveFault(
      'busy',
      '数据库前面有连接池：请用 DATABASE_DIRECT_URL 指定数据库本身的地址。',
      'A pooler stands before the database: name the database itself with DATABASE_DIRECT_URL.',
    )
}

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Logger } from 'pino'
import { bringJobs, type CarriedJob } from '#engine/backup/carried-jobs.ts'
import { lookInto, restoreBackup, type RestoreReport } from '#engine/backup/restore-backup.ts'
import { restoringFile } from '#engine/backup/target.ts'
import { archiveFault } from '#engine/backup/archive-fault.ts'
import { forgetLostKey } from '#engine/sign-in/secret-box.ts'
import { openDatabase, type Database } from '#engine/store/database.ts'
import { syncCluster } from '#engine/store/embedded-programs.ts'
import { removeEmbedded, startEmbedded } from '#engine/store/embedded.ts'
import { holdFolder } from './lock.ts'
import { openRuntime } from './open.ts'

export interface RestorePlace {
  file: string
  passphrase: string | undefined
  /** The data folder that files and keys go to, and the database where none is named. */
  folder: string
  databaseUrl?: string | undefined
  log: Logger
  say?: (text: string) => void
}

// Nothing reads while it is filled, and a power cut means to begin anew: only the end has to be on the disk.
const inHaste = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_wal_size: '16GB',
  checkpoint_timeout: '1h',
  autovacuum: 'off',
  max_locks_per_transaction: 256,
}

/** Leaves the jobs that were taken along, and builds the indexes that no migration knows of. */
const finishOn = (database: Database, folder: string, log: Logger) => async (jobs: readonly CarriedJob[]) => {
  const opened = await openRuntime(database, { folder, role: 'web', host: '127.0.0.1' }, log)
  try {
    const { runtime } = opened
    await runtime.house.jobs
      .get('keep-field-indexes')!
      .run(runtime, {}, { id: 'restore', attempt: 0, signal: new AbortController().signal })
    const unknown = await bringJobs(runtime, jobs)
    const lost = (await forgetLostKey(runtime))
      ? [
          '未加密的备份不含两步验证的密钥，相关用户需重新绑定。 A backup that is not encrypted has no key for second factors; whoever has one must set it up anew.',
        ]
      : []
    return [...lost, ...unknown.map((name) => `没有任务类型 ${name}，未带入。 There is no job ${name}; it was left out.`)]
  } finally {
    await opened.stop()
  }
}

async function restoreOn(database: Database, { file, passphrase, folder, log, say }: RestorePlace): Promise<RestoreReport> {
  try {
    return await restoreBackup({ file, passphrase, database, folder, ...(say ? { say } : {}), finish: finishOn(database, folder, log) })
  } finally {
    await database.close()
  }
}

/** Restores a backup into the database of an address, or into that of a data folder. Refused where either has anything in it. */
export async function restorePlace(place: RestorePlace): Promise<RestoreReport> {
  const { folder, databaseUrl, say } = place
  // Refused before anything is made.
  await lookInto(place.file, place.passphrase)
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (databaseUrl)
    return restoreOn(
      openDatabase({
        connection: { connectionString: databaseUrl, statement_timeout: 0 },
        direct: process.env.DATABASE_DIRECT_URL || undefined,
        isPooled: process.env.ZHIKE_POOLED === '1',
      }),
      place,
    )
  const held = await holdFolder(folder)
  const home = path.join(folder, 'database')
  const mark = restoringFile(folder)
  try {
    if (fs.existsSync(mark)) await removeEmbedded(home)
    else if (fs.existsSync(path.join(home, 'cluster')))
      throw archiveFault(
        'target-not-empty',
        `数据文件夹 ${folder} 中已有数据库。恢复只写入空的位置：请用 --into 指定一个新的数据文件夹。`,
        `The data folder ${folder} has a database already. A restore goes into an empty place only: name a new data folder with --into.`,
      )
    fs.mkdirSync(home, { recursive: true, mode: 0o700 })
    fs.writeFileSync(mark, '', { flush: true })
    const server = await startEmbedded({ folder: home, settings: inHaste, ...(say ? { say } : {}) })
    let report: RestoreReport
    try {
      report = await restoreOn(openDatabase({ connection: { ...server.connection, statement_timeout: 0 } }), place)
    } finally {
      await server.stop()
    }
    await syncCluster(home)
    fs.rmSync(mark)
    return report
  } finally {
    held.release()
  }
}

/** Restores a backup aside, into a database and a folder of its own, and removes both again. */
export async function restoreAside(place: Omit<RestorePlace, 'folder' | 'databaseUrl'>, aside = os.tmpdir()): Promise<RestoreReport> {
  const folder = fs.mkdtempSync(path.join(aside, 'zhike-drill-'))
  try {
    return await restorePlace({ ...place, folder })
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

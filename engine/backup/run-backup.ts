import fs from 'node:fs'
import path from 'node:path'
import type { Runtime } from '#engine/runtime.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { archiveFault } from './archive-fault.ts'
import { nightlyBackups, noteBackup, readBackup } from './backups.ts'
import { checkBackup } from './restore-backup.ts'
import { kept, type Retention } from './retention.ts'
import { writeBackup } from './write-backup.ts'

const stamp = (instant: string): string => showInstant(instant, companyZone).replace(/[-:]/g, '').replace(' ', '-')

/** The name of a backup's file: sorted by name, they are sorted by time, as the company's clock shows it. */
export const backupName = (kind: string, at: string): string => `zhike-${stamp(at)}-${kind}.zkb`

/** Throws where the disk cannot hold another backup as large as the last, and half of it again. */
function refuseFullDisk(folder: string, lastSize: number): void {
  const { bavail, bsize } = fs.statfsSync(folder)
  if (bavail * bsize < lastSize * 1.5)
    throw archiveFault('stopped', `磁盘空间不足：${folder}`, `Too little room is left on the disk of ${folder}`)
}

/** Writes a backup that was asked for, reads it back from the disk, and clears away those that need not be kept any longer. */
export async function runBackup(runtime: Runtime, id: string, keep: Retention | undefined, signal: AbortSignal): Promise<void> {
  const { database, folder } = runtime
  const now = () => new Date(runtime.clock()).toISOString()
  const backup = await readBackup(database, id)
  if (!backup || backup.state === 'done' || backup.state === 'removed') return
  await noteBackup(database, id, now(), { state: 'running' })
  const before = await nightlyBackups(database)
  fs.mkdirSync(path.dirname(backup.file), { recursive: true, mode: 0o700 })
  refuseFullDisk(path.dirname(backup.file), before[0]?.size ?? 0)
  const { passphrase } = runtime.backup
  let told = 0
  const report = await writeBackup({
    database,
    folder,
    file: backup.file,
    passphrase,
    streams: 2,
    signal,
    onProgress(progress) {
      if (Date.now() - told < 1000) return
      told = Date.now()
      void noteBackup(database, id, now(), { progress }).catch(() => {})
    },
  })
  await checkBackup(backup.file, passphrase)
  await noteBackup(database, id, now(), { state: 'done', report, verified: true })
  if (keep) await clearAway(runtime, keep)
}

/** Removes nightly backups that are no longer kept. Those made by hand stay until somebody takes them away. */
async function clearAway(runtime: Runtime, keep: Retention): Promise<void> {
  const nightly = (await nightlyBackups(runtime.database)).filter((backup) => backup.day !== null) as (Awaited<
    ReturnType<typeof nightlyBackups>
  >[number] & { day: string })[]
  const stays = kept(nightly, keep)
  for (const backup of nightly) {
    if (stays.has(backup)) continue
    fs.rmSync(backup.file, { force: true })
    await noteBackup(runtime.database, backup.id, new Date(runtime.clock()).toISOString(), { state: 'removed' })
  }
}

import path from 'node:path'
import { askBackup, nightlyBackups, noteBackup, readBackup } from '#engine/backup/backups.ts'
import type { Retention } from '#engine/backup/retention.ts'
import { backupName, runBackup } from '#engine/backup/run-backup.ts'
import { defineJob } from '#engine/job/define-job.ts'
import { notify } from '#engine/notice/notify.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { companyZone, dayAt, showInstant } from '#engine/time/zone.ts'
import { words } from '#engine/text/words.ts'
import { backupFailed } from './notices.ts'
import { administrators, readPlan } from './queries.ts'
import { isDue, usualPlan } from './rules/backup-plan.ts'

interface Order {
  backup: string
  keep?: Retention
}

/** Asks for a backup and leaves the job that makes it, in one transaction. Null where another has asked for the same. */
export async function orderBackup(
  runtime: Runtime,
  queries: Queries,
  { kind, day, actorId, keep }: { kind: 'nightly' | 'manual'; day?: string; actorId?: string; keep?: Retention },
): Promise<string | null> {
  const at = new Date(runtime.clock()).toISOString()
  const folder = (await readPlan(queries))?.folder || runtime.backup.folder
  const id = await askBackup(queries, {
    kind,
    file: path.join(folder, backupName(kind, at)),
    at,
    ...(day ? { day } : {}),
    ...(actorId ? { actorId } : {}),
  })
  if (id) await runtime.enqueue(queries, 'back-up', { backup: id, ...(keep ? { keep } : {}) } satisfies Order)
  return id
}

export const backupJobs = [
  defineJob('plan-backups', {
    words: words('安排每夜备份', 'Plan the nightly backup'),
    schedule: '*/10 * * * *',
    async run(runtime) {
      const now = new Date(runtime.clock()).toISOString()
      const plan = (await readPlan(runtime.database)) ?? usualPlan
      const isFirst = (await nightlyBackups(runtime.database)).length === 0
      if (!isDue(plan, showInstant(now, companyZone).slice(11), isFirst)) return
      const keep = { daily: plan.keepDaily, weekly: plan.keepWeekly, monthly: plan.keepMonthly }
      await runtime.database.transaction((tx) => orderBackup(runtime, tx, { kind: 'nightly', day: dayAt(now), keep }))
    },
  }),
  defineJob<Order>('back-up', {
    words: words('备份', 'Back up'),
    retries: 4,
    async run(runtime, { backup, keep }, { signal }) {
      try {
        await runBackup(runtime, backup, keep, signal)
      } catch (error) {
        const fault = (error as Error).message.slice(0, 500)
        await noteBackup(runtime.database, backup, new Date(runtime.clock()).toISOString(), { state: 'waiting', error: fault })
        throw error
      }
    },
    async givenUp(runtime, { backup: id }) {
      const now = new Date(runtime.clock()).toISOString()
      const backup = await readBackup(runtime.database, id)
      if (!backup) return
      await noteBackup(runtime.database, id, now, { state: 'failed', error: backup.error })
      await notify(runtime.database, {
        kind: backupFailed,
        to: await administrators(runtime.database),
        args: { day: dayAt(backup.at), reason: (backup.error ?? '').split('\n')[0]! },
        key: id,
        at: now,
      })
    },
  }),
]

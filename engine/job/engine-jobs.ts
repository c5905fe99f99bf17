import { continueOperation } from '#engine/action/bulk.ts'
import { continueUndo } from '#engine/action/undo.ts'
import { clearSelfChecks } from '#engine/health/self-check.ts'
import { clearSlow } from '#engine/health/slow-statements.ts'
import { removePurged } from '#engine/erase/purge.ts'
import { readEvents } from '#engine/event/events.ts'
import { ensurePartitions } from '#engine/event/partitions.ts'
import { exportJobs } from '#engine/intake/export-jobs.ts'
import { continueImport } from '#engine/intake/run-import.ts'
import { mailNotices } from '#engine/notice/mail-notices.ts'
import { tellOfImportEnd, tellOfOperationEnd } from '#engine/notice/tell-of-ends.ts'
import { firstIdAt } from '#engine/store/id.ts'
import { continueRenewal } from '#engine/search/renew.ts'
import { sendRecovery } from '#engine/sign-in/recovery.ts'
import { endOverdueSimulations } from '#engine/sign-in/simulations.ts'
import type { Origin } from '#engine/sign-in/sign-in-events.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { defineJob } from './define-job.ts'

/** Work of the engine itself. */
export const engineJobs = [
  ...exportJobs,
  defineJob<{ import: string }>('run-import', {
    words: words('导入文件', 'Import a file'),
    parallel: 2,
    retries: 20,
    run: (runtime, payload, { signal }) => continueImport(runtime, payload.import, signal),
    givenUp: (runtime, payload) => tellOfImportEnd(runtime, runtime.database, payload.import, 'failed'),
  }),
  defineJob<{ operation: string }>('run-operation', {
    words: words('批量操作', 'Bulk operation'),
    parallel: 2,
    retries: 20,
    run: (runtime, payload, { signal }) => continueOperation(runtime, payload.operation, signal),
    givenUp: (runtime, payload) => tellOfOperationEnd(runtime, runtime.database, payload.operation, 'failed'),
  }),
  defineJob<{ undo: string; operation: string; actor: string }>('run-undo', {
    words: words('撤销操作', 'Undo an operation'),
    retries: 20,
    async run(runtime, payload) {
      const actor = await runtime.actorOf(payload.actor, 'job')
      if (actor) await continueUndo(runtime, actor, payload.undo, payload.operation)
    },
    givenUp: (runtime, payload) => tellOfOperationEnd(runtime, runtime.database, payload.undo, 'failed'),
  }),
  defineJob<{ reaction: string; events?: string[]; event?: string }>('react', {
    words: words('处理事件', 'React to an event'),
    parallel: 4,
    retries: 12,
    async run(runtime, payload) {
      const reaction = runtime.house.reactions.find((entry) => entry.name === payload.reaction)
      // One that waited while the product was renewed names a single event.
      const ids = payload.events ?? [payload.event!]
      const events = await readEvents(runtime.database, sql`e.id = any(${ids}::uuid[])`, sql`e.id`, ids.length)
      if (reaction?.gathered) await reaction.gathered(runtime, events)
      else for (const event of events) await reaction?.after?.(runtime, event)
    },
  }),
  defineJob<{ user: string; upTo: string }>('mail-notices', {
    words: words('发送通知邮件', 'Mail notices'),
    parallel: 2,
    retries: 12,
    run: (runtime, { user, upTo }) => mailNotices(runtime, user, upTo),
  }),
  defineJob<{ record: string; ids: string[] }>('remove-purged', {
    words: words('彻底清除回收站中的记录', 'Remove what was purged'),
    retries: 20,
    run: (runtime, { record, ids }) => removePurged(runtime, runtime.house.shapes.get(record)!, ids),
  }),
  defineJob<{ email: string; origin: Origin }>('send-recovery', {
    words: words('发送找回密码邮件', 'Mail a link for a new password'),
    run: (runtime, payload) => sendRecovery(runtime, payload),
  }),
  defineJob<{ record: string }>('renew-search-words', {
    words: words('更新搜索词', 'Renew search words'),
    retries: 20,
    run: (runtime, payload, { signal }) => continueRenewal(runtime, payload.record, signal),
  }),
  defineJob('end-simulations', {
    words: words('结束到时的模拟查看', 'End simulations whose time is up'),
    schedule: '* * * * *',
    run: (runtime) => endOverdueSimulations(runtime),
  }),
  defineJob('keep-house', {
    words: words('日常清理', 'Housekeeping'),
    schedule: '17 * * * *',
    async run({ database, clock }) {
      await ensurePartitions(database, clock())
      await database.run(sql`delete from idempotency where at < now() - interval '24 hours'`)
      await database.run(sql`delete from session where expires_at < now()`)
      await database.run(sql`delete from sign_in_step where expires_at < now()`)
      await database.run(sql`delete from passkey_challenge where expires_at < now()`)
      await database.run(sql`delete from provider_step where expires_at < now()`)
      await database.run(sql`delete from recovery where expires_at < now()`)
      await database.run(sql`delete from sign_in_attempt where since < now() - interval '1 day'`)
      await database.run(sql`delete from collaborator where until < now() - interval '1 day'`)
      await database.run(sql`delete from notice where id < ${firstIdAt(clock() - 400 * 86_400_000)}::uuid`)
      await database.run(sql`delete from opened where at < now() - interval '180 days'`)
      await database.run(sql`delete from presence where until < now() - interval '1 minute'`)
      await clearSlow(database)
      await clearSelfChecks(database)
      await database.run(sql`delete from node where seen_at < now() - interval '1 day'`)
    },
  }),
]

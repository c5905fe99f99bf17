import { checkAudit } from '#engine/event/last-audit.ts'
import { defineJob } from '#engine/job/define-job.ts'
import { notify } from '#engine/notice/notify.ts'
import { words } from '#engine/text/words.ts'
import { dayAt } from '#engine/time/zone.ts'
import { auditBroken } from './notices.ts'
import { administrators } from './queries.ts'

/** Walks the sealed chain every night; what does not fit is told to administrators, once a day as long as it does not. */
export const checkAuditDaily = defineJob('check-audit', {
  words: words('核对审计链', 'Check the audit chain'),
  schedule: '40 4 * * *',
  async run({ database, folder, clock }) {
    const { fault, at } = await checkAudit(database, folder, clock)
    if (!fault) return
    await notify(database, {
      kind: auditBroken,
      to: await administrators(database),
      args: { position: String(fault.position), reason: words(fault.zh, fault.en) },
      key: `${fault.position}:${dayAt(at)}`,
      at,
    })
  },
})

import { defineJob } from '#engine/job/define-job.ts'
import { words } from '#engine/text/words.ts'
import { deliverDue } from './deliver.ts'
import { endpointsDue, forgetDeliveries } from './queries.ts'

export const webhookJobs = [
  defineJob<{ webhook: string }>('deliver-webhooks', {
    words: words('发送 Webhook', 'Deliver webhooks'),
    parallel: 4,
    run: (runtime, { webhook }, { signal }) => deliverDue(runtime, webhook, signal),
  }),
  // What failed and is due again; and what a killed process has left behind.
  defineJob('retry-webhooks', {
    words: words('重试 Webhook', 'Try webhooks again'),
    schedule: '* * * * *',
    async run(runtime) {
      for (const webhook of await endpointsDue(runtime.database)) await runtime.enqueue(runtime.database, 'deliver-webhooks', { webhook })
      await forgetDeliveries(runtime.database)
    },
  }),
]

import { defineJob } from '#engine/job/define-job.ts'
import { words } from '#engine/text/words.ts'
import { askForContacts } from './actions/ask-for-contacts.ts'
import { reckonCustomers } from './actions/reckon-customers.ts'
import { concernedBy, segmentPlans } from './queries.ts'

/** Every hour: whoever is due from this day on is asked for in its first minutes, and whoever becomes due during the day soon after. */
const askForDueContacts = defineJob('ask-for-due-contacts', {
  words: words('按沟通计划安排联系', 'Ask for contacts by plan'),
  schedule: '5 * * * *',
  run: (runtime, _, { signal }) => askForContacts(runtime, signal),
})

const batch = 500

/** After a plan has changed, and every night for segments: all whom it concerns, part by part; whoever left a segment within some weeks as well. */
const reckonPlan = defineJob<{ plan: string }>('reckon-contact-plan', {
  words: words('更新沟通计划的客户', 'Renew the customers of a plan'),
  retries: 20,
  async run(runtime, { plan }, { signal }) {
    const since = new Date(runtime.clock() - 40 * 86_400_000).toISOString()
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      if (signal.aborted) throw new Error('stopped; goes on later')
      const ids = await concernedBy(runtime.database, plan, { after, since, limit: batch })
      await reckonCustomers(runtime, ids)
      if (ids.length < batch) break
      after = ids.at(-1)!
    }
    await runtime.enqueue(runtime.database, 'ask-for-due-contacts', {})
  },
})

/** After the night's reckoning of segments: whoever has come in or gone is followed by another plan. */
const reckonSegmentPlans = defineJob('reckon-segment-plans', {
  words: words('更新按分群的沟通计划', 'Renew the plans for segments'),
  schedule: '30 4 * * *',
  async run(runtime) {
    for (const plan of await segmentPlans(runtime.database))
      await runtime.enqueue(runtime.database, 'reckon-contact-plan', { plan }, { key: plan })
  },
})

export const communicationJobs = [askForDueContacts, reckonPlan, reckonSegmentPlans]

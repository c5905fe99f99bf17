import { selfCheck } from '#engine/health/self-check.ts'
import { defineJob } from '#engine/job/define-job.ts'
import { notify } from '#engine/notice/notify.ts'
import { words } from '#engine/text/words.ts'
import { selfCheckFailed } from './notices.ts'
import { administrators } from './queries.ts'

/** Looks after the product itself; what has become bad is told to administrators once, until it has been good again. */
export const checkItself = defineJob('check-itself', {
  words: words('系统自检', 'Self-check'),
  schedule: '*/10 * * * *',
  async run(runtime) {
    const found = (await selfCheck(runtime)).filter(({ state }) => state === 'bad')
    if (found.length === 0) return
    const to = await administrators(runtime.database)
    for (const { name, host, words: what, says, since } of found)
      await notify(runtime.database, {
        kind: selfCheckFailed,
        to,
        args: { what, found: says },
        key: `${name}:${host ?? ''}:${since}`,
        at: new Date(runtime.clock()).toISOString(),
      })
  },
})

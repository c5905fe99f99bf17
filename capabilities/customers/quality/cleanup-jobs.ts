import { systemActor } from '#engine/access/actor.ts'
import { listRecords } from '#engine/access/read.ts'
import { perform } from '#engine/action/perform.ts'
import { defineJob } from '#engine/job/define-job.ts'
import { words } from '#engine/text/words.ts'
import { addToList } from '../actions/keep-list.ts'
import { assignCleanup } from '../actions/run-cleanup.ts'
import { filesLeft, runningCleanup, settledTasks } from './queries.ts'

const batch = 500

/**
 * Puts the customers that a clean-up is about on its list, with the rights of its owner and in his name, and assigns them to their owners.
 * Stopped in the middle it begins anew: whoever is on the list is not put there twice, and nobody is given the task twice.
 */
const fillCleanup = defineJob<{ cleanup: string }>('fill-cleanup', {
  words: words('确定清理行动的名单', 'Settle the list of a clean-up'),
  retries: 20,
  async run(runtime, { cleanup: id }, { signal }) {
    const { database, house } = runtime
    const cleanup = await runningCleanup(database, id)
    const owner = cleanup && (await runtime.actorOf(cleanup.owner, 'job'))
    if (!cleanup || !owner) return
    const shape = house.shapes.get('customer')!
    for (let cursor: string | null | undefined; cursor !== null;) {
      if (signal.aborted) throw new Error('stopped; begins anew later')
      const page = await listRecords(runtime, owner, shape, {
        filter: cleanup.filter,
        sort: 'createdAt',
        fields: ['name'],
        limit: batch,
        cursor: cursor ?? undefined,
      })
      const items = page.items.map((item) => ({ id: item.id, input: { segment: cleanup.list } }))
      // Of whom he sees the card alone he cannot put on a list; the others go through.
      if (items.length > 0) await perform(runtime, owner, addToList, items, { partial: true })
      cursor = page.next
    }
    const left = await filesLeft(database, id)
    for (const input of left) await perform(runtime, systemActor, assignCleanup, [{ id, input }], { partial: true })
  },
})

/** Whoever has mended all that was his has done his task. */
const settleCleanups = defineJob('settle-cleanups', {
  words: words('核对清理行动的任务', 'Look over the tasks of clean-ups'),
  schedule: '5 * * * *',
  async run(runtime) {
    const tasks = await settledTasks(runtime.database)
    const complete = runtime.house.actions.get('platform.completeTask')!
    if (tasks.length > 0)
      await perform(
        runtime,
        systemActor,
        complete,
        tasks.map((id) => ({ id })),
        { partial: true },
      )
  },
})

export const cleanupJobs = [fillCleanup, settleCleanups]

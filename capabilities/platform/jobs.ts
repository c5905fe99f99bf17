import { systemActor } from '#engine/access/actor.ts'
import { perform } from '#engine/action/perform.ts'
import { defineJob } from '#engine/job/define-job.ts'
import { words } from '#engine/text/words.ts'
import { remindTask } from './actions/remind-task.ts'
import { tasksToRemind } from './queries.ts'

const batch = 200

/** Reminds of what is due, every minute. Workers that look at the same minute find the same tasks; each is reminded of once. */
const remindOfTasks = defineJob('remind-of-tasks', {
  words: words('任务提醒', 'Remind of tasks'),
  schedule: '* * * * *',
  async run(runtime, _, { signal }) {
    while (!signal.aborted) {
      const ids = await tasksToRemind(runtime.database, new Date(runtime.clock()).toISOString(), batch)
      if (ids.length === 0) return
      const { items } = await perform(
        runtime,
        systemActor,
        remindTask,
        ids.map((id) => ({ id })),
        { partial: true },
      )
      // Whoever was faster has done these; nothing is left for this one.
      if (items.every((item) => item.refusal)) return
    }
  },
})

export const platformJobs = [remindOfTasks]
